/** Turns the visitor view on or off: a form with something in it is asked about first; what showed or asked about a record ends, a task too, and other pages are left. */
import type { Failure } from '../../contract/result.ts';
import { appStore } from '../stores.ts';
import { deskStore } from '../pages/stores.ts';
import { roomStore } from '../current-record/stores.ts';
import { taskStore } from '../tasks/stores.ts';

export function turnPrivacy(
  privacy: boolean,
  tell: (failure: Failure | null) => void = () => undefined,
): void {
  const { leave, go } = deskStore.getState();
  leave(() => {
    go('counter');
    roomStore.getState().close();
    taskStore.getState().end();
    void appStore.getState().changeSettings({ privacy }).then(tell);
  });
}
