/** The room that is open beside the results, and the rooms found by what was typed. A reply that comes after a newer question is dropped. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { RoomId } from '../../contract/ids.ts';
import type { RoomHit, RoomView } from '../../contract/records/views.ts';

export interface RoomState {
  readonly seq: number;
  readonly room: RoomView | null;
  readonly opening: boolean;
  readonly failure: Failure | null;
  readonly open: (roomId: RoomId) => Promise<void>;
  /** A room that another reply brought, as after an edit. */
  readonly take: (room: RoomView) => void;
  readonly close: () => void;
}

export const createRoomStore = (ask: Bridge['vault']['rooms.open']) =>
  createStore<RoomState>()((set, get) => ({
    seq: 0,
    room: null,
    opening: false,
    failure: null,

    open: async (roomId) => {
      const seq = get().seq + 1;
      set({ seq, opening: true, failure: null });
      const reply = await ask({ roomId });
      if (get().seq !== seq) return;
      set(
        reply.ok
          ? { room: reply.value, opening: false }
          : { room: null, opening: false, failure: reply.error },
      );
    },

    take: (room) => set({ seq: get().seq + 1, room, opening: false, failure: null }),
    close: () => set({ seq: get().seq + 1, room: null, opening: false, failure: null }),
  }));

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
