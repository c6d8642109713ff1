/** The store of alerts, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createAlertsStore } from './alerts-store.ts';

export const alertsStore = createAlertsStore(bridge.vault);
