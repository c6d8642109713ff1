/** The store of the staff, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createStaffStore } from './staff-store.ts';

export const staffStore = createStaffStore(bridge.vault);
