/** The store of emergencies, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createEmergencyStore } from './emergency-store.ts';

export const emergencyStore = createEmergencyStore(bridge.vault);
