/** Dual control: a supervisor and an admin, one of whom is signed in, with both PINs in one request. */
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { ownProof } from '../session/with-own-pin.ts';
import {
  type AllVerified,
  type Proof,
  type VerifiedStaff,
  requireSupervisor,
  withSlots,
} from '../session/with-slots.ts';

/** The two people of dual control. */
export interface Pair {
  readonly supervisor: VerifiedStaff;
  readonly admin: VerifiedStaff;
}

/** Supervisor and admin among those present. Errors: `needs-supervisor`, `not-allowed` (no admin). */
export function bothOf(present: AllVerified): Pair {
  const supervisor = requireSupervisor(present);
  const admin = present.find(({ member }) => member.role === 'admin');
  if (admin === undefined) throw new AppError('not-allowed');
  return { supervisor, admin };
}

/** The PINs of whoever is signed in and of `other`, one of whom is a supervisor and one an admin. Errors: those of `withSlots`, `bothOf` and `work`. */
export const withBoth = <T>(
  session: Session,
  pin: string,
  other: Proof,
  work: (present: AllVerified) => Promise<T>,
): Promise<T> =>
  withSlots(session, [ownProof(session, pin), other], async (present) => {
    bothOf(present);
    return work(present);
  });

/** The second person present as cosigner of a log entry, null where there is none, and the signatures of both. */
export const cosignedBy = (
  present: AllVerified,
): { readonly cosignerId: StaffId | null; readonly signedBy: AllVerified } => ({
  cosignerId: present[1]?.staffId ?? null,
  signedBy: present,
});
