/** The store of the policy, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createPolicyStore } from './policy-store.ts';

export const policyStore = createPolicyStore(bridge.vault);
