/** PINs of the desk that tests set up: they pass the rules and mean nothing. */
import type { Role } from '../../contract/fields.ts';

export const PINS: Readonly<Record<Role, string>> = {
  receptionist: '728164',
  supervisor: 'tabby-37-kite',
  admin: 'mango-64-rail',
};
