/** From a sign-in and a minute to a short code and back, under a key of the store: whoever has the code alone learns nothing from it, and makes no other. */
import { FF1 } from '@noble/ciphers/ff1';
import { bind } from '../crypto/bind.ts';
import { hkdf } from '../crypto/kdf.ts';
import { checkOf, TRACE_ALPHABET, TRACE_CHARACTERS } from '../../../contract/trace/lists.ts';

/** Content of a code. */
export interface TracePoint {
  /** Number of the entry of the sign-in within its chain. */
  readonly session: number;
  /** Minutes since 1970. */
  readonly minute: number;
}

/** Bytes of the key: AES-256. */
export const TRACE_KEY_BYTES = 32;
/** A chain of more entries than that does not come about in a hundred years of a busy desk. */
const SESSIONS = 2n ** 30n;
/** 2020-01-01, in minutes since 1970; 2²⁵ minutes are 63 years. */
const FIRST_MINUTE = Date.UTC(2020, 0, 1) / 60_000;
const MINUTES = 2n ** 25n;
const RADIX = 32;
const DIGITS = TRACE_CHARACTERS - 1;
/** Keeps other uses of the same cipher apart. */
const TWEAK = new TextEncoder().encode('resident-vault/trace-mark/1');

/** Under which the marks of a chain are made, by the vault's: the same entry of two desks has two codes, and a code is of one of them. */
export const traceKeyOf = (key: Uint8Array, chain: number): Uint8Array =>
  chain === 0 ? key : hkdf(key, bind('trace-mark', chain));

/**
 * The code of a point, by format-preserving encryption (FF1, NIST SP 800-38G) of its 55 bits, with a character that checks it.
 * Errors: RangeError for a minute before 2020 or after 2083, or an entry beyond 2³⁰.
 */
export function encodeTrace(key: Uint8Array, { session, minute }: TracePoint): string {
  const since = BigInt(minute - FIRST_MINUTE);
  const number = BigInt(session);
  if (since < 0n || since >= MINUTES || number < 0n || number >= SESSIONS)
    throw new RangeError('no such point');
  let rest = since * SESSIONS + number;
  const digits: number[] = [];
  for (let at = 0; at < DIGITS; at += 1) {
    digits.unshift(Number(rest % 32n));
    rest /= 32n;
  }
  const hidden = FF1(RADIX, key, TWEAK).encrypt(digits);
  const characters = hidden.map((digit) => TRACE_ALPHABET.charAt(digit)).join('');
  return characters + checkOf(characters);
}

/** Content of a whole code, read by `readTraceCode`, under this key; whether there was such a sign-in is for the log to say. */
export function decodeTrace(key: Uint8Array, code: string): TracePoint {
  const digits = Array.from(code.slice(0, DIGITS), (character) => TRACE_ALPHABET.indexOf(character));
  let number = 0n;
  for (const digit of FF1(RADIX, key, TWEAK).decrypt(digits)) number = number * 32n + BigInt(digit);
  return {
    session: Number(number % SESSIONS),
    minute: FIRST_MINUTE + Number(number / SESSIONS),
  };
}
