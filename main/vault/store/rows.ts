/** Rows that there have to be, rows that have to be as a request has seen them, and how many there are. */
import { AppError } from '../app-error.ts';
import type { Sql } from './sql.ts';
import type { ReadableStore } from './store.ts';

/** The value, if it is there. Errors: `not-found` for null or undefined. */
export function orNotFound<T>(one: T | null | undefined): T {
  if (one === null || one === undefined) throw new AppError('not-found');
  return one;
}

/** The first row of a query. Errors: `not-found` where it has none. */
export const requireRow = async <T>(store: ReadableStore, query: Sql): Promise<T> =>
  orNotFound(await store.get<T>(query));

/** A row that is as a request has seen it. `version`: undefined where any will do. Errors: `changed-meanwhile`. */
export function asSeen<T extends { readonly version: number }>(row: T, version: number | undefined): T {
  if (version !== undefined && row.version !== version) throw new AppError('changed-meanwhile');
  return row;
}

/** The number that a query selects as `n`; 0 where it has no row. */
export const countOf = async (store: ReadableStore, query: Sql): Promise<number> =>
  (await store.get<{ readonly n: number }>(query))?.n ?? 0;

/** How many rows a query has. */
export const countRowsOf = (store: ReadableStore, { text, values }: Sql): Promise<number> =>
  countOf(store, { text: `SELECT count(*) AS n FROM (${text})`, values });
