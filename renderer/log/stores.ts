/** The store of the log, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createLogStore } from './log-store.ts';

export const logStore = createLogStore(bridge.vault);
