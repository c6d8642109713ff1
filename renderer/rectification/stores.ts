/** The tracker as it was last read, and what of it is due. It holds no resident's value and no content of an attachment. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const rectificationStore = createRegisterStore(
  () => bridge.vault['rectification.list']({}),
  () => bridge.vault['rectification.due']({}),
);
