/**
 * Which tables the vault of a test reads while something is done. A test file mocks `choose-engine.ts` with `recordingEngines`, so that the vault in its
 * process opens stores that tell.
 */
import type { Engine } from '../../main/vault/store/engine/engine.ts';
import type { Sql } from '../../main/vault/store/sql.ts';
import type { ReadableStore, Store } from '../../main/vault/store/store.ts';

const NAMED = /\b(?:FROM|JOIN)\s+([a-z_]+)/g;
let seen: Set<string> | null = null;

function tell(query: Sql): Sql {
  for (const [, table = ''] of query.text.matchAll(NAMED)) seen?.add(table);
  return query;
}

const telling = <S extends ReadableStore>(store: S): S => ({
  ...store,
  get: (query: Sql) => store.get(tell(query)),
  all: (query: Sql) => store.all(tell(query)),
});

const tellingStore = (store: Store): Store => ({
  ...telling(store),
  transaction: (work) => store.transaction((tx) => work(telling(tx))),
});

/** What of the module is replaced. */
export interface Chooser {
  readonly chooseEngine: (...args: never[]) => Engine;
}

/** The module with engines whose stores tell. */
export const recordingEngines = <M extends Chooser>(module: M): M => ({
  ...module,
  chooseEngine: (...args: never[]): Engine => {
    const engine = module.chooseEngine(...args);
    return { ...engine, open: async (options) => tellingStore(await engine.open(options)) };
  },
});

/** Names behind FROM and JOIN in what is read meanwhile: tables, and names that a statement gives to parts of its own. */
export async function namesReadBy(work: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  seen = names;
  try {
    await work();
    return names;
  } finally {
    seen = null;
  }
}
