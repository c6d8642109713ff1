/** Until when keys have to be changed because somebody left. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';

export interface DueState {
  /** Milliseconds since 1970; null where nothing is due. */
  readonly by: number | null;
  readonly read: () => Promise<void>;
}

export const createDueStore = (ask: Bridge['vault']['keys.due']) => createStore<DueState>()((set, get) => ({
  by: null,
  read: async () => {
    const reply = await ask({});
    if (reply.ok && reply.value.by !== get().by) set({ by: reply.value.by });
  },
}));
