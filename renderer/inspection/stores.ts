/** The store of an inspection, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createInspectionStore } from './inspection-store.ts';

export const inspectionStore = createInspectionStore(bridge.vault, bridge.shell.printSheet);
