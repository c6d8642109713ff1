/** The register of other systems as it was last read. */
import { bridge } from '../bridge.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export type Register = RouteReply<'systems.list'>;

/** What is due of it stands in it. */
export const otherSystemsStore = createRegisterStore(() => bridge.vault['systems.list']({}));
