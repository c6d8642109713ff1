/** Who says of what somebody did that it was all right: a supervisor, and of their own deed only where there is nobody else who could. */
import type { StaffId } from '../../../contract/ids.ts';
import { membersWithSlots } from '../keys/verify-store.ts';
import type { Session } from './session.ts';

/** Whether a supervisor beside this one can sign in. */
export const hasAnotherSupervisor = (
  { roster, header }: Pick<Session, 'roster' | 'header'>,
  beside: StaffId,
): boolean =>
  membersWithSlots(roster, header).some(({ role, staffId }) => role === 'supervisor' && staffId !== beside);

/** Who reviews what `about` did (null: several together), seen from whoever is signed in. */
export function reviewerOf(session: Session, about: StaffId | null): 'you' | 'another' | 'you-alone' {
  if (about !== session.signedIn.staffId) return 'you';
  return hasAnotherSupervisor(session, about) ? 'another' : 'you-alone';
}
