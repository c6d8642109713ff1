/** A recovery to its end in a folder that is thrown away: what it would meet on the day it is met now. */
import { randomBytes } from 'node:crypto';
import type { Role } from '../../../contract/fields.ts';
import { ARGON2_FLOOR } from '../crypto/kdf.ts';
import { toHex } from '../crypto/bytes.ts';
import type { Header } from '../keys/header.ts';
import { formatSheet, parseSheet } from '../keys/recovery-sheet.ts';
import type { Roster } from '../keys/roster.ts';
import { openBySheet } from './open-by-sheet.ts';
import { nextAfter, recoverVault } from './recover-vault.ts';
import { recoverKeys } from './regenerate-keys.ts';
import type { Remembered } from './remembered.ts';
import type { ScratchPlace } from './scratch.ts';

/** Of a computer that has never had the vault, whose keychain keeps nothing of this. */
const NOTHING: Remembered = { anchored: null, counter: 0, known: null };
const NO_KEYCHAIN = { writeDeviceSecret: async () => undefined, writeAnchor: async () => undefined };

/**
 * The header and the next sheet (32 bytes; zero it after use) of the vault that lies in the folder, recovered there by `secret`, for an admin and a supervisor whose keys nobody can open. Errors: those of
 * `openBySheet`, `recoverKeys` and `recoverVault`.
 */
export async function recoverOnTrial(
  secret: Uint8Array,
  header: Header,
  place: ScratchPlace,
): Promise<{ readonly header: Header; readonly secret: Uint8Array }> {
  const opened = await openBySheet(place, header, textOf(formatSheet(secret)), NOTHING);
  try {
    const made = await recoverKeys(opened, {
      ...(await nextAfter(place.vaultDir, opened, NOTHING)),
      people: (['admin', 'supervisor'] as const).map((role) => whoIs(role, opened.roster)),
      deviceSecret: null,
      params: ARGON2_FLOOR,
      at: place.clock.now(),
    });
    try {
      await recoverVault(opened, made, NOTHING, { ...place, keychainWriter: NO_KEYCHAIN });
      return { header: made.header, secret: parseSheet(textOf(made.sheet)) };
    } finally {
      made.dispose();
    }
  } finally {
    opened.dispose();
  }
}

const textOf = (lines: readonly (readonly string[])[]): string => lines.flat().join('');

/** Somebody of the roster in that role, as a recovery finds them, or somebody new. */
const whoIs = (role: Role, { members }: Roster) => ({
  staffId: [...members.values()].find((member) => member.role === role)?.staffId ?? null,
  name: role,
  role,
  twoRoles: false,
  pin: toHex(randomBytes(16)),
});
