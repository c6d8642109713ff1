/** The store of the rooms page, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createRoomFinder } from './room-finder.ts';

export const roomFinder = createRoomFinder(bridge.vault);
