/**
 * Deeds that were shown to whoever is signed in and wait for their signature: the next form that takes their PIN signs them all. In memory alone: a
 * lock throws them away, and nothing of them has happened then.
 */
import { createStore } from 'zustand/vanilla';
import type { Failure, Result } from '../../contract/result.ts';

/** What a form was sent with, but for the PIN. */
export interface Deed {
  /** As the form was called that showed it. */
  readonly title: string;
  /** What somebody was led to as they put it aside. */
  readonly about: string | null;
  readonly send: (pin: string) => Promise<Result<unknown> | null | void>;
}

interface SigningState {
  /** In the order in which they are signed. */
  readonly deeds: readonly Deed[];
  /** Deeds that may wait do; else their own forms take the PIN. */
  readonly isGathering: boolean;
  readonly about: string | null;
  /** Forms that were sent and have ended since the sign-in. */
  readonly sent: number;
  readonly gather: (about: string | null) => void;
  readonly put: (deed: Omit<Deed, 'about'>) => void;
  readonly drop: (deed: Deed) => void;
  readonly tellSent: () => void;
  /** Up to the first that fails, which stays with those after it. */
  readonly sign: (pin: string) => Promise<Failure | null>;
}

export const createSigningStore = () =>
  createStore<SigningState>()((set, get) => ({
    deeds: [],
    isGathering: false,
    about: null,
    sent: 0,
    gather: (about) => set({ isGathering: about !== null, about }),
    put: (deed) => set({ deeds: [...get().deeds, { ...deed, about: get().about }] }),
    drop: (deed) => set({ deeds: get().deeds.filter((one) => one !== deed) }),
    tellSent: () => set({ sent: get().sent + 1 }),
    sign: async (pin) => {
      for (const deed of get().deeds) {
        const reply = await deed.send(pin);
        if (reply !== null && reply !== undefined && !reply.ok) return reply.error;
        get().drop(deed);
      }
      return null;
    },
  }));

export const signingStore = createSigningStore();
