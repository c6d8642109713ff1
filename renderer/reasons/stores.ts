/** The store of reasons, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createReasonsStore } from './reasons-store.ts';

export const reasonsStore = createReasonsStore(bridge.vault);
