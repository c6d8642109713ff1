/** Byte format of the anchor: small enough for a keychain item, with a checksum that detects torn writes. */
import { createHash } from 'node:crypto';
import { AppError } from '../app-error.ts';

/** State of a vault that the keychain remembers, to detect an older or replaced folder. */
export interface AnchorState {
  /** 16 bytes. */
  readonly vaultId: Uint8Array;
  readonly epoch: number;
  readonly headerGeneration: number;
  /** Digest of the header in force (12 bytes), so that no other one of its generation, or of a later one, passes for it. */
  readonly header: Uint8Array;
  /** Digest of the header that is about to be written, which a kill may have left in force; `NO_HEADER` where none is. */
  readonly comingHeader: Uint8Array;
  /** Last entry of the signed roster; `hash`: 32 bytes. */
  readonly rosterHead: { readonly n: number; readonly hash: Uint8Array };
  /** Last entry of the log, its hash, and the moving key that tags the next entry (32 bytes each). */
  readonly log: {
    readonly segment: number;
    readonly seq: number;
    readonly hash: Uint8Array;
    readonly key: Uint8Array;
  };
  /** Packed state of the limiter, read by keys/limiter.ts only. */
  readonly limiter: Uint8Array;
  /** Counts of events while nobody was signed in; written to the log at the next unlock. */
  readonly lockedEvents: LockedEvents;
  /** Digest of the change of keys that waits in the store (16 bytes), or `NO_PENDING`. */
  readonly pending: Uint8Array;
}

/** Counts of events while no log could be written. */
export interface LockedEvents {
  readonly signInFailed: number;
  readonly refusedRoutes: number;
  /** Milliseconds since 1970 of the first event; 0 if there is none. */
  readonly sinceMs: number;
}

/** No event so far. */
export const NO_LOCKED_EVENTS: LockedEvents = { signInFailed: 0, refusedRoutes: 0, sinceMs: 0 };

/** Length of the digest of a change that waits. */
export const PENDING_BYTES = 16;
/** No change of keys waits. */
export const NO_PENDING = new Uint8Array(PENDING_BYTES);

/** Length of the digest of a header. */
export const HEADER_DIGEST_BYTES = 12;
/** No header is about to be written. */
export const NO_HEADER = new Uint8Array(HEADER_DIGEST_BYTES);

/**
 * Longest anchor: at most 2,000 characters in base64, as Windows allows about 2,500 bytes for a credential.
 */
export const MAX_ANCHOR_BYTES = 1500;
const FORMAT = 3;
const ID_BYTES = 16;
const HASH_BYTES = 32;
const CHECKSUM_BYTES = 16;
const MAX_U32 = 0xffff_ffff;

/**
 * Format byte, write counter, the fixed fields, the limiter with its length, and the first 16 bytes of the
 * SHA-256 of all that; numbers are big-endian. `counter`: number of the write, up to 48 bits. The checksum
 * detects torn writes; it does not protect against somebody who can write the keychain
 * (docs/threat-model.md).
 * Errors: AppError `internal` when a field has the wrong size or the whole is too long.
 */
export function encodeAnchor(state: AnchorState, counter: number): Uint8Array {
  const { rosterHead, log, lockedEvents } = state;
  const body = Buffer.concat([
    Buffer.from([FORMAT]),
    u48(counter),
    fixed(state.vaultId, ID_BYTES),
    u32(state.epoch),
    u32(state.headerGeneration),
    u32(rosterHead.n),
    fixed(rosterHead.hash, HASH_BYTES),
    u32(log.segment),
    u48(log.seq),
    fixed(log.hash, HASH_BYTES),
    fixed(log.key, HASH_BYTES),
    u32(Math.min(lockedEvents.signInFailed, MAX_U32)),
    u32(Math.min(lockedEvents.refusedRoutes, MAX_U32)),
    u48(lockedEvents.sinceMs),
    fixed(state.pending, PENDING_BYTES),
    fixed(state.header, HEADER_DIGEST_BYTES),
    fixed(state.comingHeader, HEADER_DIGEST_BYTES),
    u16(state.limiter.length),
    state.limiter,
  ]);
  const bytes = Buffer.concat([body, checksum(body)]);
  if (bytes.length > MAX_ANCHOR_BYTES)
    throw new AppError('internal', { what: 'anchor-size', bytes: bytes.length });
  // A copy, because `slice` of a Buffer would share its memory.
  return new Uint8Array(bytes);
}

/**
 * State and write counter of an anchor; undefined for bytes that are not exactly one valid anchor.
 */
export function decodeAnchor(
  bytes: Uint8Array,
): { readonly state: AnchorState; readonly counter: number } | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (whole.length < CHECKSUM_BYTES + 1 || whole.length > MAX_ANCHOR_BYTES) return undefined;
  if (whole[0] !== FORMAT) return undefined;
  const body = whole.subarray(0, -CHECKSUM_BYTES);
  if (!checksum(body).equals(whole.subarray(-CHECKSUM_BYTES))) return undefined;
  try {
    return parse(body);
  } catch {
    return undefined;
  }
}

function parse(body: Buffer): { readonly state: AnchorState; readonly counter: number } | undefined {
  let at = 1;
  const take = (length: number): Uint8Array => {
    const part = new Uint8Array(body.subarray(at, at + length));
    if (part.length !== length) throw new RangeError('short anchor');
    at += length;
    return part;
  };
  const number = (length: number): number => Buffer.from(take(length)).readUIntBE(0, length);
  const counter = number(6);
  const state: AnchorState = {
    vaultId: take(ID_BYTES),
    epoch: number(4),
    headerGeneration: number(4),
    rosterHead: { n: number(4), hash: take(HASH_BYTES) },
    log: { segment: number(4), seq: number(6), hash: take(HASH_BYTES), key: take(HASH_BYTES) },
    lockedEvents: { signInFailed: number(4), refusedRoutes: number(4), sinceMs: number(6) },
    pending: take(PENDING_BYTES),
    header: take(HEADER_DIGEST_BYTES),
    comingHeader: take(HEADER_DIGEST_BYTES),
    limiter: take(number(2)),
  };
  return at === body.length ? { state, counter } : undefined;
}

function checksum(body: Uint8Array): Buffer {
  return createHash('sha256')
    .update('resident-vault anchor 1')
    .update(body)
    .digest()
    .subarray(0, CHECKSUM_BYTES);
}

function fixed(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new AppError('internal', { what: 'anchor-field' });
  return bytes;
}

const unsigned =
  (length: number) =>
  (value: number): Buffer => {
    if (!Number.isSafeInteger(value) || value < 0) throw new AppError('internal', { what: 'anchor-number' });
    const bytes = Buffer.alloc(length);
    bytes.writeUIntBE(value, 0, length);
    return bytes;
  };
const u16 = unsigned(2);
const u32 = unsigned(4);
const u48 = unsigned(6);
