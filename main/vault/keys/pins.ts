/** Pins of a slot for its owner: the keys at its last opening, to compare with header and store the next time. */
import { sameBytes } from '../crypto/bytes.ts';
import { MAX_PINNED_SIGNERS, type Pins } from './slots.ts';
import { RECOVERY, type Roster, type SignerId, activeMembers } from './roster.ts';
import { liveDesks } from './roster-desks.ts';
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
    signers: [...deskKeysOf(roster), ...newestFirst(roster, staffId)]
      .filter((key) => !isPinnedAnyway(key))
      .slice(0, MAX_PINNED_SIGNERS),
    tierKeys,
    rosterHead: roster.head,
  };
}

/**
 * The keys of `storeKeySigners` by age, everybody's present one first: one person who goes on changing their own keys pushes nobody else's out, nor makes pins that
 * cannot be read again.
 */
function newestFirst(roster: Roster, staffId: SignerId): readonly Uint8Array[] {
  const admins = activeMembers(roster).filter(({ role }) => role === 'admin');
  const holders = [...admins.map((admin) => admin.staffId), RECOVERY, staffId] as const;
  const ages = holders.map((holder) => roster.keysOf(holder).toReversed());
  const allowed = storeKeySigners(roster, staffId);
  return Array.from({ length: Math.max(...ages.map((keys) => keys.length)) }, (_, age) =>
    ages.flatMap((keys) => keys[age] ?? []),
  )
    .flat()
    .filter((key) => allowed.some((other) => sameBytes(key, other)))
    .filter((key, index, all) => all.findIndex((other) => sameBytes(key, other)) === index);
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

/** Keys of the desks that keep the estate: each seals its own store key to slots that were changed at another one. */
const deskKeysOf = (roster: Roster): readonly Uint8Array[] =>
  liveDesks(roster.desks).map(({ signKey }) => signKey);

/** `storeKeySigners` at a desk, whose own key counts there: no other desk's, which a slot has pinned as well. */
export function storeKeySignersAt(roster: Roster, desk: number, staffId: SignerId): readonly Uint8Array[] {
  const own = roster.desks.get(desk);
  return own === undefined
    ? storeKeySigners(roster, staffId)
    : [own.signKey, ...storeKeySigners(roster, staffId)];
}
