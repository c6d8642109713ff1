/** A change of a register and the entries that say so, in one commit; each entry is by whoever is signed in. */
import type { SessionEntry } from '../log/audit-log.ts';
import { type Session, entryOf } from './session.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** Changes the store and returns the entries that say so; `seq` is the number of the first. */
type Change = (tx: WritableStore, seq: number) => Promise<readonly SessionEntry[]>;

/** Errors: those of `change` and of AuditLog.record; nothing is written then. */
export const commit = (session: Session, change: Change): Promise<void> =>
  commitValue(session, async (tx, seq) => ({ value: undefined, entries: await change(tx, seq) }));

/** Value of `read` in the same transaction, after the change. Errors: as `commit`, those of `read`. */
export const commitAndRead = <T>(
  session: Session,
  read: (session: Session, store: ReadableStore) => Promise<T>,
  change: Change,
): Promise<T> =>
  commitValue(session, async (tx, seq) => {
    const entries = await change(tx, seq);
    return { value: await read(session, tx), entries };
  });

/** The value that `change` returns with its entries. Errors: as `commit`. */
export const commitValue = <T>(
  session: Session,
  change: (
    tx: WritableStore,
    seq: number,
  ) => Promise<{ readonly value: T; readonly entries: readonly SessionEntry[] }>,
): Promise<T> =>
  session.log.record(session.store, async (tx, seq) => {
    const { value, entries } = await change(tx, seq);
    return { value, entries: entries.map((entry) => entryOf(session, entry)) };
  });
