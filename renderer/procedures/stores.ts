/** Documents as they were last read, and what of them whoever is signed in has to sign. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const proceduresStore = createRegisterStore(
  () => bridge.vault['procedures.list']({}),
  () => bridge.vault['procedures.own']({}),
);
