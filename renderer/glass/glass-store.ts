/** What was opened in an emergency: what nobody has acknowledged yet, and the last that somebody has. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import type { GlassEvent } from '../../contract/tasks/views.ts';

export interface GlassState {
  readonly known: boolean;
  readonly open: readonly GlassEvent[];
  readonly seen: readonly GlassEvent[];
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  /** The failure, or null once it is acknowledged. The PIN goes through and is not kept. */
  readonly acknowledge: (request: RouteRequest<'glass.acknowledge'>) => Promise<Failure | null>;
}

export const createGlassStore = (ask: Pick<Bridge['vault'], 'glass.list' | 'glass.acknowledge'>) =>
  createStore<GlassState>()((set, get) => ({
    known: false,
    open: [],
    seen: [],
    failure: null,

    read: async () => {
      const reply = await ask['glass.list']({});
      set(reply.ok ? { known: true, failure: null, ...reply.value } : { failure: reply.error });
    },

    acknowledge: async (request) => {
      const reply = await ask['glass.acknowledge'](request);
      if (!reply.ok) return reply.error;
      await get().read();
      return null;
    },
  }));
