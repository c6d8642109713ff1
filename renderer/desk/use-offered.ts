/** What the rail and the tabs offer to whoever is signed in, and which of it is shown. */
import { useStore } from 'zustand';
import { firstDayStore } from '../first-day/stores.ts';
import { useDesk } from '../pages/desk-context.ts';
import type { PageName } from '../pages/define-page.ts';
import { deskStore } from '../pages/stores.ts';
import { type TabSections, entryOf, offeredOf, tabOf } from './areas.ts';
import { PAGES, pageOf } from './pages.ts';

export function useOffered() {
  const { role } = useDesk().signedIn;
  const shown = useStore(deskStore, ({ page }) => pageOf(page));
  const company = useStore(firstDayStore, ({ facts }) => facts?.company ?? null);
  const areas = offeredOf(PAGES, role, company, null);
  const current = offeredOf(PAGES, role, company, shown).find(({ tabs }) =>
    tabs.some(({ tab }) => tab === tabOf(shown, role)),
  );
  return { areas, current, shown, role };
}

/** Shows the page that a tab leads to. */
export function enter(tab: TabSections | undefined): void {
  const { recent, go } = deskStore.getState();
  const page = tab && entryOf(tab, recent);
  if (page !== undefined) go(page.name as PageName);
}
