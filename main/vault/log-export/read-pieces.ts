/** Reads the log in pieces, so that other work runs in between and a million entries never lie in memory. */
import { setImmediate } from 'node:timers/promises';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { type Stretch, allChains, chainOf, inPieces, readWhole } from '../log/chains.ts';
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

/** The entries of spans in order, some hundreds at a time. */
export async function* readRows(
  store: ReadableStore,
  spans: readonly Span[],
): AsyncGenerator<readonly LogRow[]> {
  for (const { after, upTo } of inPieces(spans.map(stretchOf), ROWS_AT_ONCE)) {
    yield await store.all<LogRow>(
      selectRows(allChains, 'WHERE seq > ? AND seq <= ? ORDER BY seq', after, upTo),
    );
    await setImmediate();
  }
}

const stretchOf = ({ first, last }: Span): Stretch => ({ after: first - 1, upTo: last });

/** The whole log in pieces to look through, the newest of each chain first. */
export async function* piecesFromEnd(store: ReadableStore): AsyncGenerator<Span> {
  const whole = await readWhole(store);
  for (const { after, upTo } of whole.toReversed())
    for (let last = upTo; last > after; last -= LOOKED_THROUGH_AT_ONCE) {
      yield { first: Math.max(after + 1, last - LOOKED_THROUGH_AT_ONCE + 1), last };
      await setImmediate();
    }
}

/**
 * From the first to the last entry of each chain that was written at or after `from` and before `until` (milliseconds since 1970; null: open); those between
 * that a clock set back has put elsewhere are among them, so that there is no gap. Chains without one are none.
 */
export async function findSpans(
  store: ReadableStore,
  from: number | null,
  until: number | null,
): Promise<readonly Span[]> {
  const found = new Map<number, Span>();
  for await (const piece of piecesFromEnd(store)) {
    const fits = await store.get<{ readonly first: number | null; readonly last: number | null }>(
      allChains(sql`SELECT min(seq) AS first, max(seq) AS last FROM $log WHERE seq BETWEEN ${piece.first} AND ${piece.last}
        AND time >= ${from ?? 0} AND time < ${until ?? Number.MAX_SAFE_INTEGER}`),
    );
    const { first, last } = fits ?? { first: null, last: null };
    if (first === null || last === null) continue;
    const chain = chainOf(last);
    found.set(chain, { first, last: found.get(chain)?.last ?? last });
  }
  return [...found.values()].toSorted((a, b) => a.first - b.first);
}
