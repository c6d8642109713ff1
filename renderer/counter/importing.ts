/** While an import is written or taken back, a key rotated, or a backup restored, its page stays. */
import { useStore } from 'zustand';
import { backupStore, deskStore, importsStore, intakeStore, keysStore } from '../stores.ts';
import type { Page } from './desk-store.ts';

interface Works {
  readonly taking: boolean;
  readonly undoing: boolean;
  readonly rotating: boolean;
  /** Also when it is done: the store that this session had is no longer in force. */
  readonly restoring: boolean;
}

const isBusy = (page: Page, { taking, undoing, rotating, restoring }: Works): boolean =>
  (page === 'intake' && taking) ||
  (page === 'imports' && undoing) ||
  (page === 'keys' && rotating) ||
  (page === 'backup' && restoring);

const isRestoring = ({
  busy,
  restored,
}: Pick<ReturnType<typeof backupStore.getState>, 'busy' | 'restored'>): boolean =>
  busy === 'restoring' || restored !== null;

export const isImporting = (): boolean =>
  isBusy(deskStore.getState().page, {
    taking: intakeStore.getState().busy,
    undoing: importsStore.getState().busy === 'undoing',
    rotating: keysStore.getState().busy === 'rotating',
    restoring: isRestoring(backupStore.getState()),
  });

export function useImporting(): boolean {
  const page = useStore(deskStore, (state) => state.page);
  const taking = useStore(intakeStore, (state) => state.busy);
  const undoing = useStore(importsStore, (state) => state.busy === 'undoing');
  const rotating = useStore(keysStore, (state) => state.busy === 'rotating');
  const restoring = useStore(backupStore, isRestoring);
  return isBusy(page, { taking, undoing, rotating, restoring });
}
