/** The stores of the resident and of the room that are open, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createPersonStore } from './person-store.ts';
import { createRoomStore } from './room-store.ts';

export const personStore = createPersonStore(bridge.vault['people.open']);
export const roomStore = createRoomStore(bridge.vault['rooms.open']);
