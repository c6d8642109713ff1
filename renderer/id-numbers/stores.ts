/** How it stands with ID numbers, as it was last read: counts and masks alone. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const idNumbersStore = createRegisterStore(
  () => bridge.vault['idNumbers.read']({}),
  () => bridge.vault['idNumbers.read']({}),
);
