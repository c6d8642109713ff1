/** The store of limits, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createLimitsStore } from './limits-store.ts';

export const limitsStore = createLimitsStore(bridge.vault);
