/** The store of the search, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { personStore, roomStore } from '../current-record/stores.ts';
import { searchBox } from './search-box.ts';
import { createSearchStore } from './search-store.ts';

export const searchStore = createSearchStore(
  bridge.vault['people.search'],
  bridge.vault['people.searchNext'],
);

for (const record of [personStore, roomStore])
  record.subscribe((now, before) => {
    if (now.seq !== before.seq && searchStore.getState().isFresh) searchStore.setState({ isFresh: false });
  });

/** A change of somebody, or somebody who was added: the list is as the vault has it now. */
personStore.subscribe(({ person, opening, asked }, before) => {
  const isNew = person?.personId !== before.person?.personId && person?.personId !== asked;
  const isChanged =
    person?.personId === before.person?.personId && person?.version !== before.person?.version;
  if (person !== null && !opening && (isNew || isChanged))
    void searchStore.getState().refresh(searchBox.current?.peek() ?? '', person.personId);
});
