/** The stores that every screen may know: where the vault stands, and the idle lock. Each feature brings its own in a file of this name, made once over the bridge. */
import { createAppStore } from './app-store.ts';
import { bridge } from './bridge.ts';
import { createIdleStore } from './idle-store.ts';

export const appStore = createAppStore(bridge);
export const idleStore = createIdleStore();
