/** Training as it was last read: one's own, everybody's, and the quiz that is under way. */
import { createStore } from 'zustand/vanilla';
import type { Role } from '../../contract/fields.ts';
import type { Failure } from '../../contract/result.ts';
import type { OwnTraining, Quiz, QuizDone, TrainingLedger } from '../../contract/training/routes.ts';
import { bridge } from '../bridge.ts';
import { newestReply } from '../pages/newest-reply.ts';

export interface TrainingState {
  /** Null until it was read; the bell asks for it. */
  readonly own: OwnTraining | null;
  /** Null until it was read, and for a receptionist. */
  readonly ledger: TrainingLedger | null;
  readonly quiz: Quiz | null;
  /** Result of the last quiz, until it is put away. */
  readonly done: QuizDone | null;
  readonly failure: Failure | null;
  readonly readOwn: () => Promise<void>;
  readonly read: (role: Role) => Promise<void>;
  readonly begin: () => Promise<void>;
  /** With what came of it, or given up. */
  readonly end: (done: QuizDone | null) => void;
  readonly putAway: () => void;
  readonly showOwn: (own: OwnTraining) => void;
  readonly showLedger: (ledger: TrainingLedger) => void;
}

const newestOwn = newestReply(() => bridge.vault['training.own']({}));
const newestLedger = newestReply(() => bridge.vault['training.ledger']({}));

export const trainingStore = createStore<TrainingState>()((set, get) => ({
  own: null,
  ledger: null,
  quiz: null,
  done: null,
  failure: null,
  readOwn: async () => {
    const reply = await newestOwn();
    if (reply !== null) set(reply.ok ? { own: reply.value, failure: null } : { failure: reply.error });
  },
  read: async (role) => {
    await get().readOwn();
    if (role === 'receptionist') return;
    const reply = await newestLedger();
    if (reply !== null) set(reply.ok ? { ledger: reply.value } : { failure: reply.error });
  },
  begin: async () => {
    const reply = await bridge.vault['training.begin']({});
    set(reply.ok ? { quiz: reply.value, done: null, failure: null } : { failure: reply.error });
  },
  end: (done) => set(done === null ? { quiz: null } : { quiz: null, done, own: done.own }),
  putAway: () => set({ done: null }),
  showOwn: (own) => set({ own }),
  showLedger: (ledger) => set({ ledger }),
}));
