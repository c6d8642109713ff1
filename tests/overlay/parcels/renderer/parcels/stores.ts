/** The parcels as they were last read. */
import { ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const parcelsStore = createRegisterStore(
  () => bridge.vault['parcels.list']({}),
  async () => ok(null),
);
