/**
 * A larger page cache for bulk writes: with the default one an import would encrypt and reread most index
 * pages many times.
 */
import { sql } from './sql.ts';
import type { WritableStore } from './store.ts';

/** Cache size in KiB; holds nearly all indexes of 100,000 people. */
const WIDE = 64_000;

/** Runs `work` with the larger cache, which is freed when the caller's transaction ends. */
export async function withWideCache<T>(tx: WritableStore, work: () => Promise<T>): Promise<T> {
  const usual = (await tx.get<{ readonly cache_size: number }>(sql`PRAGMA cache_size`))?.cache_size ?? 0;
  await tx.run({ text: `PRAGMA cache_size = ${-WIDE}`, values: [] });
  try {
    return await work();
  } finally {
    await tx.run({ text: `PRAGMA cache_size = ${Math.trunc(usual)}`, values: [] });
  }
}
