/** The stores of an import and of those that were made, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createImportsStore } from './imports-store.ts';
import { createImportStore } from './import-store.ts';

export const importsStore = createImportsStore(bridge.vault);
export const importStore = createImportStore(bridge.vault, bridge.shell);
