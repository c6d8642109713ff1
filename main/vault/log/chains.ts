/**
 * Whose entries a query of the log asks for. Each desk writes a chain of its own, numbered desk · 2³² + n, and has the entries of all; a store that was put back
 * goes on in the chain that it had. A query calls the log `$log` and its segments `$segments`, and says by `ownChain` or `allChains` which it means;
 * `scripts/check-layers.ts` refuses a text that names the tables themselves.
 */
import { IDS_OF_A_DESK, SEGMENTS_OF_A_DESK } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** The query with the entries that it asks for. */
export type Chains = (query: Sql) => Sql;

const of =
  (log: string, segments: string): Chains =>
  ({ text, values }) => ({
    text: text.replaceAll('$log', () => log).replaceAll('$segments', () => segments),
    values,
  });

const OWN = '(SELECT chain FROM local_state)';

/** Entries of every desk; also for statements that write. */
export const allChains = of('log_entry', 'log_segment');

/** Those of this desk's chain. */
export const ownChain = of(
  `(SELECT * FROM log_entry WHERE seq > ${OWN} * ${IDS_OF_A_DESK} AND seq < (${OWN} + 1) * ${IDS_OF_A_DESK})`,
  `(SELECT * FROM log_segment WHERE first_seq / ${IDS_OF_A_DESK} = ${OWN})`,
);

/** The chain that an entry is in, by the desk that began it. */
export const chainOf = (seq: number): number => Math.floor(seq / IDS_OF_A_DESK);

/** The number before the first entry of a chain. */
export const startOf = (chain: number): number => chain * IDS_OF_A_DESK;

/** How many entries a chain has up to this one. */
export const placeIn = (seq: number): number => seq % IDS_OF_A_DESK;

/** The number before which all entries of the chain of this one are. */
export const endOfChain = (seq: number): number => startOf(chainOf(seq) + 1);

interface Placed {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** Whether an entry came behind another: in one chain by number, and by the clocks of two desks between chains. */
export const isLater = (one: Placed, other: Placed): boolean =>
  chainOf(one.seq) === chainOf(other.seq) ? one.seq > other.seq : one.time > other.time;

/** Entries of several chains in one order: each chain keeps its own, and they are put between one another by their clocks. Given in the order of their numbers. */
export function inOrder<Row extends Placed>(rows: readonly Row[]): readonly Row[] {
  let [chain, latest] = [-1, 0];
  const placed = rows.map((row) => {
    latest = chainOf(row.seq) === chain ? Math.max(latest, row.time) : row.time;
    chain = chainOf(row.seq);
    return { row, chain, latest };
  });
  if (placed.every((one) => one.chain === chain)) return rows;
  return placed.toSorted((a, b) => a.latest - b.latest).map(({ row }) => row);
}

/** The chain of this store. */
export const readChain = async (store: ReadableStore): Promise<number> =>
  (await store.get<{ readonly chain: number }>(sql`SELECT chain FROM local_state`))?.chain ?? 0;

/**
 * Chains in the log that nobody can have written: of a desk that the signed roster does not have, or of a number that this computer took when its store was
 * put back, and with which it went on in its own. `lastDesk`: of the roster.
 */
export async function readUnknownChains(
  store: ReadableStore,
  lastDesk: number,
): Promise<ReadonlySet<number>> {
  const own = await readChain(store);
  const segments = await store.all<{ readonly id: number }>(ownChain(sql`SELECT id FROM $segments`));
  const taken = new Set(segments.map(({ id }) => Math.floor(id / SEGMENTS_OF_A_DESK)));
  const chains = (await readWhole(store)).map(({ upTo }) => chainOf(upTo));
  return new Set(chains.filter((chain) => chain !== own && (chain > lastDesk || taken.has(chain))));
}

// --- stretches

/** Entries of one chain: behind a number, up to another. */
export interface Stretch {
  readonly after: number;
  readonly upTo: number;
}

/** The last number of each chain, by one search a chain. Numbers that the log does not write are none. */
export const LAST_NUMBERS = allChains({
  text: `WITH RECURSIVE last (seq) AS (
    SELECT max(seq) FROM $log UNION ALL
    SELECT (SELECT max(seq) FROM $log WHERE seq < last.seq / ${IDS_OF_A_DESK} * ${IDS_OF_A_DESK}) FROM last WHERE seq >= ${IDS_OF_A_DESK})
    SELECT seq FROM last WHERE seq >= 1 ORDER BY seq`,
  values: [],
});

/** The whole log as it is now, a stretch for each chain. */
export async function readWhole(store: ReadableStore): Promise<readonly Stretch[]> {
  const lasts = await store.all<{ readonly seq: number }>(LAST_NUMBERS);
  return lasts.map(({ seq }) => upToLast(seq));
}

/** The stretch of a chain from its first entry to its last. */
export const upToLast = (seq: number): Stretch => ({ after: startOf(chainOf(seq)), upTo: seq });

/** Numbers up to which each chain was read; what is no chain's yet is read from its first entry on. */
export type Marks = readonly number[];

/** Marks with one of them put on. */
export const withMark = (marks: Marks, mark: number): Marks => [
  ...marks.filter((one) => chainOf(one) !== chainOf(mark)),
  mark,
];

/** The ends of all chains, to ask later what came since. */
export const readMarks = async (store: ReadableStore): Promise<Marks> =>
  (await readWhole(store)).map(({ upTo }) => upTo);

/** What of these comes behind the marks. */
export const behind = (stretches: readonly Stretch[], marks: Marks): readonly Stretch[] =>
  stretches
    .map(({ after, upTo }) => ({
      after: marks.find((mark) => chainOf(mark) === chainOf(upTo)) ?? after,
      upTo,
    }))
    .filter(({ after, upTo }) => after < upTo);

/** What of these does not come behind the marks. */
export const upToMarks = (stretches: readonly Stretch[], marks: Marks): readonly Stretch[] =>
  stretches
    .map(({ after, upTo }) => ({
      after,
      upTo: marks.find((mark) => chainOf(mark) === chainOf(upTo)) ?? upTo,
    }))
    .filter(({ after, upTo }) => after < upTo);

/** Condition that an entry, whose number is in column `seq`, is in one of these. */
export function within(stretches: readonly Stretch[]): Sql {
  const each = stretches.map(() => 'seq BETWEEN ? AND ?');
  return {
    text: each.length === 1 ? each.join('') : each.length === 0 ? 'FALSE' : `(${each.join(' OR ')})`,
    values: stretches.flatMap(({ after, upTo }) => [after + 1, upTo]),
  };
}

/** The same in pieces of so many numbers at most, so that other work runs in between; the oldest of each chain first. */
export function* inPieces(stretches: readonly Stretch[], most: number): Generator<Stretch> {
  for (const { after, upTo } of stretches)
    for (let from = after; from < upTo; from += most)
      yield { after: from, upTo: Math.min(from + most, upTo) };
}

/** How many numbers there are in them. */
export const sizeOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { after, upTo }) => sum + upTo - after, 0);

/** What was entered at or after a moment (milliseconds since 1970). Each chain is in the order of time but for a clock that was set back. */
export async function readSince(store: ReadableStore, time: number): Promise<readonly Stretch[]> {
  const since: Stretch[] = [];
  for (const { after, upTo } of await readWhole(store)) {
    let [low, high] = [after, upTo];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const row = await store.get<{ readonly time: number }>(
        allChains(
          sql`SELECT time FROM $log WHERE seq > ${after} AND seq <= ${middle} ORDER BY seq DESC LIMIT 1`,
        ),
      );
      if (row === undefined || row.time < time) low = middle;
      else high = middle - 1;
    }
    since.push({ after: low, upTo });
  }
  return since;
}

/** The marks just before a moment. */
export const marksBefore = async (store: ReadableStore, time: number): Promise<Marks> =>
  (await readSince(store, time)).map(({ after }) => after);

/** What was entered at or after a moment and before another. */
export const readBetween = async (
  store: ReadableStore,
  from: number,
  until: number,
): Promise<readonly Stretch[]> => upToMarks(await readSince(store, from), await marksBefore(store, until));

/** Condition that an entry, with columns `seq` and `time`, came behind this one, as `isLater` tells. */
export const behindEntry = (entry: number): Sql => sql`(seq > ${entry} AND seq < ${endOfChain(entry)}
  OR seq NOT BETWEEN ${startOf(chainOf(entry))} AND ${endOfChain(entry)} AND time > coalesce((SELECT time FROM log_entry WHERE seq = ${entry}), -1))`;
