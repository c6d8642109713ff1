/** The stores that every screen may know: where the vault stands, how it stands with other desks, and the idle lock. Each feature brings its own in a file of this name, made once over the bridge. */
import { createAppStore } from './app-store.ts';
import { bridge } from './bridge.ts';
import { createDesksStore } from './desks-store.ts';
import { createIdleStore } from './idle-store.ts';

export const appStore = createAppStore(bridge);
export const idleStore = createIdleStore();
export const desksStore = createDesksStore();
