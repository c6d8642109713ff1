/** Whether the page that is shown must not be left now, because of work that it holds for. */
import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { PageName } from '../pages/define-page.ts';
import { deskStore } from '../pages/stores.ts';
import { pageOf } from './pages.ts';

const holdOf = (page: PageName, of: 'hold' | 'alone' = 'hold') => pageOf(page)[of] ?? NO_HOLD;
const NO_HOLD = { isHeld: () => false, subscribe: () => () => undefined };

export const isPageHeld = (): boolean => holdOf(deskStore.getState().page).isHeld();

export const usePageHeld = (): boolean => useHold('hold');

/** Whether the page that is shown needs the room of the sections beside it. */
export const usePageAlone = (): boolean => useHold('alone');

function useHold(of: 'hold' | 'alone'): boolean {
  const hold = holdOf(
    useStore(deskStore, (state) => state.page),
    of,
  );
  return useSyncExternalStore(hold.subscribe, hold.isHeld);
}
