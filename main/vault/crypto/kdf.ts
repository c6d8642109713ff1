/** Key derivation: HKDF-SHA256 from random secrets, Argon2id from typed PINs. */
import { hkdfSync, randomBytes } from 'node:crypto';
import { utf8 } from './bytes.ts';
import { hashRaw } from './hash-raw.ts';
import { zero } from './zero.ts';

/**
 * A 32-byte key by HKDF-SHA256 (RFC 5869), without salt unless one is given. `secret` must be uniformly random; `info` says what
 * the key is for (bind.ts).
 */
export function hkdf(secret: Uint8Array, info: Uint8Array, salt: Uint8Array = new Uint8Array()): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, info, 32));
}

/** Costs of Argon2id (RFC 9106, 3.1): memory in KiB, passes (`time`), lanes (`parallelism`). */
export interface Argon2Params {
  readonly memoryKiB: number;
  readonly time: number;
  readonly parallelism: number;
}

const MIB = 1024;
/** Lowest accepted costs: 64 MiB, 3 passes, 1 lane. */
export const ARGON2_FLOOR: Argon2Params = { memoryKiB: 64 * MIB, time: 3, parallelism: 1 };
/** Highest accepted costs: 1 GiB, 10 passes, 4 lanes. */
export const ARGON2_CEILING: Argon2Params = { memoryKiB: 1024 * MIB, time: 10, parallelism: 4 };
/** Length of the salt (RFC 9106, 3.1 recommends 16 bytes). */
export const ARGON2_SALT_BYTES = 16;

/**
 * Whether parameters are within floor and ceiling. Check them whenever they are read: below the floor a PIN
 * is cheap to guess; above the ceiling unlocking would hang the application.
 */
export function argon2ParamsAllowed(params: Argon2Params): boolean {
  return (['memoryKiB', 'time', 'parallelism'] as const).every(
    (name) =>
      Number.isInteger(params[name]) &&
      params[name] >= ARGON2_FLOOR[name] &&
      params[name] <= ARGON2_CEILING[name],
  );
}

/**
 * The PIN in NFKC, so that full-width digits of an input method and composed letters equal their plain forms.
 */
export const normalisePin = (pin: string): string => pin.normalize('NFKC');

/**
 * 32 bytes by Argon2id version 0x13 (RFC 9106) from the PIN in NFKC and UTF-8. `salt`: 16 bytes. Runs off the
 * main thread. Throws RangeError for parameters out of bounds.
 */
export async function argon2id(pin: string, salt: Uint8Array, params: Argon2Params): Promise<Uint8Array> {
  if (!argon2ParamsAllowed(params) || salt.length !== ARGON2_SALT_BYTES)
    throw new RangeError('Argon2id parameters out of bounds');
  const typed = utf8(normalisePin(pin));
  try {
    const hash = await hashRaw({
      password: typed,
      salt,
      secret: new Uint8Array(),
      data: new Uint8Array(),
      hashLength: 32,
      m: params.memoryKiB,
      t: params.time,
      p: params.parallelism,
      version: 0x13,
      type: 2,
    });
    const key = new Uint8Array(hash);
    zero(hash);
    return key;
  } finally {
    zero(typed);
  }
}

const MIN_MS = 250;
const MAX_MS = 500;

/**
 * Parameters that take 250–500 ms on this computer, with one lane, never below the floor. Memory is doubled
 * first, because it costs an attacker most; where the next doubling would take too long, passes are added.
 * `measure` returns milliseconds.
 */
export async function calibrateArgon2id(
  measure: (params: Argon2Params) => Promise<number> = measureArgon2id,
): Promise<Argon2Params> {
  let params = ARGON2_FLOOR;
  let took = await measure(params);
  while (took < MIN_MS && params.memoryKiB * 2 <= ARGON2_CEILING.memoryKiB) {
    const doubled = { ...params, memoryKiB: params.memoryKiB * 2 };
    const doubledTook = await measure(doubled);
    if (doubledTook > MAX_MS) break;
    [params, took] = [doubled, doubledTook];
  }
  if (took >= MIN_MS) return params;
  const time = Math.min(ARGON2_CEILING.time, Math.ceil((params.time * MIN_MS * 1.1) / took));
  return { ...params, time };
}

/**
 * Milliseconds, the better of two runs: other load at that moment must not make guessing cheaper for good.
 */
async function measureArgon2id(params: Argon2Params): Promise<number> {
  let best = Infinity;
  for (let run = 0; run < 2; run++) {
    const started = performance.now();
    await argon2id('calibration', randomBytes(ARGON2_SALT_BYTES), params);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}
