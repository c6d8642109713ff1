/** The store of the scope, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createScopeStore } from './scope-store.ts';

export const scopeStore = createScopeStore(bridge.vault['scope.read']);
