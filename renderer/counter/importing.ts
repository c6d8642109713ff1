/** While an import is written or taken back, its page stays. */
import { useStore } from 'zustand';
import { deskStore, importsStore, intakeStore } from '../stores.ts';
import type { Page } from './desk-store.ts';

const isBusy = (page: Page, taking: boolean, undoing: boolean): boolean => (page === 'intake' && taking) || (page === 'imports' && undoing);

export const isImporting = (): boolean => isBusy(deskStore.getState().page, intakeStore.getState().busy, importsStore.getState().busy === 'undoing');

export function useImporting(): boolean {
  const page = useStore(deskStore, (state) => state.page);
  const taking = useStore(intakeStore, (state) => state.busy);
  const undoing = useStore(importsStore, (state) => state.busy === 'undoing');
  return isBusy(page, taking, undoing);
}
