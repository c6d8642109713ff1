/** What takes two people: a supervisor and an admin, one of whom is signed in, both PINs in one request. */
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import type { AllPresent, Present } from '../session/with-slots.ts';
import { requireSupervisor } from '../session/with-slots.ts';

export interface Pair {
  readonly supervisor: Present;
  readonly admin: Present;
}

/** Errors: `needs-supervisor`, `not-allowed` (no admin). */
export function bothOf(present: AllPresent): Pair {
  const supervisor = requireSupervisor(present);
  const admin = present.find(({ member }) => member.role === 'admin');
  if (admin === undefined) throw new AppError('not-allowed');
  return { supervisor, admin };
}

/** Whoever is beside the person who is signed in, for an entry of the log. */
export const cosignedBy = ([, other]: AllPresent): { readonly cosignerId: StaffId | null } => ({
  cosignerId: other?.member.staffId ?? null,
});
