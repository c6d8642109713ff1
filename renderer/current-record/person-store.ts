/** The masked record that is open. A reply that comes after another record was asked for is dropped. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';

export interface PersonState {
  readonly seq: number;
  readonly person: MaskedPerson | null;
  /** Another record has been asked for; the one before stays until it is there. */
  readonly opening: boolean;
  readonly failure: Failure | null;
  /** Whoever was asked for last. */
  readonly asked: PersonId | null;
  readonly open: (personId: PersonId) => Promise<void>;
  /** A record that another reply brought, as after an edit. */
  readonly take: (person: MaskedPerson) => void;
  /** Records the tries that a verification left, and since when they are who they say. */
  readonly tellVerified: (tries: number, verifiedAt: number | null) => void;
  /** Repeats the request that was refused. */
  readonly again: () => void;
  readonly close: () => void;
}

export const createPersonStore = (ask: Bridge['vault']['people.open']) =>
  createStore<PersonState>()((set, get) => ({
    seq: 0,
    person: null,
    opening: false,
    failure: null,
    asked: null,

    open: async (personId) => {
      const seq = get().seq + 1;
      set({ seq, opening: true, failure: null, asked: personId });
      const reply = await ask({ personId });
      if (get().seq !== seq) return;
      if (reply.ok) set({ person: reply.value, opening: false });
      else set({ person: null, opening: false, failure: reply.error });
    },

    take: (person) => set({ seq: get().seq + 1, person, opening: false, failure: null }),

    tellVerified: (verifyTriesLeft, verifiedAt) => {
      const { person } = get();
      if (person === null) return;
      set({ person: { ...person, verifyTriesLeft, verifiedAt } });
    },

    again: () => {
      const { asked } = get();
      if (asked !== null) void get().open(asked);
    },

    close: () => set({ seq: get().seq + 1, person: null, opening: false, failure: null }),
  }));
