/** In practice, the tour goes on from what was remembered and hears what is answered; at the real vault it hears nothing. */
import { hearAnswers } from '../bridge.ts';
import { appStore } from '../stores.ts';
import { taskStore } from '../tasks/stores.ts';
import { tourStore } from './stores.ts';

/** Call it once, when it is known which vault is open. Returns what ends it. */
export function followTour(): () => void {
  const practice = appStore.getState().info?.practice ?? null;
  if (practice === null) return () => undefined;
  const { begin, hear, tick } = tourStore.getState();
  begin(practice.tour, practice.lastLock);
  hearAnswers(hear);
  // No request of the vault's begins a task.
  const unfollow = taskStore.subscribe(({ task }) => {
    if (task !== null) tick('task');
  });
  return () => {
    unfollow();
    hearAnswers(null);
  };
}
