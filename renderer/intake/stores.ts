/** The stores of an import and of those that were made, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createImportsStore } from './imports-store.ts';
import { createIntakeStore } from './intake-store.ts';

export const importsStore = createImportsStore(bridge.vault);
export const intakeStore = createIntakeStore(bridge.vault, bridge.shell);
