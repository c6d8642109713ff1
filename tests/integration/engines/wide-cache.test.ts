/** The wide cache is there for one transaction, whatever becomes of it. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sql } from '../../../main/vault/store/sql.ts';
import type { ReadableStore, Store } from '../../../main/vault/store/store.ts';
import { withWideCache } from '../../../main/vault/store/wide-cache.ts';
import { LENIENT_ENGINES } from '../../support/any-schema.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const sizeOf = async (store: ReadableStore): Promise<number | undefined> =>
  (await store.get<{ cache_size: number }>(sql`PRAGMA cache_size`))?.cache_size;

describe.each(LENIENT_ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  const open = (): Promise<Store> =>
    engine.open({ path: join(makeTempDir(), 'store.db'), key: randomBytes(32), create: true });

  test('is wide while the work runs and as it was afterwards', async () => {
    const store = await open();
    const usual = await sizeOf(store);
    const within = await store.transaction((tx) => withWideCache(tx, () => sizeOf(tx)));
    expect(within).toBe(-64_000);
    expect(usual).toBeGreaterThan(-64_000);
    expect(await sizeOf(store)).toBe(usual);
    await store.close();
  });

  test('is as it was after work that throws', async () => {
    const store = await open();
    const usual = await sizeOf(store);
    await expect(
      store.transaction((tx) => withWideCache(tx, () => Promise.reject(new Error('no more')))),
    ).rejects.toThrow('no more');
    expect(await sizeOf(store)).toBe(usual);
    await store.close();
  });
});
