/** The register of files that left the house as it was last read, and what of it is due. It holds masks alone, and no password. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const disclosuresStore = createRegisterStore(
  () => bridge.vault['disclosures.list']({}),
  () => bridge.vault['disclosures.due']({}),
);
