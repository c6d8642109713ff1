/** The store of emergencies, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createGlassStore } from './glass-store.ts';

export const glassStore = createGlassStore(bridge.vault);
