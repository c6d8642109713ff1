/**
 * Permanent mark of a practice vault: the first half of its id. The id is bound into header, keychain anchor, roster, log, every sealed value and every backup,
 * so that neither a practice vault nor a real one can be turned into the other.
 */
import { randomBytes } from 'node:crypto';
import type { SealedFieldId } from '../../../contract/fields.ts';
import type { Place } from '../../../contract/practice/lists.ts';
import { AppError } from '../app-error.ts';
import { toHex, utf8 } from '../crypto/bytes.ts';
import { mayBeReal } from '../values/invented.ts';

/** `practice` in ASCII, 8 bytes. One real id in 2⁶⁴ would begin with it, and none is given out. */
const MARK = toHex(utf8('practice'));

/** A new id: 16 bytes in hexadecimal, all random or, of a practice vault, the last 8. */
export function newVaultId(place: Place): string {
  if (place === 'practice') return MARK + toHex(randomBytes(8));
  for (;;) {
    const vaultId = toHex(randomBytes(16));
    if (placeOf(vaultId) === 'real') return vaultId;
  }
}

/** Where a vault of this id belongs. */
export const placeOf = (vaultId: string): Place => (vaultId.startsWith(MARK) ? 'practice' : 'real');

/**
 * Invented people are never opened as real ones, nor real ones where PINs are on the screen. Errors: AppError
 * `practice-mixed`.
 */
export function requirePlace(vaultId: string, place: Place): void {
  if (placeOf(vaultId) !== place) throw new AppError('practice-mixed');
}

/** Nobody can tell who is in a picture: a practice vault, whose PINs are on its lock screen, takes no file. Errors: AppError `practice-no-files`. */
export function requireNoPractice(vaultId: string): void {
  if (placeOf(vaultId) === 'practice') throw new AppError('practice-no-files');
}

/**
 * A practice vault, whose PINs are on its lock screen, takes no value that may be a real person's. `value` as
 * validated. Errors: AppError `practice-invented` {field}.
 */
export function requireInvented(vaultId: string, field: SealedFieldId, value: string): void {
  if (placeOf(vaultId) === 'practice' && mayBeReal(field, value))
    throw new AppError('practice-invented', { field });
}
