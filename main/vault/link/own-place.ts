/** Where a store with a link is in the order of all desks. */
import { type Place, startOfOrder } from '../../files/spool/envelope.ts';
import { AppError } from '../app-error.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** A store that begins to keep ops, in the caller's transaction: `from` is the place at which it is a copy of the order. */
export async function beginLink(
  tx: WritableStore,
  vaultId: string,
  from: Place = startOfOrder(vaultId),
): Promise<void> {
  await tx.run(
    sql`INSERT OR REPLACE INTO link (id, given, place, hash) VALUES (1, 0, ${from.place}, ${from.hash})`,
  );
}

/** Up to where the store has taken in the order. Errors: `store-tampered` {part: 'link'} where it has no link. */
export async function readTaken(store: ReadableStore): Promise<Place> {
  const row = await store.get<Place>(sql`SELECT place, hash FROM link`);
  if (row === undefined) throw new AppError('store-tampered', { part: 'link' });
  return row;
}
