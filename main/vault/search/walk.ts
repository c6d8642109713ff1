/** Walks along ranges of an index, some rows at a time; the next begin behind the key of the last. No offset, no count. */
import type { Sql } from '../store/sql.ts';
import type { Lists } from './lists-together.ts';
import type { PersonListRow } from './rows.ts';

/** Half-open range of index keys, or what is left of it behind the entry of `after` at its first key. */
export interface KeyRange {
  readonly from: string;
  readonly after?: number;
  readonly to: string;
}

/** All keys that begin with the prefix, in the order of code points, which is that of UTF-8. */
export function rangeOf(prefix: string): KeyRange {
  const points = [...prefix].map((character) => character.codePointAt(0) ?? 0);
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const next = last + 1;
    if (next <= 0x10ffff)
      return { from: prefix, to: String.fromCodePoint(...points, next === 0xd800 ? 0xe000 : next) };
  }
  return { from: prefix, to: prefix };
}

/** Ranges one after the other, and the statement that reads so many rows of them. */
export interface Walk {
  readonly ranges: readonly KeyRange[];
  readonly read: (ranges: readonly KeyRange[], limit: number) => Sql;
  /** By which key a row of this walk stands in a range, first: a statement with `key`. */
  readonly keyOf: (row: PersonListRow, range: KeyRange) => Sql;
  /** What rows have in common of which one is shown: somebody's phone and the WeChat id that is that phone are one line. */
  readonly sameAs: (row: PersonListRow) => string;
}

/** Rows that are being read, and how many at most. */
interface Reading {
  readonly limit: number;
  readonly rows: Promise<readonly PersonListRow[]>;
}

export interface Batch {
  readonly rows: readonly PersonListRow[];
  readonly more: boolean;
}

/** The next people, `most` at a time, each once. */
export type Take = (most: number) => Promise<Batch>;

/** Rows that are read where a walk goes on: some of them have been shown by an earlier key. */
const GO_ON = 128;
/** Rows that are put into order together. As many however many are asked for, so that the order does not hang on that. */
const SORTED = 16;

export type Sort = (rows: readonly PersonListRow[]) => readonly PersonListRow[];

/**
 * People in the order of one walk after another, each walk's sorted sixteen by sixteen as its index brings them. One row more than
 * is asked for is read, to tell whether there are more; it waits.
 * Where no walk is expected to fill a list, all are begun `together`: each answer waited for is a hop to the engine's thread and back.
 */
export function takeInOrder(lists: Lists, walks: readonly Walk[], sort: Sort, together = false): Take {
  const shown = new Set<string>();
  /** Rows read of each room, value or person: a walk that goes on in the middle of one reads them again. */
  const readOf = new Map<number, number>();
  const waiting: PersonListRow[] = [];
  /** Read, and not yet sorted: there may be more to sort with. */
  const unsorted: PersonListRow[] = [];
  const begun = new Map<Walk, Reading>();
  let left = walks;
  let last: PersonListRow | null = null;

  const read = (walk: Walk, ranges: readonly KeyRange[], limit: number): Reading => ({
    limit,
    rows: lists.read(walk.read(ranges, limit)),
  });

  function beginAll(limit: number): void {
    for (const walk of walks) {
      const reading = read(walk, walk.ranges, limit);
      // One that nobody comes to wait for fails for nobody.
      reading.rows.catch(() => undefined);
      begun.set(walk, reading);
    }
  }

  async function readOn(walk: Walk, most: number): Promise<void> {
    const first = Math.ceil(most / SORTED) * SORTED + 1;
    if (together && begun.size === 0) beginAll(first);
    const ranges = last === null ? walk.ranges : await behind(lists, walk, last);
    const limit = last === null ? first : GO_ON + (readOf.get(last.ref) ?? 0);
    const reading = (last === null ? begun.get(walk) : undefined) ?? read(walk, ranges, limit);
    const rows = await reading.rows;
    for (const row of rows) {
      const id = walk.sameAs(row);
      if (shown.has(id)) continue;
      shown.add(id);
      readOf.set(row.ref, (readOf.get(row.ref) ?? 0) + 1);
      unsorted.push(row);
    }
    last = rows.length < reading.limit ? null : (rows.at(-1) ?? null);
    left = last === null ? left.slice(1) : [{ ...walk, ranges }, ...left.slice(1)];
    const fewest = last === null ? 1 : SORTED;
    while (unsorted.length >= fewest) waiting.push(...sort(unsorted.splice(0, SORTED)));
  }

  const isEnough = (most: number): boolean =>
    waiting.length >= most && waiting.length + unsorted.length > most;

  return async (most) => {
    for (let walk = left[0]; walk !== undefined && !isEnough(most); walk = left[0]) await readOn(walk, most);
    return { rows: waiting.splice(0, most), more: waiting.length + unsorted.length > 0 };
  };
}

/** What is left of a walk's ranges behind a row that it brought. */
async function behind(lists: Lists, walk: Walk, row: PersonListRow): Promise<readonly KeyRange[]> {
  for (const [index, range] of walk.ranges.entries()) {
    const found = await lists.get<{ readonly key: string }>(walk.keyOf(row, range));
    if (found !== undefined)
      return [{ ...range, from: found.key, after: row.ref }, ...walk.ranges.slice(index + 1)];
  }
  // The row has lost its key since: whoever it was, nobody can say what came after.
  return [];
}

/** From a list that is at hand whole. */
export function takeFrom(rows: readonly PersonListRow[]): Take {
  let at = 0;
  return async (most) => {
    const batch = rows.slice(at, at + most);
    at += batch.length;
    return { rows: batch, more: at < rows.length };
  };
}
