/**
 * Cache of prepared statements by their text, so that a frequent query is compiled once; bounded, because
 * texts may be generated.
 */

/** Prepared statements by their text. */
export interface StatementCache<S> {
  get(text: string): S | undefined;
  set(text: string, statement: S): void;
  /** Every statement, oldest first; the cache is empty afterwards. */
  drain(): readonly S[];
}

/** A cache of at most `most` statements; `drop` is called with each that is removed for a newer one. */
export function createStatementCache<S>(most: number, drop: (statement: S) => void): StatementCache<S> {
  const statements = new Map<string, S>();
  return {
    get: (text) => {
      const statement = statements.get(text);
      if (statement === undefined) return undefined;
      statements.delete(text);
      statements.set(text, statement);
      return statement;
    },
    set: (text, statement) => {
      statements.set(text, statement);
      for (const [oldest, old] of statements) {
        if (statements.size <= most) break;
        statements.delete(oldest);
        drop(old);
      }
    },
    drain: () => {
      const all = [...statements.values()];
      statements.clear();
      return all;
    },
  };
}
