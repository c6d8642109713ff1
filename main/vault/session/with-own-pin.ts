/** Requests that take the PIN of whoever is signed in, by who of them may make one. */
import { AppError } from '../app-error.ts';
import type { Session } from './session.ts';
import {
  type AllVerified,
  type Proof,
  requireOversight,
  requireSupervisor,
  withSlots,
} from './with-slots.ts';

type Work<T> = (present: AllVerified) => Promise<T>;

/** The own slot with the PIN typed for it. */
export const ownProof = ({ signedIn }: Session, pin: string): Proof => ({ slotId: signedIn.slotId, pin });

/** Errors: those of `withSlots` and of `work`. */
export const withOwnPin = <T>(session: Session, pin: string, work: Work<T>): Promise<T> =>
  withSlots(session, [ownProof(session, pin)], work);

const withOwnPinOf =
  (requireRole: (present: AllVerified) => void) =>
  <T>(session: Session, pin: string, work: Work<T>): Promise<T> =>
    withOwnPin(session, pin, async (present) => {
      requireRole(present);
      return work(present);
    });

/** The own PIN of a supervisor or an admin. Errors: as `withOwnPin`, `not-allowed`. */
export const withOversight = withOwnPinOf(requireOversight);

/** The own PIN of a supervisor. Errors: as `withOwnPin`, `needs-supervisor`. */
export const withSupervisor = withOwnPinOf(requireSupervisor);

/** The own PIN of an admin. Errors: as `withOwnPin`, `not-allowed`. */
export const withAdmin = withOwnPinOf(([own]) => {
  if (own.member.role !== 'admin') throw new AppError('not-allowed');
});
