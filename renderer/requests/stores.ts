/** The register of requests as it was last read, and what of it is due. It holds masks alone. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const requestsStore = createRegisterStore(
  () => bridge.vault['requests.list']({}),
  () => bridge.vault['requests.due']({}),
);
