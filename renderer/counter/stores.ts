/** The store of the search, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createSearchStore } from './search-store.ts';

export const searchStore = createSearchStore(
  bridge.vault['people.search'],
  bridge.vault['people.searchNext'],
);
