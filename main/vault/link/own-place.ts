/** Where a store with a link is in the order of all desks. */
import { type Place, nextPlace, startOfOrder } from '../../files/spool/envelope.ts';
import type { Spool } from '../../files/spool/spool.ts';
import { AppError } from '../app-error.ts';
import { toHex } from '../crypto/bytes.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { NamedOp } from './estate-roster.ts';

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

/** What is here and not taken in: for whoever has had all of it taken in, the op at which the order has stopped. Null where there is none. Errors: as `readTaken`. */
export async function readStop(
  store: ReadableStore,
  spool: Pick<Spool, 'readPlaced'>,
): Promise<NamedOp | null> {
  const taken = await readTaken(store);
  const placed = spool.readPlaced(taken.place + 1);
  return placed === null
    ? null
    : { desk: placed.desk, n: placed.n, hash: toHex(nextPlace(taken, placed).hash) };
}
