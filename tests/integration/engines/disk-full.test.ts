import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sql } from '../../../main/vault/store/sql.ts';
import { ENGINES } from '../../support/engines.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

/** A small disk of its own needs root and Linux. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && (() => {
  const dir = makeProbe();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir], { stdio: 'ignore' });
    execFileSync('umount', [dir]);
    return true;
  } catch {
    return false;
  }
})();

function makeProbe(): string {
  return execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim();
}

function mountSmallDisk(): string {
  const dir = makeTempDir();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', dir]);
  onTestFinished(() => { execFileSync('umount', [dir]); });
  return dir;
}

function fill(dir: string): void {
  for (let block = 64 * 1024; block >= 512; block /= 2) {
    try {
      for (;;) appendFileSync(join(dir, 'ballast'), Buffer.alloc(block));
    } catch {
      // Full for blocks of this size.
    }
  }
}

const codeOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'ok', (error: { code?: unknown }) => error.code);

describe.skipIf(!canMount).each(ENGINES.map((engine) => [engine.name, engine] as const))('%s on a full disk', (_, engine) => {
  test('says so, keeps every acknowledged row, still reads, and opens again', async () => {
    const path = join(mountSmallDisk(), 'store-0001.db');
    const key = randomBytes(32);
    const store = await engine.open({ path, key, create: true });
    await store.transaction((tx) => tx.run(sql`CREATE TABLE thing (id INTEGER PRIMARY KEY, bytes BLOB)`));
    const add = () => store.transaction((tx) => tx.run(sql`INSERT INTO thing (bytes) VALUES (${randomBytes(20_000)})`));
    let acknowledged = 0;
    let code: unknown = 'ok';
    while ((code = await codeOf(add())) === 'ok') acknowledged += 1;
    expect(code).toBe('disk-full');
    expect(acknowledged).toBeGreaterThan(10);
    expect(await store.get(sql`SELECT count(*) AS n FROM thing`)).toEqual({ n: acknowledged });
    expect(await codeOf(add())).toBe('disk-full');
    await store.close();
    const again = await engine.open({ path, key, create: false });
    expect(await again.get(sql`SELECT count(*) AS n FROM thing`)).toEqual({ n: acknowledged });
    expect(await again.integrityCheck()).toEqual([]);
    await again.close();
  });

  test('makes no new store', async () => {
    const dir = mountSmallDisk();
    fill(dir);
    expect(await codeOf(engine.open({ path: join(dir, 'store-0001.db'), key: randomBytes(32), create: true }))).toBe('disk-full');
  });

  test.each(['copyAnew', 'copyUnderKey'] as const)('makes no copy under another key, says so and leaves nothing of it: %s', async (way) => {
    const dir = mountSmallDisk();
    const path = join(dir, 'store-0001.db');
    const key = randomBytes(32);
    const store = await engine.open({ path, key, create: true });
    await store.transaction(async (tx) => {
      await tx.run(sql`CREATE TABLE thing (id INTEGER PRIMARY KEY, bytes BLOB)`);
      await tx.runMany('INSERT INTO thing (bytes) VALUES (?)', Array.from({ length: 40 }, () => [new Uint8Array(randomBytes(20_000))]));
    });
    await store.checkpoint();
    fill(dir);
    rmSync(join(dir, 'ballast'));
    appendFileSync(join(dir, 'ballast'), Buffer.alloc(900_000));
    const to = { path: join(dir, 'store-0002.db'), key: randomBytes(32) };
    expect(await codeOf(engine[way]({ from: { path, key }, to }))).toBe('disk-full');
    expect(readdirSync(dir).filter((name) => name.startsWith('store-0002'))).toEqual([]);
    expect(await store.get(sql`SELECT count(*) AS n FROM thing`)).toEqual({ n: 40 });
    await store.close();
  });
});
