/** The store of the overview, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createActivityStore } from './activity-store.ts';

export const activityStore = createActivityStore(bridge.vault);
