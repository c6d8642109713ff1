/** The store of room notations, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createPatternsStore } from './patterns-store.ts';

export const patternsStore = createPatternsStore(bridge.vault);
