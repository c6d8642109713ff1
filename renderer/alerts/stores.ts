/** The stores of alerts and of changes that were not kept, made once over the bridge. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { AlertView } from '../../contract/limits/routes.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import { newestReply } from '../pages/newest-reply.ts';
import { type Failure, ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';
import { appStore } from '../stores.ts';

export interface AlertsState {
  readonly known: boolean;
  readonly open: readonly AlertView[];
  readonly seen: readonly AlertView[];
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  /** The failure, or null once it is explained. The PIN goes through and is not kept. */
  readonly explain: (request: RouteRequest<'alerts.explain'>) => Promise<Failure | null>;
}

/** Alerts: what no supervisor has explained yet, and the last that one has. */
const createAlertsStore = (ask: Pick<Bridge['vault'], 'alerts.list' | 'alerts.explain'>) => {
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

export const alertsStore = createAlertsStore(bridge.vault);

/** None for anybody but a supervisor, who alone may ask. */
export const lossStore = createRegisterStore(async () =>
  appStore.getState().status?.signedIn?.role === 'supervisor'
    ? bridge.vault['losses.list']({})
    : ok({ losses: [], more: false }),
);
