/** Handovers as they were last read, and whether an order waits. No value of anybody's, and no password. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const estateTransferStore = createRegisterStore(
  () => bridge.vault['estateTransfer.list']({}),
  () => bridge.vault['estateTransfer.waiting']({}),
);
