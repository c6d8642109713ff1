/** The forms as they were last read, and what of them is due. It holds no answer. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const formsStore = createRegisterStore(
  () => bridge.vault['forms.list']({}),
  () => bridge.vault['forms.due']({}),
);
