/** Until when keys have to be changed because somebody left, and what is left of the ceremony after a theft. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { RotatedKey } from '../../contract/key-management/lists.ts';
import { newestReply } from '../pages/newest-reply.ts';

export interface DueState {
  /** That somebody has held who left, and that are in use still. */
  readonly keys: readonly RotatedKey[];
  /** Milliseconds since 1970; null where nothing is due. */
  readonly by: number | null;
  /** Steps that are left; null where none is under way. */
  readonly theft: number | null;
  readonly read: () => Promise<void>;
}

export const createDueStore = (ask: Bridge['vault']['keys.due']) => {
  const newest = newestReply(() => ask({}));
  return createStore<DueState>()((set, get) => ({
    keys: [],
    by: null,
    theft: null,
    read: async () => {
      const reply = await newest();
      if (reply?.ok !== true) return;
      const { keys, by, theft } = reply.value;
      const said = get();
      if (by !== said.by || theft !== said.theft || keys.join() !== said.keys.join())
        set({ keys, by, theft });
    },
  }));
};
