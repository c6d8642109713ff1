/** Reads the log in pieces, so that other work runs in between and a million entries never lie in memory. */
import { setImmediate } from 'node:timers/promises';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

const ROWS_AT_ONCE = 500;
/** Of a piece that is looked through and not read. */
const LOOKED_THROUGH_AT_ONCE = 20_000;

/** Numbers of a first and a last entry. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The entries of a span in order, some hundreds at a time. */
export async function* readRows(
  store: ReadableStore,
  { first, last }: Span,
): AsyncGenerator<readonly LogRow[]> {
  for (let from = first; from <= last; from += ROWS_AT_ONCE) {
    const to = Math.min(last, from + ROWS_AT_ONCE - 1);
    yield await store.all<LogRow>(selectRows('WHERE seq BETWEEN ? AND ? ORDER BY seq', from, to));
    await setImmediate();
  }
}

/** The whole log in pieces to look through, newest first. */
export async function* piecesFromEnd(store: ReadableStore): AsyncGenerator<Span> {
  const whole = await store.get<{ readonly first: number | null; readonly last: number | null }>(
    sql`SELECT (SELECT min(seq) FROM log_entry WHERE seq >= 1) AS first, (SELECT max(seq) FROM log_entry) AS last`,
  );
  const bottom = whole?.first ?? 1;
  for (let last = whole?.last ?? 0; last >= bottom; last -= LOOKED_THROUGH_AT_ONCE) {
    yield { first: Math.max(bottom, last - LOOKED_THROUGH_AT_ONCE + 1), last };
    await setImmediate();
  }
}

/**
 * From the first to the last entry that was written at or after `from` and before `until` (milliseconds since 1970; null: open); those between that a clock
 * set back has put elsewhere are among them, so that there is no gap. Null where there is none.
 */
export async function findSpan(
  store: ReadableStore,
  from: number | null,
  until: number | null,
): Promise<Span | null> {
  const found: Span[] = [];
  for await (const piece of piecesFromEnd(store)) {
    const fits = await store.get<{ readonly first: number | null; readonly last: number | null }>(
      sql`SELECT min(seq) AS first, max(seq) AS last FROM log_entry WHERE seq BETWEEN ${piece.first} AND ${piece.last}
        AND time >= ${from ?? 0} AND time < ${until ?? Number.MAX_SAFE_INTEGER}`,
    );
    const { first, last } = fits ?? { first: null, last: null };
    if (first !== null && last !== null) found.push({ first, last });
  }
  const [newest] = found;
  const oldest = found.at(-1);
  return newest === undefined || oldest === undefined ? null : { first: oldest.first, last: newest.last };
}
