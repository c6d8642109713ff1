/**
 * Finds an entry of this desk's chain, for which the anchor vouches. A sign-in compares the end of the log alone with the anchor,
 * so that an entry further back may have been rewritten since.
 */
import { AppError } from '../app-error.ts';
import { sameBytes } from '../crypto/bytes.ts';
import type { LogRow } from '../log/audit-log.ts';
import { hashEntry } from '../log/chain.ts';
import { placeIn } from '../log/chains.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Session } from './session.ts';

/** Rows that are read at once. */
const AT_ONCE = 500;

/** Parts of a session that vouch for the log. */
export type VouchingLog = Pick<Session, 'log' | 'anchor' | 'roster'>;

/**
 * First value that `read` returns, from the newest entry on; null where it returns none. Goes from the anchored head backward and checks the hash of each entry
 * against the one after it, so that it takes as long as there are entries since. Errors: AppError `store-tampered` {part: 'log'}; `cancelled` where `signal` is
 * aborted; those that `read` throws.
 */
export async function findEntry<T>(
  { log, anchor }: VouchingLog,
  store: ReadableStore,
  read: (row: LogRow) => T | null,
  signal?: AbortSignal,
): Promise<T | null> {
  const { vaultId, log: head } = anchor.state();
  let { seq, hash } = head;
  while (placeIn(seq) > 0) {
    if (signal?.aborted === true) throw new AppError('cancelled');
    const rows = await log.list(store, { before: seq + 1, limit: AT_ONCE });
    if (rows.length === 0) throw tampered();
    for (const row of rows) {
      const isNext = row.seq === seq && sameBytes(row.hash, hash);
      if (!isNext || !sameBytes(hashEntry(vaultId, row, row.tag), hash)) throw tampered();
      const found = read(row);
      if (found !== null) return found;
      seq -= 1;
      hash = row.prevHash;
    }
  }
  return null;
}

const tampered = (): AppError => new AppError('store-tampered', { part: 'log' });
