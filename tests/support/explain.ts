/** The query plan of a statement, for tests that forbid a scan on a hot path. */
import type { Sql } from '../../main/vault/store/sql.ts';
import type { ReadableStore } from '../../main/vault/store/store.ts';

/** One line a step, as SQLite words it: `SEARCH name_key USING PRIMARY KEY (key>? AND key<?)`, `SCAN person`. */
export async function explain(store: ReadableStore, query: Sql): Promise<readonly string[]> {
  const steps = await store.all<{ readonly detail: string }>({
    text: `EXPLAIN QUERY PLAN ${query.text}`,
    values: query.values,
  });
  return steps.map((step) => step.detail);
}

/** Steps over whoever asked for a restriction: an index of those alone, read once (`isInUse` of main/vault/retention-rules/on-request.ts). */
export const OF_RESTRICTED =
  /^SCAN (?:subject_request USING COVERING INDEX subject_request_restricts|now_of)$/;
