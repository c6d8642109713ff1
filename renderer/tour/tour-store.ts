/** How far the guided tour has come; remembered beside the practice vault, so that it outlasts every lock. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { LockReason } from '../../contract/sign-in/lock-reasons.ts';
import { TOUR_TASKS, type TourTask } from '../../contract/practice/lists.ts';
import type { Tour } from '../../contract/shell/routes.ts';
import type { Heard } from '../bridge.ts';
import { taskDoneBy } from './tour-steps.ts';

export interface TourState extends Tour {
  /** Goes on from what was remembered. `lastLock`: why the vault was locked last, if somebody was signed in. */
  readonly begin: (tour: Tour, lastLock: LockReason | null) => void;
  readonly hear: (heard: Heard) => void;
  readonly tick: (task: TourTask) => void;
  readonly show: (shown: boolean) => void;
  readonly restart: () => void;
}

/** A lock ends the page that asked for it: its task is ticked by the page that follows. */
const ASKED_FOR: ReadonlySet<LockReason> = new Set<LockReason>(['key', 'handover']);

export const createTourStore = (keep: Bridge['shell']['keepTour']) =>
  createStore<TourState>()((set, get) => {
    const remember = (changes: Partial<Tour>): void => {
      set(changes);
      const { done, shown } = get();
      void keep({ done: [...done], shown });
    };
    const tick = (task: TourTask): void => {
      const { done } = get();
      if (!done.includes(task))
        remember({ done: TOUR_TASKS.filter((one) => one === task || done.includes(one)) });
    };
    return {
      done: [],
      shown: true,
      begin: ({ done, shown }, lastLock) => {
        set({ done, shown });
        if (lastLock !== null && ASKED_FOR.has(lastLock) && done.length > 0) tick('lock');
      },
      hear: (heard) => {
        const task = taskDoneBy(heard);
        if (task !== null) tick(task);
      },
      tick,
      show: (shown) => remember({ shown }),
      restart: () => remember({ done: [], shown: true }),
    };
  });
