/** Pins of a slot for its owner: the keys at its last opening, to compare with header and store the next time. */
import { sameBytes } from '../crypto/bytes.ts';
import type { Pins } from './slots.ts';
import { RECOVERY, type Roster, type SignerId, activeMembers } from './roster.ts';
import type { SessionKeys } from './session-keys.ts';

/**
 * The pins of a member of the verified roster, or of the sheet, with the tier keys that were verified with
 * it.
 */
export function pinsOf(
  roster: Roster,
  { roots, tierKeys }: Pick<SessionKeys, 'roots' | 'tierKeys'>,
  staffId: SignerId,
): Pins {
  const isPinnedAnyway = (key: Uint8Array): boolean =>
    sameBytes(key, roots.adminSign) || sameBytes(key, roots.recoverySign);
  return {
    roots,
    signers: storeKeySigners(roster, staffId).filter((key) => !isPinnedAnyway(key)),
    tierKeys,
    rosterHead: roster.head,
  };
}

/**
 * Public keys whose signature on a member's sealed store key is accepted: all keys of present admins and of
 * the sheet, and the member's own earlier keys. Each once.
 */
export function storeKeySigners(roster: Roster, staffId: SignerId): readonly Uint8Array[] {
  const admins = activeMembers(roster).filter(({ role }) => role === 'admin');
  const own = roster.keysOf(staffId).slice(0, -1);
  const keys = [
    ...admins.flatMap((admin) => roster.keysOf(admin.staffId)),
    ...roster.keysOf(RECOVERY),
    ...own,
  ];
  return keys.filter((key, index) => keys.findIndex((other) => sameBytes(other, key)) === index);
}
