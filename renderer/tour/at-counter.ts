/** Whether somebody is signed in who works at the counter: an admin does none of its tasks. Pure. */
import type { VaultStatus } from '../../contract/sign-in/views.ts';

export const isAtCounter = ({ status }: { readonly status: VaultStatus | null }): boolean =>
  status !== null && status.signedIn !== null && status.signedIn.role !== 'admin';
