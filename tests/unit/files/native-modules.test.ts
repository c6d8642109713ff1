import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { guardNativeModules, NATIVE_LIST } from '../../../main/files/native-modules.ts';
import { argon2File } from '../../../main/vault/crypto/hash-raw.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { makeTempDir } from '../../support/temp-dir.ts';

const MODULE = 'node_modules/module.node';
const real = process.dlopen;
afterEach(() => {
  process.dlopen = real;
});

/** A folder of the name of an archive, with a module, as its list says. */
function makeRoot(): string {
  const root = join(makeTempDir(), 'app.asar');
  for (const folder of ['dist', 'node_modules']) mkdirSync(join(root, folder), { recursive: true });
  const bytes = readFileSync(join(projectDir, 'node_modules', argon2File()));
  writeFileSync(join(root, MODULE), bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(join(root, NATIVE_LIST), JSON.stringify({ [MODULE]: hash }));
  return root;
}
const load = (root: string, path = MODULE): unknown =>
  createRequire(join(root, 'here.cjs'))(join(root, path)) as unknown;
const change = (root: string): void => {
  const bytes = readFileSync(join(root, MODULE));
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  writeFileSync(join(root, MODULE), bytes);
};

describe.skipIf(process.platform === 'darwin')('a packed program', () => {
  it('loads a native module that is as it was packed', () => {
    const root = makeRoot();
    expect(guardNativeModules(root)).toBeNull();
    expect(load(root)).toHaveProperty('hash');
  });

  it('names a native module one byte of which was changed, and does not load it', () => {
    const root = makeRoot();
    change(root);
    expect(guardNativeModules(root)).toBe(MODULE);
    expect(() => load(root)).toThrow('is not as it was packed');
  });

  it('does not load one that is changed later, is missing, or is on no list', () => {
    const root = makeRoot();
    expect(guardNativeModules(root)).toBeNull();
    writeFileSync(join(root, 'other.node'), readFileSync(join(root, MODULE)));
    expect(() => load(root, 'other.node')).toThrow('other.node is not as it was packed');
    change(root);
    expect(() => load(root)).toThrow('is not as it was packed');
    rmSync(join(root, MODULE));
    expect(guardNativeModules(root)).toBe(MODULE);
  });

  it('loads nothing where its list is missing, empty or none', () => {
    for (const spoil of [
      (list: string) => rmSync(list),
      (list: string) => writeFileSync(list, '{}'),
      (list: string) => writeFileSync(list, 'not a list'),
    ]) {
      const root = makeRoot();
      spoil(join(root, NATIVE_LIST));
      expect(guardNativeModules(root)).toBe(NATIVE_LIST);
      expect(() => load(root)).toThrow('is not as it was packed');
      process.dlopen = real;
    }
  });
});

it('a program that is not packed has no list', () => {
  expect(guardNativeModules(makeTempDir())).toBeNull();
  expect(process.dlopen).toBe(real);
});
