/** The password of a file that leaves the house. */
import { randomBytes } from 'node:crypto';
import { PASSWORD_CHARACTERS } from '../../../contract/disclosures/lists.ts';
import { TRACE_ALPHABET } from '../../../contract/trace/lists.ts';

const GROUP = 4;

/**
 * Crockford's base32 in groups, 120 random bits: it is written down, read out and typed, so that no two of its characters are taken for one another.
 * The dashes are part of it: what is copied from the screen opens the file.
 */
export function makePassword(): string {
  // 256 is a multiple of 32, so that each character is as likely as any other.
  const characters = Array.from(randomBytes(PASSWORD_CHARACTERS), (byte) => TRACE_ALPHABET.charAt(byte % 32));
  return Array.from({ length: PASSWORD_CHARACTERS / GROUP }, (_, group) =>
    characters.slice(group * GROUP, (group + 1) * GROUP).join(''),
  ).join('-');
}
