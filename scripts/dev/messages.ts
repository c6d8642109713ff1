/** Messages between the development server and the page in Electron over the line of hot reload. */
import type { Role } from '../../contract/fields.ts';

export const MESSAGES = {
  /** From a page that has come up. */
  ready: 'resident-vault:ready',
  /** From a page that a change cannot be put into. */
  stale: 'resident-vault:stale',
  /** To a page: have main bring up a fresh page and a fresh vault. */
  restart: 'resident-vault:restart',
  /** To a page: sign in; comes with a SignIn. */
  signIn: 'resident-vault:sign-in',
} as const;

/** A role of the practice vault and its PIN, which everybody knows. */
export interface SignIn {
  readonly role: Role;
  readonly pin: string;
}
