/** Walk-rounds as they were last read, and when the next is due. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const walksStore = createRegisterStore(
  () => bridge.vault['walks.list']({}),
  () => bridge.vault['walks.due']({}),
);
