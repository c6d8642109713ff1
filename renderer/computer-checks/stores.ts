/** The checks of the computer as they were last read; the bell reads the same. */
import { createStore } from 'zustand/vanilla';
import type { ComputerChecksView } from '../../contract/computer-checks/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { newestReply } from '../pages/newest-reply.ts';

export interface ComputerChecksState {
  /** Null until it was read. */
  readonly view: ComputerChecksView | null;
  readonly failure: Failure | null;
  /** The system is being asked. */
  readonly busy: boolean;
  readonly read: () => Promise<void>;
  /** Has the system asked anew. Returns whether that was done. */
  readonly check: () => Promise<boolean>;
}

const newest = newestReply(() => bridge.vault['computer.read']({}));

export const computerChecksStore = createStore<ComputerChecksState>()((set, get) => ({
  view: null,
  failure: null,
  busy: false,
  read: async () => {
    const reply = await newest();
    if (reply !== null) set(reply.ok ? { view: reply.value, failure: null } : { failure: reply.error });
  },
  check: async () => {
    if (get().busy) return false;
    set({ busy: true, failure: null });
    const reply = await bridge.vault['computer.check']({});
    set({ busy: false, ...(reply.ok ? { view: reply.value } : { failure: reply.error }) });
    return reply.ok;
  },
}));
