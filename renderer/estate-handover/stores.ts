/** Handovers as they were last read, and whether an order waits. No value of anybody's, and no password. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const estateHandoverStore = createRegisterStore(
  () => bridge.vault['handover.list']({}),
  () => bridge.vault['handover.waiting']({}),
);
