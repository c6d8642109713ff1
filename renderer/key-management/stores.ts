/** The stores of the keys, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { staffStore } from '../staff/stores.ts';
import { createDueStore } from './due-store.ts';
import { createKeysStore } from './keys-store.ts';
import { createTheftStore } from './theft-store.ts';

export const dueStore = createDueStore(bridge.vault['keys.due']);
export const keysStore = createKeysStore(bridge.vault);
export const theftStore = createTheftStore(bridge.vault, {
  startKey: (key) => {
    keysStore.getState().begin(key);
    void keysStore.getState().prepare();
  },
  leave: () => {
    keysStore.getState().leave();
    staffStore.getState().leave();
    return keysStore.getState().ceremony === null && staffStore.getState().ceremony === null;
  },
});
