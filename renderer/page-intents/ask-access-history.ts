/** Opens the page of who has seen what, answered for a resident or a room; a form with something in it is asked about first. */
import type { AccessHistoryAbout } from '../../contract/access-history/requests.ts';
import { deskStore } from '../pages/stores.ts';
import { accessHistoryStore } from './stores.ts';

export function askAccessHistory(about: AccessHistoryAbout): void {
  deskStore.getState().leave(() => {
    void accessHistoryStore.getState().ask(about);
    deskStore.getState().go('access-history');
  });
}
