/** Another process has a file open while it is replaced, renamed or removed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../main/files/durable-files.ts';
import { rename, rm } from '../../main/files/move-and-remove.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const holder = fileURLToPath(new URL('hold-file.mjs', import.meta.url));

/** Lets go of the file after so many milliseconds. */
async function heldFor(path: string, ms: number): Promise<void> {
  const child = spawn(process.execPath, [holder, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  setTimeout(() => child.stdin.end(), ms);
}

let path: string;
beforeEach(() => {
  path = join(makeTempDir(), 'header.json');
  writeFileSync(path, 'before');
});

describe('a file that somebody looks into for a moment', () => {
  it('is replaced', async () => {
    await heldFor(path, 700);
    await replaceFile(path, Buffer.from('after'));
    expect(readFileSync(path, 'utf8')).toBe('after');
    expect(readdirSync(join(path, '..'))).toEqual(['header.json']);
  });

  it('is renamed', async () => {
    await heldFor(path, 700);
    await rename(path, `${path}.aside`);
    expect(existsSync(path)).toBe(false);
    expect(readFileSync(`${path}.aside`, 'utf8')).toBe('before');
  });

  it('is removed', async () => {
    await heldFor(path, 700);
    await rm(path);
    expect(existsSync(path)).toBe(false);
  });
});

it('a file that somebody keeps open stays as it was, and nothing is left beside it', async () => {
  await heldFor(path, 6_000);
  await expect(replaceFile(path, Buffer.from('after'))).rejects.toThrow(/EPERM|EBUSY|EACCES/);
  expect(readFileSync(path, 'utf8')).toBe('before');
  expect(readdirSync(join(path, '..'))).toEqual(['header.json']);
});
