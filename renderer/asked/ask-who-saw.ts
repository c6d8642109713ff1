/** Opens the page of who has seen what, answered for a resident or a room; a form with something in it is asked about first. */
import type { WhoSawAbout } from '../../contract/who-saw/requests.ts';
import { deskStore } from '../pages/stores.ts';
import { whoSawStore } from './stores.ts';

export function askWhoSaw(about: WhoSawAbout): void {
  deskStore.getState().leave(() => {
    void whoSawStore.getState().ask(about);
    deskStore.getState().go('who-saw');
  });
}
