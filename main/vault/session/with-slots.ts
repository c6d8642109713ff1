/** The only way from a PIN to private keys: count the try, open the slot, do one thing, zero the keys. */
import type { SlotId, StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import type { Header, StaffSlot } from '../keys/header.ts';
import type { OpenedSlot } from '../keys/slots.ts';
import type { RosterMember } from '../keys/roster.ts';
import { type AcceptedSlot, acceptSlot, requirePins } from '../keys/accept.ts';
import { type EntrySigner, signerOfSlot } from '../log/entry-signer.ts';
import { countLocked } from './locked-events.ts';
import { openCounted } from './open-counted.ts';
import { type Session, logAlone } from './session.ts';

/** A slot and the PIN typed for it. */
export interface Proof {
  readonly slotId: SlotId;
  readonly pin: string;
}

/** A person who has just proved their presence with a PIN; they sign what the log says of it. */
export interface VerifiedStaff extends EntrySigner {
  readonly slot: AcceptedSlot;
  readonly member: RosterMember;
}

/** At least one person; the signed-in one first where their own PIN was asked for. */
export type AllVerified = readonly [VerifiedStaff, ...VerifiedStaff[]];

/**
 * Opens each proof's slot while `work` runs, then disposes it. The limiter counts all of them before any is
 * tried.
 * Errors: `must-wait`, `slot-closed`, `wrong-pin` (one proof), `wrong-pin-either` (two; which one was wrong
 * is not revealed), `same-person`, `unknown-slot`, `store-mismatch` (those of `acceptSlot`). A wrong PIN is logged before the error is thrown.
 */
export function withSlots<T>(
  session: Session,
  proofs: readonly Proof[],
  work: (present: AllVerified) => Promise<T>,
): Promise<T> {
  return session.turns.take(() => proveAndWork(session, proofs, work));
}

async function proveAndWork<T>(
  session: Session,
  proofs: readonly Proof[],
  work: (present: AllVerified) => Promise<T>,
): Promise<T> {
  if (new Set(proofs.map((proof) => proof.slotId)).size !== proofs.length) throw new AppError('same-person');
  const tries = proofs.map((proof) => ({ slot: slotOf(session.header, proof), pin: proof.pin }));
  const { attempt, outcomes } = await openCounted(session, tries);
  const opened = outcomes.flatMap((outcome) => ('opened' in outcome ? [outcome.opened] : []));
  try {
    for (const outcome of outcomes) if ('error' in outcome) throw outcome.error;
    const [one] = opened;
    if (one !== undefined) {
      // A slot of somebody's own making would have their store key sealed to everybody.
      requirePins(one, session, headFor(session, one));
      session.header = await session.effects.followKeys(session, one);
    }
    for (const slot of opened) requirePresentKeys(session.header, slot);
    const present = opened.map((slot) => presentOf(session, slot));
    await attempt.succeeded();
    const [first, ...others] = present;
    if (first === undefined) throw new AppError('wrong-pin');
    return await work([first, ...others]);
  } catch (error) {
    if (isWrongPin(error)) await refuse(session, proofs, await attempt.failed());
    throw error;
  } finally {
    for (const slot of opened) slot.dispose();
  }
}

/** The slot that a proof names. Errors: `unknown-slot`. */
export function slotOf(header: Header, proof: Pick<Proof, 'slotId'>): StaffSlot {
  const slot = header.slots.find((candidate) => candidate.id === proof.slotId);
  if (slot === undefined) throw new AppError('unknown-slot');
  return slot;
}

/**
 * That nobody goes by keys which were changed, or taken away, at another desk: the header has followed that. Errors: `pin-changed-elsewhere`, `left-elsewhere`.
 */
export function requirePresentKeys({ link, slots }: Header, opened: OpenedSlot): void {
  const now = slots.find(({ staffId }) => staffId === opened.staffId);
  if (link === undefined || now?.generation === opened.generation) return;
  throw new AppError(now === undefined ? 'left-elsewhere' : 'pin-changed-elsewhere');
}

/** The slot that has signed in was held against the roster's head then, and a difference told. */
const presentOf = (session: Session, slot: OpenedSlot): VerifiedStaff => ({
  ...signerOfSlot(slot, session.roster.head.n),
  ...acceptSlot(slot, session, headFor(session, slot)),
});

const headFor = ({ signedIn }: Session, { slotId }: OpenedSlot): 'told' | 'compared' =>
  slotId === signedIn.slotId ? 'told' : 'compared';

const isWrongPin = (error: unknown): boolean => error instanceof AppError && error.code === 'wrong-pin';

async function refuse(
  session: Session,
  proofs: readonly Proof[],
  now: { readonly waitSeconds: number; readonly freeTries: number },
): Promise<never> {
  const others = proofs.filter((proof) => proof.slotId !== session.signedIn.slotId);
  if (session.alarms.length > 0)
    await session.anchor.update((state) => countLocked(state, 'signInFailed', session.clock.now()));
  else
    await logAlone(session, {
      action: 'pin-failed',
      outcome: 'failed',
      detail:
        others.length === 0
          ? { of: 'own' }
          : { of: proofs.length === 1 ? 'other' : 'either', slots: others.map(({ slotId }) => slotId) },
    });
  throw new AppError(proofs.length === 1 ? 'wrong-pin' : 'wrong-pin-either', {
    waitSeconds: now.waitSeconds,
    freeTries: now.freeTries,
  });
}

/** The supervisor among those present. Errors: `needs-supervisor` where there is none. */
export function requireSupervisor(present: readonly VerifiedStaff[]): VerifiedStaff {
  const supervisor = present.find((candidate) => candidate.member.role === 'supervisor');
  if (supervisor === undefined) throw new AppError('needs-supervisor');
  return supervisor;
}

/** Whoever is signed in is a supervisor or an admin, by the roster. Errors: `not-allowed`. */
export function requireOversight([own]: AllVerified): void {
  if (own.member.role === 'receptionist') throw new AppError('not-allowed');
}

/** Whom an entry names beside whoever is signed in; null where that is the same person. */
export const cosignerOf = ({ signedIn }: Session, { staffId }: VerifiedStaff): StaffId | null =>
  staffId === signedIn.staffId ? null : staffId;
