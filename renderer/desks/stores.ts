/** The desks as they were last read. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const desksStore = createRegisterStore(() => bridge.vault['keys.desks']({}));
