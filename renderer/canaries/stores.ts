/** The canary records as they were last read. */
import { createStore } from 'zustand/vanilla';
import type { CanariesView, CanaryView } from '../../contract/canaries/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { newestReply } from '../pages/newest-reply.ts';

export interface CanariesState {
  /** Null until they were read. */
  readonly canaries: readonly CanaryView[] | null;
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  readonly show: (view: CanariesView) => void;
}

const list = newestReply(() => bridge.vault['canaries.list']({}));

export const canariesStore = createStore<CanariesState>((set) => ({
  canaries: null,
  failure: null,
  read: async () => {
    const reply = await list();
    if (reply !== null)
      set(reply.ok ? { canaries: reply.value.canaries, failure: null } : { failure: reply.error });
  },
  show: ({ canaries }) => set({ canaries }),
}));
