/** The store of exports, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createLogExportStore } from './log-export-store.ts';

export const logExportStore = createLogExportStore(bridge.vault, bridge.shell);
