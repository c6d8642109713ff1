/** Alerts: what no supervisor has explained yet, and the last that one has. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { AlertView } from '../../contract/limits/routes.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import { newestReply } from '../pages/newest-reply.ts';

export interface AlertsState {
  readonly known: boolean;
  readonly open: readonly AlertView[];
  readonly seen: readonly AlertView[];
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  /** The failure, or null once it is explained. The PIN goes through and is not kept. */
  readonly explain: (request: RouteRequest<'alerts.explain'>) => Promise<Failure | null>;
}

export const createAlertsStore = (ask: Pick<Bridge['vault'], 'alerts.list' | 'alerts.explain'>) => {
  const list = newestReply(() => ask['alerts.list']({}));
  return createStore<AlertsState>()((set, get) => ({
    known: false,
    open: [],
    seen: [],
    failure: null,

    read: async () => {
      const reply = await list();
      if (reply !== null)
        set(reply.ok ? { known: true, failure: null, ...reply.value } : { failure: reply.error });
    },

    explain: async (request) => {
      const reply = await ask['alerts.explain'](request);
      if (!reply.ok) return reply.error;
      await get().read();
      return null;
    },
  }));
};
