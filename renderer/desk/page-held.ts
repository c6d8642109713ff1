/** Whether the page that is shown must not be left now, because of work that it holds for. */
import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { PageName } from '../pages/define-page.ts';
import { deskStore } from '../pages/stores.ts';
import { pageOf } from './pages.ts';

const holdOf = (page: PageName) => pageOf(page).hold ?? NO_HOLD;
const NO_HOLD = { isHeld: () => false, subscribe: () => () => undefined };

export const isPageHeld = (): boolean => holdOf(deskStore.getState().page).isHeld();

export function usePageHeld(): boolean {
  const hold = holdOf(useStore(deskStore, (state) => state.page));
  return useSyncExternalStore(hold.subscribe, hold.isHeld);
}
