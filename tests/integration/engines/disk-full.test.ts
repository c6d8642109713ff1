import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { sql } from '../../../main/vault/store/sql.ts';
import { LENIENT_ENGINES } from '../../support/any-schema.ts';
import { type SmallDisk, canMountDisks, mountSmallDisk } from '../../support/small-disk.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const canMount = canMountDisks();

/** Of two megabytes, until the test has ended. */
function openSmallDisk(): { readonly dir: string; readonly disk: SmallDisk } {
  const dir = makeTempDir();
  const disk = mountSmallDisk(dir, 2 * 1024 * 1024);
  onTestFinished(() => disk.unmount());
  return { dir, disk };
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'ok',
    (error: { code?: unknown }) => error.code,
  );

describe.skipIf(!canMount).each(LENIENT_ENGINES.map((engine) => [engine.name, engine] as const))(
  '%s on a full disk',
  (_, engine) => {
    test('says so, keeps every acknowledged row, still reads, and opens again', async () => {
      const path = join(openSmallDisk().dir, 'store-0001.db');
      const key = randomBytes(32);
      const store = await engine.open({ path, key, create: true });
      await store.transaction((tx) => tx.run(sql`CREATE TABLE thing (id INTEGER PRIMARY KEY, bytes BLOB)`));
      const add = () =>
        store.transaction((tx) => tx.run(sql`INSERT INTO thing (bytes) VALUES (${randomBytes(20_000)})`));
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
      const { dir, disk } = openSmallDisk();
      disk.fill();
      expect(
        await codeOf(engine.open({ path: join(dir, 'store-0001.db'), key: randomBytes(32), create: true })),
      ).toBe('disk-full');
    });

    test.each(['copyAnew', 'copyUnderKey'] as const)(
      'makes no copy under another key, says so and leaves nothing of it: %s',
      async (way) => {
        const { dir, disk } = openSmallDisk();
        const path = join(dir, 'store-0001.db');
        const key = randomBytes(32);
        const store = await engine.open({ path, key, create: true });
        await store.transaction(async (tx) => {
          await tx.run(sql`CREATE TABLE thing (id INTEGER PRIMARY KEY, bytes BLOB)`);
          await tx.runMany(
            'INSERT INTO thing (bytes) VALUES (?)',
            Array.from({ length: 40 }, () => [new Uint8Array(randomBytes(20_000))]),
          );
        });
        await store.checkpoint();
        disk.leave(400_000);
        const to = { path: join(dir, 'store-0002.db'), key: randomBytes(32) };
        expect(await codeOf(engine[way]({ from: { path, key }, to }))).toBe('disk-full');
        expect(readdirSync(dir).filter((name) => name.startsWith('store-0002'))).toEqual([]);
        expect(await store.get(sql`SELECT count(*) AS n FROM thing`)).toEqual({ n: 40 });
        await store.close();
      },
    );

    test('is asked how far a copy is without harm once the copy was taken away', async () => {
      const { dir, disk } = openSmallDisk();
      const path = join(dir, 'store-0001.db');
      const key = randomBytes(32);
      const store = await engine.open({ path, key, create: true });
      await store.transaction((tx) => tx.run(sql`CREATE TABLE thing (id INTEGER PRIMARY KEY, bytes BLOB)`));
      await store.close();
      disk.fill();
      const clock = vi.spyOn(globalThis, 'setInterval');
      const reports: number[] = [];
      const to = { path: join(dir, 'store-0002.db'), key: randomBytes(32) };
      const copy = engine.copyAnew({
        from: { path, key },
        to,
        onProgress: (done) => void reports.push(done),
      });
      expect(await codeOf(copy)).toBe('disk-full');
      const [tick] = clock.mock.calls.find(([, ms]) => ms === 200)!;
      clock.mockRestore();
      expect(tick).not.toThrow();
      expect(reports.at(-1)).toBe(0);
    });
  },
);
