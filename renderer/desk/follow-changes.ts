/** Renews screens after a change that was made on another one: the pages say what they follow (`follows`). */
import type { ChangeTopic } from '../../contract/changes.ts';
import { bridge } from '../bridge.ts';
import { firstDayStore } from '../first-day/stores.ts';
import { deskStore } from '../pages/stores.ts';
import { FOLLOWING } from './pages.ts';

const TIMELY = FOLLOWING.flatMap(({ timely = [] }) => timely);

/** Renews what the screens show of what has changed, until the function that comes back is called. */
export function followChanges(): () => void {
  const renew = (topics: readonly ChangeTopic[]): void => {
    for (const topic of new Set(topics)) for (const { follows } of FOLLOWING) void follows?.[topic]?.();
  };
  const ends = [
    bridge.onVault.changed(({ topics }) => {
      renew(topics);
      // The first entry of a register brings its tab.
      void firstDayStore.getState().read();
    }),
    deskStore.subscribe((now, before) => {
      if (now.page !== before.page) renew(TIMELY);
    }),
  ];
  void firstDayStore.getState().read();
  return () => ends.forEach((end) => end());
}
