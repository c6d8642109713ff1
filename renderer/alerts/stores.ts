/** The stores of alerts and of changes that were not kept, made once over the bridge. */
import { ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';
import { appStore } from '../stores.ts';
import { createAlertsStore } from './alerts-store.ts';

export const alertsStore = createAlertsStore(bridge.vault);

/** None for anybody but a supervisor, who alone may ask. */
export const lossStore = createRegisterStore(async () =>
  appStore.getState().status?.signedIn?.role === 'supervisor'
    ? bridge.vault['losses.list']({})
    : ok({ losses: [], more: false }),
);
