/** Keeps what was counted over all records until an entry of the log says that some were changed: every change is entered in its own commit. */
import { actionsOfGroup } from '../../../contract/log/entries.ts';
import { dayOf } from '../clock.ts';
import type { Session } from './session.ts';
import { type Marks, type Stretch, allChains, behind, readWhole, within } from '../log/chains.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Actions that change no record and no line of the inventory. */
const WITHOUT_CHANGE: readonly string[] = [
  ...actionsOfGroup('session').filter((action) => action !== 'set-up' && action !== 'new-day'),
  ...(['denied', 'search', 'reveal', 'log'] as const).flatMap(actionsOfGroup),
];

interface Kept<T> {
  readonly store: Session['store'];
  readonly day: string;
  readonly marks: Marks;
  readonly undecided: string;
  readonly value: T;
}

/** The same answer as `read`, which is asked only where it may have become another one. One answer is kept for a whole vault process. */
export function untilChanged<T>(read: (session: Session) => Promise<T>): (session: Session) => Promise<T> {
  let kept: Kept<T> | null = null;
  return async (session) => {
    const { store } = session;
    const day = dayOf(session.clock.now());
    // Before the counts: what is committed meanwhile is counted once more rather than missed.
    // Together: each answer that is awaited costs a round trip to the engine's thread.
    const [whole, undecided] = await Promise.all([readWhole(store), readUndecided(store)]);
    if (
      kept?.store === store &&
      kept.day === day &&
      kept.undecided === undecided &&
      !(await haveChanged(store, behind(whole, kept.marks)))
    )
      return kept.value;
    const value = await read(session);
    kept = { store, day, undecided, marks: whole.map(({ upTo }) => upTo), value };
    return value;
  };
}

/** Entries whose changes come behind them, once other desks have decided. */
const readUndecided = async (store: ReadableStore): Promise<string> =>
  (
    await store.get<{ readonly seqs: string | null }>(
      sql`SELECT group_concat(seq) AS seqs FROM undone_entry WHERE decided = 0`,
    )
  )?.seqs ?? '';

async function haveChanged(store: ReadableStore, since: readonly Stretch[]): Promise<boolean> {
  const { text, values } = within(since);
  const row = await store.get(
    allChains({
      text: `SELECT 1 FROM $log WHERE ${text} AND action NOT IN (${WITHOUT_CHANGE.map(() => '?').join(', ')}) LIMIT 1`,
      values: [...values, ...WITHOUT_CHANGE],
    }),
  );
  return row !== undefined;
}
