/** The rooms found by what was typed. A reply that comes after a newer question is dropped. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { RoomHit } from '../../contract/records/views.ts';

export interface RoomFinderState {
  readonly seq: number;
  readonly asked: boolean;
  readonly hits: readonly RoomHit[];
  readonly more: boolean;
  readonly failure: Failure | null;
  readonly find: (text: string) => Promise<void>;
}

export const createRoomFinder = (ask: Bridge['vault']['rooms.find']) =>
  createStore<RoomFinderState>()((set, get) => ({
    seq: 0,
    asked: false,
    hits: [],
    more: false,
    failure: null,

    find: async (text) => {
      const seq = get().seq + 1;
      set({ seq });
      if (text.trim() === '') return set({ asked: false, hits: [], more: false, failure: null });
      const reply = await ask({ text });
      if (get().seq !== seq) return;
      set(
        reply.ok
          ? { asked: true, hits: reply.value.rooms, more: reply.value.more, failure: null }
          : { asked: false, hits: [], more: false, failure: reply.error },
      );
    },
  }));
