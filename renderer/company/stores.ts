/** The company's facts as they were last read. */
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

/** Nothing of them is due. */
export const companyStore = createRegisterStore(() => bridge.vault['company.read']({}));
