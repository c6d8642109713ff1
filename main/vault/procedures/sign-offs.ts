/** Who has signed what, and who has yet to. Pure. */
import type { StaffId } from '../../../contract/ids.ts';
import { isSignedByAll, isSignedYearly, SIGN_AGAIN_DAYS } from '../../../contract/procedures/lists.ts';
import { dayOf } from '../clock.ts';
import type { ProcedureLog, Publication, Signature } from './read-published.ts';
import { daysBetween, yearAfter } from '../values/days.ts';

/** How it stands with one of the staff and a version. */
export interface SignOff {
  readonly staffId: StaffId;
  /** Milliseconds since 1970; null where they have not signed. */
  readonly signedAt: number | null;
  /** The day from which on it counts no longer; null where it always does, or is not signed. */
  readonly againOn: string | null;
  /** It is asked for now. */
  readonly due: boolean;
  /** It counts today. */
  readonly counts: boolean;
}

/** Of everybody in `staff`, in that order. Whoever has signed another text than the one that was published has not signed. */
export function signOffsOf(
  { kind, versionId, sha256 }: Publication,
  signatures: ProcedureLog['signatures'],
  staff: readonly StaffId[],
  now: number,
): readonly SignOff[] {
  const newest = new Map<StaffId, Signature>();
  for (const one of signatures)
    if (one.versionId === versionId && one.sha256 === sha256) newest.set(one.by, one);
  return staff.map((staffId) => {
    const signedAt = newest.get(staffId)?.at ?? null;
    const againOn = signedAt !== null && isSignedYearly(kind) ? yearAfter(dayOf(signedAt)) : null;
    const daysLeft = againOn === null ? null : daysBetween(dayOf(now), againOn);
    return {
      staffId,
      signedAt,
      againOn,
      due: isSignedByAll(kind) && (signedAt === null || (daysLeft !== null && daysLeft <= SIGN_AGAIN_DAYS)),
      counts: signedAt !== null && (daysLeft === null || daysLeft > 0),
    };
  });
}
