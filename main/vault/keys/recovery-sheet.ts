/** The recovery sheet: 256 random bits on paper, with a checksum on each line that catches copying errors. */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { normaliseSheet, SHEET_LINE_CHARACTERS, SHEET_LINES } from '../../../contract/recovery/sheet-text.ts';
import { AppError } from '../app-error.ts';
import { bind } from '../crypto/bind.ts';
import { toHex, sameBytes } from '../crypto/bytes.ts';
import { type SignPair, signPairOf } from '../crypto/ed25519.ts';
import { type ReceivePair, receivePairOf } from '../crypto/hpke.ts';
import { hkdf } from '../crypto/kdf.ts';
import { zero } from '../crypto/zero.ts';

/** Length of a sheet's secret. */
export const SHEET_SECRET_BYTES = 32;
/** Crockford's base32: without I, L, O and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = [4, 4, 5] as const;
const LINE_CHARACTERS = 13;
const CHECK_CHARACTERS = SHEET_LINE_CHARACTERS - LINE_CHARACTERS;

/** A new random secret; zero it after use. */
export function createSheetSecret(): Uint8Array {
  return new Uint8Array(randomBytes(SHEET_SECRET_BYTES));
}

/**
 * The text of a secret (32 bytes): four lines of three groups and a checksum group (20 bits over the line and
 * its number), in Crockford's base32.
 */
export function formatSheet(secret: Uint8Array): string[][] {
  const characters = encodeBase32(secret);
  return Array.from({ length: SHEET_LINES }, (_, line) => {
    const text = characters.slice(line * LINE_CHARACTERS, (line + 1) * LINE_CHARACTERS);
    return [...splitGroups(text), checksum(line, text)];
  });
}

/**
 * The 32 bytes of a sheet as typed or scanned: case, spaces and dashes are ignored, O is read as 0, I and L
 * as 1.
 * Errors: AppError `sheet-mismatch` {line: 1-based line with a slip, or 0 where the length is wrong}.
 */
export function parseSheet(text: string): Uint8Array {
  const typed = normaliseSheet(text);
  const whole = LINE_CHARACTERS + CHECK_CHARACTERS;
  if (typed.length !== SHEET_LINES * whole)
    throw new AppError('sheet-mismatch', { line: shortLine(text, whole) });
  const lines = Array.from({ length: SHEET_LINES }, (_, line) =>
    typed.slice(line * whole, (line + 1) * whole),
  );
  lines.forEach((line, index) => {
    const data = line.slice(0, LINE_CHARACTERS);
    if (checksum(index, data) !== line.slice(LINE_CHARACTERS))
      throw new AppError('sheet-mismatch', { line: index + 1 });
  });
  const secret = decode(lines.map((line) => line.slice(0, LINE_CHARACTERS)).join(''));
  // 52 characters hold four bits more than the secret; a valid sheet has them zero.
  if (secret === null) throw new AppError('sheet-mismatch', { line: SHEET_LINES });
  return secret;
}

/** Whether `typed` is the printed group. */
export const sameGroup = (printed: string, typed: string): boolean => normaliseSheet(typed) === printed;

/** Place of a group on the sheet, both counted from 0. */
export interface GroupPlace {
  readonly line: number;
  readonly group: number;
}

/** Two random groups to be typed back, of different lines, so that a half-copied sheet is noticed. */
export function chooseGroups(sheet: readonly (readonly string[])[]): [GroupPlace, GroupPlace] {
  const first = randomInt(sheet.length);
  const second = (first + 1 + randomInt(sheet.length - 1)) % sheet.length;
  const groupOf = (line: number): GroupPlace => ({ line, group: randomInt(sheet[line]?.length ?? 1) });
  return [groupOf(Math.min(first, second)), groupOf(Math.max(first, second))];
}

/** Whether all requested groups were typed back. */
export const provesSheet = (
  sheet: readonly (readonly string[])[],
  ask: readonly GroupPlace[],
  answers: readonly string[],
): boolean =>
  ask.every(({ line, group }, index) => sameGroup(sheet[line]?.[group] ?? '', answers[index] ?? ''));

/** Whether the checksum of a line (counted from 1) is right. */
export function isRightLine(line: number, text: string): boolean {
  const typed = normaliseSheet(text);
  return (
    typed.length === LINE_CHARACTERS + CHECK_CHARACTERS &&
    checksum(line - 1, typed.slice(0, LINE_CHARACTERS)) === typed.slice(LINE_CHARACTERS)
  );
}

/** The key pairs of a sheet. */
export interface SheetKeys {
  /** Store key, grants and first log keys are sealed to this pair. */
  readonly receive: ReceivePair;
  /** The third root signer. */
  readonly sign: SignPair;
}

/**
 * The pairs of a sheet, derived from its secret by HKDF-SHA256; always the same for the same secret. Dispose
 * them after use.
 */
export function deriveSheetKeys(secret: Uint8Array): SheetKeys {
  return {
    receive: receivePairOf(hkdf(secret, bind('sheet-receive'))),
    sign: signPairOf(hkdf(secret, bind('sheet-sign'))),
  };
}

/** Zeroes the private keys of a sheet. */
export function disposeSheetKeys(keys: SheetKeys): void {
  zero(keys.receive.privateKey, keys.sign.privateKey);
}

/**
 * Public keys (Ed25519, 32 bytes each) that every chain of signatures must start from; pinned in each slot,
 * with their fingerprint on the sheet.
 */
export interface Roots {
  readonly adminSign: Uint8Array;
  readonly supervisorSign: Uint8Array;
  readonly recoverySign: Uint8Array;
}

/** Fingerprint of the roots: the first 128 bits of a SHA-256, as eight groups of four hexadecimal digits. */
export function fingerprintRoots(roots: Roots): string {
  const hash = createHash('sha256')
    .update(bind('roots', roots.adminSign, roots.supervisorSign, roots.recoverySign))
    .digest();
  return toHex(hash.subarray(0, 16)).replace(/.{4}(?!$)/g, '$& ');
}

/** Whether both are the same three keys. */
export const sameRoots = (one: Roots, other: Roots): boolean =>
  (['adminSign', 'supervisorSign', 'recoverySign'] as const).every((name) =>
    sameBytes(one[name], other[name]),
  );

function splitGroups(text: string): string[] {
  let at = 0;
  return GROUPS.map((length) => text.slice(at, (at += length)));
}

function checksum(line: number, text: string): string {
  const hash = createHash('sha256')
    .update(bind('sheet-line', line, text))
    .digest();
  return encodeBase32(hash.subarray(0, 3)).slice(0, CHECK_CHARACTERS);
}

/** The first line with a wrong number of characters, where lines can be told apart; else 0. */
function shortLine(text: string, whole: number): number {
  const lines = text
    .split(/\r?\n/)
    .map(normaliseSheet)
    .filter((line) => line !== '');
  return lines.length === SHEET_LINES ? lines.findIndex((line) => line.length !== whole) + 1 : 0;
}

/** Crockford's base32: big-endian, five bits a character, the last one filled up with zeros. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  for (let bit = 0; bit < bytes.length * 8; bit += 5) {
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += ALPHABET[(pair >> (11 - (bit & 7))) & 31];
  }
  return text;
}

function decode(text: string): Uint8Array | null {
  const bytes = new DataView(new ArrayBuffer(Math.ceil((text.length * 5) / 8) + 1));
  for (const [index, character] of [...text].entries()) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    const bit = index * 5;
    bytes.setUint16(bit >> 3, bytes.getUint16(bit >> 3) | (value << (11 - (bit & 7))));
  }
  const spare = new Uint8Array(bytes.buffer, SHEET_SECRET_BYTES);
  return spare.every((byte) => byte === 0) ? new Uint8Array(bytes.buffer.slice(0, SHEET_SECRET_BYTES)) : null;
}

/** As `parseSheet`. Errors: AppError `sheet-slip` {line}. */
export function readSheet(typed: string): Uint8Array {
  try {
    return parseSheet(typed);
  } catch (error) {
    throw error instanceof AppError && error.code === 'sheet-mismatch'
      ? new AppError('sheet-slip', error.details)
      : error;
  }
}
