/** Keeps what was counted over all records until an entry of the log says that some were changed: every change is entered in its own commit. */
import { actionsOfGroup } from '../../../contract/log/entries.ts';
import { dayOf } from '../clock.ts';
import { lastSeq } from '../log/audit-log.ts';
import type { Session } from './session.ts';
import type { ReadableStore } from '../store/store.ts';

/** Actions that change no record and no line of the inventory. */
const WITHOUT_CHANGE: readonly string[] = [
  ...actionsOfGroup('session').filter((action) => action !== 'set-up' && action !== 'new-day'),
  ...(['denied', 'search', 'reveal', 'log'] as const).flatMap(actionsOfGroup),
];

interface Kept<T> {
  readonly store: Session['store'];
  readonly day: string;
  readonly seq: number;
  readonly value: T;
}

/** The same answer as `read`, which is asked only where it may have become another one. One answer is kept for a whole vault process. */
export function untilChanged<T>(read: (session: Session) => Promise<T>): (session: Session) => Promise<T> {
  let kept: Kept<T> | null = null;
  return async (session) => {
    const { store } = session;
    const day = dayOf(session.clock.now());
    // Before the counts: what is committed meanwhile is counted once more rather than missed.
    const seq = await lastSeq(store);
    if (kept?.store === store && kept.day === day && !(await haveChanged(store, kept.seq))) return kept.value;
    const value = await read(session);
    kept = { store, day, seq, value };
    return value;
  };
}

async function haveChanged(store: ReadableStore, since: number): Promise<boolean> {
  const row = await store.get({
    text: `SELECT 1 FROM log_entry WHERE seq > ? AND action NOT IN (${WITHOUT_CHANGE.map(() => '?').join(', ')}) LIMIT 1`,
    values: [since, ...WITHOUT_CHANGE],
  });
  return row !== undefined;
}
