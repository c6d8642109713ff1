/** The inventory as it was last read, and what of it is due. No value of anybody's. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const inventoryStore = createRegisterStore(
  () => bridge.vault['inventory.read']({}),
  () => bridge.vault['inventory.due']({}),
);
