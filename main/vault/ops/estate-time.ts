/** The time that desks go by together: no clock of one desk decides, since it may be wrong, or set so. */
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';

/** The lower median of the clocks of the desks, each as its last op in the order says, in milliseconds since 1970; null where there is none. */
export const estateTime = (times: readonly number[]): number | null =>
  times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) / 2)] ?? null;

/** Notes an op that has its place; returns the estate's time there. A desk that has ended has no row any more. */
export async function noteOp(
  tx: WritableStore,
  { desk, n, time }: { readonly desk: number; readonly n: number; readonly time: number },
): Promise<number> {
  await tx.run(sql`INSERT OR REPLACE INTO op_desk (desk, n, time) VALUES (${desk}, ${n}, ${time})`);
  const rows = await tx.all<{ readonly time: number }>(sql`SELECT time FROM op_desk`);
  return estateTime(rows.map((row) => row.time)) ?? time;
}
