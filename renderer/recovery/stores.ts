/** The store of recovery, made once. */
import { createRecoveryStore } from './recovery-store.ts';

export const recoveryStore = createRecoveryStore();
