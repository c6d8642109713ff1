/** The store of the desk, made once. */
import { createDeskStore } from './desk-store.ts';

export const deskStore = createDeskStore();
