/** The book of incidents as it was last read, and what of it is due. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const incidentsStore = createRegisterStore(
  () => bridge.vault['incidents.list']({}),
  () => bridge.vault['incidents.due']({}),
);
