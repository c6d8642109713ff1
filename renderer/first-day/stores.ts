/** Store of the first day's progress, as the vault last reported it. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { FirstDay } from '../../contract/first-day/routes.ts';
import { newestReply } from '../pages/newest-reply.ts';
import { bridge } from '../bridge.ts';

export interface FirstDayState {
  /** Null until it was read. */
  readonly facts: FirstDay | null;
  readonly read: () => Promise<void>;
}

/** A read that fails leaves what was known: the checklist is an offer, and its pages tell what is wrong. */
const createFirstDayStore = (ask: Bridge['vault']['firstDay.read']) => {
  const newest = newestReply(() => ask({}));
  return createStore<FirstDayState>()((set) => ({
    facts: null,
    read: async () => {
      const reply = await newest();
      if (reply?.ok === true) set({ facts: reply.value });
    },
  }));
};

/** The store of the first day, made once over the bridge. */
export const firstDayStore = createFirstDayStore(bridge.vault['firstDay.read']);
