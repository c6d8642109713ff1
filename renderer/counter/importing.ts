/** While an import is written or taken back, or a key rotated, its page stays. */
import { useStore } from 'zustand';
import { deskStore, importsStore, intakeStore, keysStore } from '../stores.ts';
import type { Page } from './desk-store.ts';

const isBusy = (page: Page, taking: boolean, undoing: boolean, rotating: boolean): boolean =>
  (page === 'intake' && taking) || (page === 'imports' && undoing) || (page === 'keys' && rotating);

export const isImporting = (): boolean =>
  isBusy(deskStore.getState().page, intakeStore.getState().busy, importsStore.getState().busy === 'undoing', keysStore.getState().busy === 'rotating');

export function useImporting(): boolean {
  const page = useStore(deskStore, (state) => state.page);
  const taking = useStore(intakeStore, (state) => state.busy);
  const undoing = useStore(importsStore, (state) => state.busy === 'undoing');
  const rotating = useStore(keysStore, (state) => state.busy === 'rotating');
  return isBusy(page, taking, undoing, rotating);
}
