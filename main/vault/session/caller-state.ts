/** Who calls, as far as permission to call a route goes: what the router asks before anything is done. */
import type { Role } from '../../../contract/fields.ts';
import type { Session } from './session.ts';
import type { VaultState } from './vault-state.ts';

export type CallerState =
  | { readonly state: 'no-vault' | 'refused' | 'locked' }
  | {
      readonly state: 'unlocked';
      readonly role: Role;
      /** No alarm waits for a supervisor. */
      readonly acknowledged: boolean;
      readonly readOnly: boolean;
    };

export function callerState(state: VaultState, session: Session | null): CallerState {
  if (session === null) return { state: state.kind === 'vault' ? 'locked' : state.kind };
  const { signedIn, alarms, readOnly } = session;
  return { state: 'unlocked', role: signedIn.role, acknowledged: alarms.length === 0, readOnly };
}
