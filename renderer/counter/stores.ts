/** The store of the search, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { personStore, roomStore } from '../current-record/stores.ts';
import { createSearchStore } from './search-store.ts';

export const searchStore = createSearchStore(
  bridge.vault['people.search'],
  bridge.vault['people.searchNext'],
);

for (const record of [personStore, roomStore])
  record.subscribe((now, before) => {
    if (now.seq !== before.seq && searchStore.getState().isFresh) searchStore.setState({ isFresh: false });
  });
