/** The chosen line is opened, and what was asked for with it is done there. */
import { openPerson } from '../current-record/open-person.ts';
import { searchBox } from './search-box.ts';
import { rowAt } from './search-store.ts';
import { searchStore } from './stores.ts';

/** False where nobody is listed. */
export function openChosen(then?: () => void): boolean {
  const { items, active } = searchStore.getState();
  const row = rowAt(items, active);
  if (row === null) return false;
  searchBox.current?.markSpent();
  openPerson(row.personId, then);
  return true;
}
