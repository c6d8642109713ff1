/** The register of paper as it was last read, and what of it is due. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const paperRegisterStore = createRegisterStore(
  () => bridge.vault['papers.list']({}),
  () => bridge.vault['papers.due']({}),
);
