/** When the idle lock falls, or that it waits behind a covered screen, as main says it. */
import { createStore } from 'zustand/vanilla';

/** How long before the lock the banner comes, in milliseconds. */
export const WARNING_MS = 15_000;

export interface IdleState {
  /** Milliseconds since the epoch; null while locked. */
  readonly deadline: number | null;
  /** The lock that the banner warns of, if it is shown. */
  readonly warnedOf: number | null;
  /** The end of the session, once it is near. */
  readonly sessionEnd: number | null;
  /** Until the lock, which gives a fresh page. */
  readonly covered: boolean;
  readonly tellDeadline: (at: number | null) => void;
  readonly warn: (at: number) => void;
  readonly tellSessionEnd: (at: number) => void;
  readonly cover: () => void;
}

export const createIdleStore = () =>
  createStore<IdleState>()((set) => ({
    deadline: null,
    warnedOf: null,
    sessionEnd: null,
    covered: false,
    // A deadline that moved means that somebody is there: the warning goes.
    tellDeadline: (at) =>
      set((state) => ({ deadline: at, warnedOf: at !== null && at === state.warnedOf ? at : null })),
    warn: (at) => set({ deadline: at, warnedOf: at }),
    tellSessionEnd: (at) => set({ sessionEnd: at }),
    cover: () => set({ covered: true }),
  }));
