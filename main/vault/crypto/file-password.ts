/** The password of a file that leaves the house. */
import { randomBytes } from 'node:crypto';
import { TRACE_ALPHABET } from '../../../contract/trace/lists.ts';

/** Five random bits each. */
const CHARACTERS = 24;
const GROUP = 4;

/**
 * Crockford's base32 in groups, 120 random bits: it is written down, read out and typed, so that no two of its characters are taken for one another.
 * The dashes are part of it: what is copied from the screen opens the file.
 */
export function makeFilePassword(): string {
  // 256 is a multiple of 32, so that each character is as likely as any other.
  const characters = Array.from(randomBytes(CHARACTERS), (byte) => TRACE_ALPHABET.charAt(byte % 32));
  return Array.from({ length: CHARACTERS / GROUP }, (_, group) =>
    characters.slice(group * GROUP, (group + 1) * GROUP).join(''),
  ).join('-');
}
