/** The rooms found by what was typed, or of the unit that was chosen. A reply that comes after a newer question is dropped. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { RoomHit, RoomList, Unit } from '../../contract/records/views.ts';

export interface RoomFinderState {
  readonly seq: number;
  readonly asked: boolean;
  readonly hits: readonly RoomHit[];
  /** Of the whole estate; null before they were read. */
  readonly units: readonly Unit[] | null;
  /** The unit whose rooms are listed. */
  readonly unit: Unit | null;
  readonly rooms: Readonly<RoomList['rooms']>;
  readonly more: boolean;
  readonly failure: Failure | null;
  readonly find: (text: string) => Promise<void>;
  /** Null leads back to the units. */
  readonly browse: (unit: Unit | null) => Promise<void>;
}

type Found = Pick<RoomFinderState, 'asked' | 'hits' | 'unit' | 'rooms' | 'more' | 'failure'>;

const NOTHING: Found = { asked: false, hits: [], unit: null, rooms: [], more: false, failure: null };

export const createRoomFinder = ({
  'rooms.find': find,
  'rooms.browse': browse,
}: Pick<Bridge['vault'], 'rooms.find' | 'rooms.browse'>) =>
  createStore<RoomFinderState>()((set, get) => {
    /** Asks, and takes the reply where nothing else was asked meanwhile. */
    const take = async (ask: () => Promise<Partial<Found>>): Promise<void> => {
      const seq = get().seq + 1;
      set({ seq });
      const answer = await ask();
      if (get().seq === seq) set({ ...NOTHING, ...answer });
    };
    return {
      seq: 0,
      units: null,
      ...NOTHING,
      find: (text) =>
        take(async () => {
          if (text.trim() === '') return {};
          const reply = await find({ text });
          return reply.ok
            ? { asked: true, hits: reply.value.rooms, more: reply.value.more }
            : { failure: reply.error };
        }),
      browse: (unit) =>
        take(async () => {
          const place = unit && { estate: unit.estate, building: unit.building, unit: unit.unit };
          const reply = await browse({ unit: place });
          if (!reply.ok) return { failure: reply.error };
          const { units, rooms, more } = reply.value;
          // Kept, though something else was asked meanwhile: they are what is gone back to.
          if (unit === null) set({ units });
          return { unit, rooms, more };
        }),
    };
  });
