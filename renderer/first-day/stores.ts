/** The store of the first day, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createFirstDayStore } from './first-day-store.ts';

export const firstDayStore = createFirstDayStore(bridge.vault['firstDay.read']);
