/** The two who stand behind a change of staff: the admin who is signed in, and somebody with a PIN or the recovery sheet. */
import type { SealedTier } from '../../../contract/fields.ts';
import type { Second } from '../../../contract/staff/requests.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { zero } from '../crypto/zero.ts';
import { type AcceptedSlot, requirePins } from '../keys/accept.ts';
import { openRecoverySlot } from '../keys/slots.ts';
import { parseSheet } from '../keys/recovery-sheet.ts';
import { RECOVERY, type RosterMember, type Signer } from '../keys/roster.ts';
import { everyEpoch } from '../keys/epochs.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import { withTiers } from '../session/open-values.ts';
import type { EntrySigner, EntrySigners } from '../log/entry-signer.ts';
import { type Session, logAlone } from '../session/session.ts';
import { type Proof, type VerifiedStaff, withSlots } from '../session/with-slots.ts';

/** Abilities of a second, whoever they are. */
export interface Backing {
  /** Signs entries of the log; null for the sheet, which the roster's entry is signed by. */
  readonly entrySigner: EntrySigner | null;
  readonly signer: Signer;
  /** Null for the sheet. */
  readonly member: RosterMember | null;
  /** Whose slot may pin what the change brings; none for the sheet. */
  readonly present: readonly AcceptedSlot[];
  /** For the log; null for the sheet. */
  readonly cosignerId: StaffId | null;
  /** Errors: `needs-supervisor` where they hold no grant of one of the tiers. */
  withTiers<T>(tiers: readonly SealedTier[], work: (open: readonly TierPrivate[]) => Promise<T>): Promise<T>;
}

export const isSheet = (second: Second): second is Extract<Second, { readonly sheet: string }> =>
  'sheet' in second;

/** Those who sign the log's entry of a change. */
export const signersOf = (admin: VerifiedStaff, backing: Backing | null): EntrySigners =>
  backing === null || backing.entrySigner === null ? [admin] : [admin, backing.entrySigner];

/**
 * Opens the admin's slot and the second's for the time of `work`. Errors, AppError: those of `withSlots`; `sheet-mismatch` {line} where the
 * sheet is mistyped, or is none of this vault's, which has its entry in the log.
 */
export function withSecond<T>(
  session: Session,
  pin: string,
  second: Second,
  work: (admin: VerifiedStaff, backing: Backing) => Promise<T>,
): Promise<T> {
  const own: Proof = { slotId: session.signedIn.slotId, pin };
  if (!isSheet(second))
    return withSlots(session, [own, second], ([admin, other]) =>
      work(admin, backingOf(session, other ?? admin)),
    );
  const secret = parseSheet(second.sheet);
  return withSlots(session, [own], ([admin]) =>
    withSheet(session, secret, (sheet) => work(admin, sheet)),
  ).finally(() => zero(secret));
}

/** The signature under a member's slot, as `withTiers` and the roster take it. */
function backingOf(session: Session, present: VerifiedStaff): Backing {
  const { slot, member } = present;
  return {
    signer: { id: slot.staffId, privateKey: slot.sign.privateKey },
    entrySigner: present,
    member,
    present: [slot],
    cosignerId: member.staffId,
    withTiers: (tiers, work) => withTiers(session, present, tiers, (open) => work(everyEpoch(open.values()))),
  };
}

/** For the time of `work`. The sheet is not limited: nobody guesses 256 bits. */
async function withSheet<T>(
  session: Session,
  secret: Uint8Array,
  work: (sheet: Backing) => Promise<T>,
): Promise<T> {
  const sheet = await openSheet(session, secret);
  const holder = { slot: sheet, member: { staffId: RECOVERY, generation: sheet.generation } } as const;
  try {
    requirePins(sheet, session);
    return await work({
      signer: { id: RECOVERY, privateKey: sheet.sign.privateKey },
      entrySigner: null,
      member: null,
      present: [],
      cosignerId: null,
      withTiers: (tiers, then) =>
        withTiers(session, holder, tiers, (open) => then(everyEpoch(open.values()))),
    });
  } finally {
    sheet.dispose();
  }
}

async function openSheet(session: Session, secret: Uint8Array): Promise<ReturnType<typeof openRecoverySlot>> {
  try {
    return openRecoverySlot(session.header, secret);
  } catch (error) {
    if (error instanceof AppError && error.code === 'sheet-mismatch')
      await logAlone(session, { action: 'pin-failed', outcome: 'failed', detail: { of: 'sheet' } });
    throw error;
  }
}
