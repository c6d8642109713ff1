/** The store of who has seen what, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createAccessHistoryStore } from './access-history-store.ts';

export const accessHistoryStore = createAccessHistoryStore(bridge.vault, bridge.shell.printSheet);
