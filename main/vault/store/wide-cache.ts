/** Room for the pages of a large write: in the everyday cache an import would encrypt and read back most of its indexes many times over. */
import { sql } from './sql.ts';
import type { WritableStore } from './store.ts';

/** In kibibytes, as the pragma counts when it is negative: the indexes of 100,000 people nearly whole. */
const WIDE = 64_000;

/** Runs `work` with the wide cache; what it took is given back when the caller's transaction ends. */
export async function withWideCache<T>(tx: WritableStore, work: () => Promise<T>): Promise<T> {
  const usual = (await tx.get<{ readonly cache_size: number }>(sql`PRAGMA cache_size`))?.cache_size ?? 0;
  await tx.run({ text: `PRAGMA cache_size = ${-WIDE}`, values: [] });
  try {
    return await work();
  } finally {
    await tx.run({ text: `PRAGMA cache_size = ${Math.trunc(usual)}`, values: [] });
  }
}
