/** The store of set-up, made once. */
import { createSetUpStore } from './set-up-store.ts';

export const setUpStore = createSetUpStore();
