/** The only way to take somebody for present whose slot a PIN has opened: what their slot pins is what the session goes by. */
import { AppError } from '../app-error.ts';
import { sameBytes } from '../crypto/bytes.ts';
import type { Roster, RosterMember } from './roster.ts';
import { type SessionKeys, requireSamePins } from './session-keys.ts';
import type { OpenedSlot } from './slots.ts';

declare const accepted: unique symbol;
/** A slot that was held against the roots, tier keys and roster of the session. Only `acceptSlot` makes it. */
interface Compared {
  readonly [accepted]: true;
}
/** An opened slot of somebody who is taken for present: nobody co-signs, gives keys or is pinned anew without it. */
export type AcceptedSlot = OpenedSlot & Compared;

/** The halves of a slot that the comparison takes. */
export type ComparableSlot = Pick<OpenedSlot, 'staffId' | 'generation' | 'pins'> & {
  readonly receive: { readonly publicKey: Uint8Array };
  readonly sign: { readonly publicKey: Uint8Array };
};

/** Somebody whom the signed roster has with these keys. */
export interface Accepted<S> {
  readonly slot: S & Compared;
  readonly member: RosterMember;
}

/** What a session goes by. */
interface Trusted {
  readonly keys: Pick<SessionKeys, 'roots' | 'tierKeys'>;
  readonly roster: Roster;
}

/**
 * Compares the slot's pins with the session's keys, whose roots are those of the slot that signed in, and finds its owner in the roster. Whoever has
 * forged a root of trust around other people's real keys gets nobody taken for present by it. `head`: `told` for the slot that signs in, or has signed
 * in, whose head of the roster is compared there and told as an alarm. Errors: those of `requirePins`; AppError `store-mismatch` {part: 'member'} (who has
 * left, is suspended or has other keys).
 */
export function acceptSlot<S extends ComparableSlot>(
  slot: S,
  trusted: Trusted,
  head: 'compared' | 'told' = 'compared',
): Accepted<S> {
  requirePins(slot, trusted, head);
  return { slot: slot as S & Compared, member: memberOf(trusted.roster, slot) };
}

/**
 * The comparison of `acceptSlot`, which the recovery sheet takes too. Errors: AppError `store-mismatch` {part: 'pins'} (other roots, tier keys, or a roster that
 * does not go on from where the slot last saw it).
 */
export function requirePins(
  slot: Pick<ComparableSlot, 'pins'>,
  { keys, roster }: Trusted,
  head: 'compared' | 'told' = 'compared',
): void {
  requireSamePins(keys, slot);
  if (head === 'compared' && !continuesFrom(roster, slot))
    throw new AppError('store-mismatch', { part: 'pins' });
}

/** Whether the roster goes on from where the slot last saw it. */
export const continuesFrom = (
  roster: Pick<Roster, 'hashAt'>,
  { pins: { rosterHead } }: Pick<ComparableSlot, 'pins'>,
): boolean => roster.hashAt(rosterHead.n) === rosterHead.hash;

function memberOf(roster: Roster, { staffId, generation, receive, sign }: ComparableSlot): RosterMember {
  const member = roster.members.get(staffId);
  const same =
    member !== undefined &&
    !member.suspended &&
    member.generation === generation &&
    sameBytes(member.receiveKey, receive.publicKey) &&
    sameBytes(member.signKey, sign.publicKey);
  if (!same) throw new AppError('store-mismatch', { part: 'member' });
  return member;
}
