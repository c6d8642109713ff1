/** The stores of this window, each made once over the bridge. */
import { createAppStore } from './app-store.ts';
import { bridge } from './bridge.ts';
import { createDeskStore } from './counter/desk-store.ts';
import { createSearchStore } from './counter/search-store.ts';
import { createIdleStore } from './idle-store.ts';
import { createIntakeStore } from './intake/intake-store.ts';
import { createLogStore } from './log/log-store.ts';
import { createPersonStore } from './person/person-store.ts';
import { createPolicyStore } from './policy/policy-store.ts';
import { createRoomFinder, createRoomStore } from './room/room-store.ts';
import { createSetupStore } from './setup/setup-store.ts';

export const appStore = createAppStore(bridge);
export const deskStore = createDeskStore();
export const idleStore = createIdleStore();
export const intakeStore = createIntakeStore(bridge.vault, bridge.shell.pickWorkbook);
export const logStore = createLogStore(bridge.vault);
export const personStore = createPersonStore(bridge.vault['people.open']);
export const policyStore = createPolicyStore(bridge.vault);
export const roomFinder = createRoomFinder(bridge.vault['rooms.find']);
export const roomStore = createRoomStore(bridge.vault['rooms.open']);
export const searchStore = createSearchStore(bridge.vault['people.search'], bridge.vault['people.searchNext']);
export const setupStore = createSetupStore();
