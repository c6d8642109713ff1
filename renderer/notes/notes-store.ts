/** The notes of the record that is open, without their words. A reply that comes after another record was asked for is dropped. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { NoteView } from '../../contract/tasks/views.ts';

export interface NotesState {
  readonly seq: number;
  readonly personId: PersonId | null;
  readonly notes: readonly NoteView[];
  readonly more: boolean;
  readonly failure: Failure | null;
  /** Newest first, and again after one was added. */
  readonly read: (personId: PersonId) => Promise<void>;
  readonly readOlder: () => Promise<void>;
}

export const createNotesStore = (ask: Bridge['vault']['notes.list']) =>
  createStore<NotesState>()((set, get) => ({
    seq: 0,
    personId: null,
    notes: [],
    more: false,
    failure: null,

    read: async (personId) => {
      const seq = get().seq + 1;
      set({
        seq,
        failure: null,
        ...(personId === get().personId ? {} : { personId, notes: [], more: false }),
      });
      const reply = await ask({ personId, before: null });
      if (get().seq === seq) set(reply.ok ? reply.value : { failure: reply.error });
    },

    readOlder: async () => {
      const { seq, personId, notes } = get();
      const last = notes.at(-1);
      if (personId === null || last === undefined) return;
      const reply = await ask({ personId, before: last.noteId });
      if (get().seq === seq)
        set(
          reply.ok
            ? { notes: [...notes, ...reply.value.notes], more: reply.value.more }
            : { failure: reply.error },
        );
    },
  }));
