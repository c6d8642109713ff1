/** Store of destroyed files, of their remnants, and of the progress of a check for copies. */
import { createStore } from 'zustand/vanilla';
import type { Disposals } from '../../contract/file-disposal/routes.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { newestReply } from '../pages/newest-reply.ts';

const { vault } = bridge;

export interface DisposalsState {
  /** Null until they were read. */
  readonly known: Disposals | null;
  readonly failure: Failure | null;
  /** Of the check that runs now. */
  readonly progress: VaultEvent<'disposals.progress'> | null;
  readonly read: () => Promise<void>;
  readonly show: (known: Disposals) => void;
  readonly check: (disposalId: number) => Promise<void>;
  readonly showFile: (copyId: number) => Promise<void>;
  readonly tellProgress: (progress: VaultEvent<'disposals.progress'>) => void;
}

export const disposalsStore = createStore<DisposalsState>()((set) => {
  const newest = newestReply(() => vault['disposals.list']({}));
  return {
    known: null,
    failure: null,
    progress: null,
    read: async () => {
      const reply = await newest();
      if (reply !== null) set(reply.ok ? { known: reply.value, failure: null } : { failure: reply.error });
    },
    show: (known) => set({ known }),
    check: async (disposalId) => {
      const reply = await vault['disposals.check']({ disposalId });
      set(reply.ok ? { known: reply.value, failure: null } : { failure: reply.error });
    },
    showFile: async (copyId) => {
      const reply = await vault['disposals.show']({ copyId });
      if (!reply.ok) set({ failure: reply.error });
    },
    tellProgress: (progress) => set({ progress }),
  };
});
