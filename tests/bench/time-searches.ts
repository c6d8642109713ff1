/** The clock around a search, for whichever process the store is open in. */
import { USUAL_MASKS } from '../../contract/policy/lists.ts';
import { QUERIES, searchPeople } from '../../main/vault/search/search.ts';
import { rangeOf } from '../../main/vault/search/walk.ts';
import { nameKeys } from '../../main/vault/search/search-index.ts';
import type { ReadableStore } from '../../main/vault/store/store.ts';

/** As many as one kind of match brings where the text may mean two. */
const ROWS = 25;

export interface SearchTimes {
  readonly all: readonly number[];
  readonly oneQuery: readonly number[];
}

/** Every text once to warm the caches, then once with the clock, in milliseconds. */
export async function timeSearches(
  store: ReadableStore,
  texts: readonly string[],
): Promise<readonly number[]> {
  for (const text of texts) await searchPeople(store, USUAL_MASKS, text);
  const times: number[] = [];
  for (const text of texts) {
    const started = performance.now();
    await searchPeople(store, USUAL_MASKS, text);
    times.push(performance.now() - started);
  }
  return times;
}

/** The bare minimum of any search: one range of one index and its rows. */
export async function timeOneQuery(
  store: ReadableStore,
  names: readonly string[],
): Promise<readonly number[]> {
  const queries = names.map((name) => QUERIES.namesByKey(rangeOf(nameKeys(name)[0] ?? 'z'), ROWS));
  for (const query of queries) await store.all(query);
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    await store.all(query);
    times.push(performance.now() - started);
  }
  return times;
}
