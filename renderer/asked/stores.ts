/** The store of who has seen what, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createWhoSawStore } from './who-saw-store.ts';

export const whoSawStore = createWhoSawStore(bridge.vault, bridge.shell.printSheet);
