/**
 * Walks along index ranges, some rows at a time; each read continues after the key of the last row. No
 * offset, no count.
 */
import type { Sql } from '../store/sql.ts';
import type { Lists } from './lists-together.ts';
import type { PersonListRow } from './rows.ts';

/**
 * Half-open range [from, to) of index keys; with `after`, only the entries after that id at the key `from`.
 */
export interface KeyRange {
  readonly from: string;
  readonly after?: number;
  readonly to: string;
}

/** The range of all keys with the prefix, in code point order, which is that of UTF-8. */
export function rangeOf(prefix: string): KeyRange {
  const points = [...prefix].map((character) => character.codePointAt(0) ?? 0);
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const next = last + 1;
    if (next <= 0x10ffff)
      return { from: prefix, to: String.fromCodePoint(...points, next === 0xd800 ? 0xe000 : next) };
  }
  return { from: prefix, to: prefix };
}

/** Ranges one after another, and how they are read. */
export interface Walk {
  readonly ranges: readonly KeyRange[];
  readonly read: (ranges: readonly KeyRange[], limit: number) => Sql;
  /** Statement for the first key (column `key`) by which a row is in a range. */
  readonly keyOf: (row: PersonListRow, range: KeyRange) => Sql;
  /**
   * Identity of a line: of rows with the same text only one is shown, such as a phone and the WeChat id that
   * is that phone.
   */
  readonly sameAs: (row: PersonListRow) => string;
}

/** Rows that are being read, with the limit of the read. */
interface Reading {
  readonly limit: number;
  readonly rows: Promise<readonly PersonListRow[]>;
}

/** Some rows, and whether there are more. */
export interface Batch {
  readonly rows: readonly PersonListRow[];
  readonly more: boolean;
}

/** Takes the next people, at most `most`, each once. */
export type Cursor = (most: number) => Promise<Batch>;

/** Rows read where a walk continues; some of them were shown by an earlier key. */
const GO_ON = 128;
/** Rows that are sorted together unless a sort says otherwise; a constant, so that the order does not depend on how many are requested. */
const SORTED = 16;

/** Sorts rows of one walk. */
export type Sort = (rows: readonly PersonListRow[]) => readonly PersonListRow[];

/**
 * Takes people walk by walk, sorted in groups of `sorted` as the index returns them. One more row than
 * requested is read and kept, to know whether there are more. `together`: starts all walks at once, for walks
 * that are not expected to fill a list, because each awaited answer costs a round trip to the engine's
 * thread.
 */
export function takeInOrder(
  lists: Lists,
  walks: readonly Walk[],
  sort: Sort,
  { together = false, sorted = SORTED }: { readonly together?: boolean; readonly sorted?: number } = {},
): Cursor {
  const shown = new Set<string>();
  /** Rows read of each room, value or person; a walk that continues within one reads them again. */
  const readOf = new Map<number, number>();
  const waiting: PersonListRow[] = [];
  /** Read but not sorted yet, because more rows of the same group may follow. */
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
      // A read that is never awaited must not raise an unhandled rejection.
      reading.rows.catch(() => undefined);
      begun.set(walk, reading);
    }
  }

  async function readOn(walk: Walk, most: number): Promise<void> {
    const first = Math.ceil(most / sorted) * sorted + 1;
    if (together && begun.size === 0) beginAll(first);
    const ranges = last === null ? walk.ranges : await rangesAfter(lists, walk, last);
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
    const fewest = last === null ? 1 : sorted;
    while (unsorted.length >= fewest) waiting.push(...sort(unsorted.splice(0, sorted)));
  }

  const isEnough = (most: number): boolean =>
    waiting.length >= most && waiting.length + unsorted.length > most;

  return async (most) => {
    for (let walk = left[0]; walk !== undefined && !isEnough(most); walk = left[0]) await readOn(walk, most);
    return { rows: waiting.splice(0, most), more: waiting.length + unsorted.length > 0 };
  };
}

/** The rest of a walk's ranges after a row. */
async function rangesAfter(lists: Lists, walk: Walk, row: PersonListRow): Promise<readonly KeyRange[]> {
  for (const [index, range] of walk.ranges.entries()) {
    const found = await lists.get<{ readonly key: string }>(walk.keyOf(row, range));
    if (found !== undefined)
      return [{ ...range, from: found.key, after: row.ref }, ...walk.ranges.slice(index + 1)];
  }
  // The row has lost its key since, so its position is unknown.
  return [];
}

/** Takes from a complete list. */
export function takeFrom(rows: readonly PersonListRow[]): Cursor {
  let at = 0;
  return async (most) => {
    const batch = rows.slice(at, at + most);
    at += batch.length;
    return { rows: batch, more: at < rows.length };
  };
}
