/** Keeps what was counted over all records until an entry of the log says that some were changed: every change is entered in its own commit. */
import { actionsOfGroup } from '../../../contract/log/entries.ts';
import { dayOf } from '../clock.ts';
import type { Session } from './session.ts';
import {
  LAST_NUMBERS,
  type Marks,
  type Stretch,
  allChains,
  behind,
  upToLast,
  within,
} from '../log/chains.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Actions that change no record and no line of the inventory. */
const WITHOUT_CHANGE: readonly string[] = [
  ...actionsOfGroup('session').filter((action) => action !== 'set-up' && action !== 'new-day'),
  ...(['denied', 'search', 'reveal', 'log'] as const).flatMap(actionsOfGroup),
];

interface Kept<T> {
  readonly store: Session['store'];
  readonly day: string;
  /** Of the store, when it was looked at. */
  readonly writes: number | null;
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
    const writes = store.writes();
    // Asked at each key of a search, mostly while nothing has been written.
    if (kept?.store === store && kept.day === day && kept.writes === writes) return kept.value;
    // Before the counts: what is committed meanwhile is counted once more rather than missed. The log of a damaged store may not be readable.
    const { whole, undecided } = writes === null ? NOTHING_READ : await readEnds(store);
    const marks = whole.map(({ upTo }) => upTo);
    const known = kept;
    const isSame =
      writes !== null &&
      known?.store === store &&
      known.day === day &&
      known.undecided === undecided &&
      !(await haveChanged(store, behind(whole, known.marks)));
    const value = isSame ? known.value : await read(session);
    // Entries that changed nothing are not asked about once more.
    if (kept === known) kept = { store, day, writes, undecided, marks, value };
    return value;
  };
}

/** The ends of all chains, and the entries whose changes come behind them once other desks have decided: one statement, as it is asked at each key of a search. */
const ENDS: Sql = {
  text: `SELECT (SELECT json_group_array(seq) FROM (${LAST_NUMBERS.text})) AS lasts,
    (SELECT group_concat(seq) FROM undone_entry WHERE decided = 0) AS undecided`,
  values: [],
};

interface Ends {
  readonly whole: readonly Stretch[];
  readonly undecided: string;
}
const NOTHING_READ: Ends = { whole: [], undecided: '' };

async function readEnds(store: ReadableStore): Promise<Ends> {
  const row = await store.get<{ readonly lasts: string; readonly undecided: string | null }>(ENDS);
  return {
    whole: (JSON.parse(row?.lasts ?? '[]') as readonly number[]).map(upToLast),
    undecided: row?.undecided ?? '',
  };
}

async function haveChanged(store: ReadableStore, since: readonly Stretch[]): Promise<boolean> {
  if (since.length === 0) return false;
  const { text, values } = within(since);
  const row = await store.get(
    allChains({
      text: `SELECT 1 FROM $log WHERE ${text} AND action NOT IN (${WITHOUT_CHANGE.map(() => '?').join(', ')}) LIMIT 1`,
      values: [...values, ...WITHOUT_CHANGE],
    }),
  );
  return row !== undefined;
}
