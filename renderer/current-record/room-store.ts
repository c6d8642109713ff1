/** The room that is open beside the results. A reply that comes after a newer question is dropped. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { RoomId } from '../../contract/ids.ts';
import type { RoomView } from '../../contract/records/views.ts';

export interface RoomState {
  readonly seq: number;
  readonly room: RoomView | null;
  readonly opening: boolean;
  readonly failure: Failure | null;
  /** The room that was asked for last. */
  readonly asked: RoomId | null;
  readonly open: (roomId: RoomId) => Promise<void>;
  /** A room that another reply brought, as after an edit. */
  readonly take: (room: RoomView) => void;
  /** Repeats the request that was refused. */
  readonly again: () => void;
  readonly close: () => void;
}

export const createRoomStore = (ask: Bridge['vault']['rooms.open']) =>
  createStore<RoomState>()((set, get) => ({
    seq: 0,
    room: null,
    opening: false,
    failure: null,
    asked: null,

    open: async (roomId) => {
      const seq = get().seq + 1;
      set({ seq, opening: true, failure: null, asked: roomId });
      const reply = await ask({ roomId });
      if (get().seq !== seq) return;
      set(
        reply.ok
          ? { room: reply.value, opening: false }
          : { room: null, opening: false, failure: reply.error },
      );
    },

    take: (room) => set({ seq: get().seq + 1, room, opening: false, failure: null }),
    again: () => {
      const { asked } = get();
      if (asked !== null) void get().open(asked);
    },
    close: () => set({ seq: get().seq + 1, room: null, opening: false, failure: null }),
  }));
