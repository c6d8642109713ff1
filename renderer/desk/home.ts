/** Where each role lands, and where Escape leads back to. */
import type { Role } from '../../contract/fields.ts';
import type { PageName } from '../pages/define-page.ts';

/** An admin works at no counter: theirs is what has to be looked after. */
export const homeOf = (role: Role): PageName => (role === 'admin' ? 'overview' : 'counter');
