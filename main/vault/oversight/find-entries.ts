/**
 * A page of the log, narrowed by a filter. Only the residents of entries have an index: one for each other column
 * would be written with every entry, and a filter of two columns would still scan one of them. So a request
 * looks through a bounded piece of the log, and whoever asks goes on where it ended.
 */
import { actionsOfGroup } from '../../../contract/log/entries.ts';
import type { LogFilter } from '../../../contract/log/routes.ts';
import { startOfDay } from '../clock.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { allChains, chainOf, startOf } from '../log/chains.ts';
import { type SqlValue, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Entries that one request looks through at most. */
export const MAX_SCANNED = 5_000;

/** Entries that a request has found. */
export interface FoundEntries {
  /** Newest first. */
  readonly rows: readonly LogRow[];
  /** The number to ask before for what follows; null where nothing does. */
  readonly next: number | null;
}

/** At most `limit` entries with a number below `before` (null: the last ones) that fit the filter. */
export async function findEntries(
  store: ReadableStore,
  {
    before,
    limit,
    filter,
  }: { readonly before: number | null; readonly limit: number; readonly filter: LogFilter },
): Promise<FoundEntries> {
  const top = await lastBelow(store, before ?? Number.MAX_SAFE_INTEGER);
  if (top === null) return { rows: [], next: null };
  // By its index a resident's entries are found at once, however far apart they are.
  const { floor, next } =
    filter.personId === undefined ? await pieceBelow(store, top) : { floor: 1, next: null };
  const wanted = conditionsOf(filter);
  const found = await store.all<LogRow>(
    selectRows(
      allChains,
      `WHERE ${['seq BETWEEN ? AND ?', ...wanted.map(({ text }) => text)].join(' AND ')} ORDER BY seq DESC LIMIT ?`,
      floor,
      top,
      ...wanted.flatMap(({ values }) => values),
      limit + 1,
    ),
  );
  const rows = found.slice(0, limit);
  if (found.length > limit) return { rows, next: rows.at(-1)?.seq ?? null };
  return { rows, next };
}

/** The lowest number of a piece that ends with `top`, from one chain into the next where there are few, and what to ask before for the next piece. */
async function pieceBelow(
  store: ReadableStore,
  top: number,
): Promise<{ readonly floor: number; readonly next: number | null }> {
  let [floor, left] = [top, MAX_SCANNED];
  for (let last: number | null = top; last !== null; last = await lastBelow(store, floor)) {
    if (left === 0) return { floor, next: floor };
    floor = Math.max(startOf(chainOf(last)) + 1, last - left + 1);
    left -= last - floor + 1;
  }
  return { floor, next: null };
}

async function lastBelow(store: ReadableStore, seq: number): Promise<number | null> {
  const last = await store.get<{ readonly seq: number | null }>(
    allChains(sql`SELECT max(seq) AS seq FROM $log WHERE seq >= 1 AND seq < ${seq}`),
  );
  return last?.seq ?? null;
}

interface Condition {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

function conditionsOf({ from, to, staffId, group, outcome, personId }: LogFilter): readonly Condition[] {
  const actions = group === undefined ? [] : actionsOfGroup(group);
  const given: readonly (Condition | false)[] = [
    from !== undefined && { text: 'time >= ?', values: [startOfDay(from)] },
    to !== undefined && { text: 'time < ?', values: [startOfDay(to, 1)] },
    staffId !== undefined && { text: '(staff_id = ? OR cosigner_id = ?)', values: [staffId, staffId] },
    group !== undefined && { text: `action IN (${actions.map(() => '?').join(', ')})`, values: actions },
    outcome !== undefined && { text: 'outcome = ?', values: [outcome] },
    personId !== undefined && { text: 'person_id = ?', values: [personId] },
  ];
  return given.filter((one) => one !== false);
}
