/** The caller's state as the router checks it against a route's access. */
import type { Role } from '../../../contract/fields.ts';
import type { Session } from './session.ts';
import type { VaultState } from './vault-state.ts';

/** State of the vault, and the role where somebody is signed in. */
export type CallerState =
  | { readonly state: 'no-vault' | 'refused' | 'locked' }
  | {
      readonly state: 'unlocked';
      readonly role: Role;
      /** No alarm waits to be acknowledged by a supervisor. */
      readonly acknowledged: boolean;
      readonly readOnly: boolean;
      /** Somebody inspects. */
      readonly inspected: boolean;
    };

/** The caller's state from the vault's state and the session (null while nobody is signed in). */
export function callerState(state: VaultState, session: Session | null): CallerState {
  if (session === null) return { state: state.kind === 'vault' ? 'locked' : state.kind };
  const { signedIn, alarms, readOnly, inspection } = session;
  return {
    state: 'unlocked',
    role: signedIn.role,
    acknowledged: alarms.length === 0,
    readOnly,
    inspected: inspection !== null,
  };
}
