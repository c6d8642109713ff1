/** The canary records as they were last read. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const canariesStore = createRegisterStore(() => bridge.vault['canaries.list']({}));
