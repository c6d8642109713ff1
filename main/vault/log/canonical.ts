/** Canonical byte encoding of a log entry, so that a hash over it covers every column. */
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { LogOutcome } from '../../../contract/log/outcomes.ts';
import type { ACTIONS, LogAction, LogDetail } from '../../../contract/log/entries.ts';
import type { EntrySigners } from './entry-signer.ts';

interface NewColumns {
  /** Of an entry that has waited for its place (signPrepared): its signers are gone by then, and its time is when they signed. */
  readonly prepared?: { readonly signature: Uint8Array | null; readonly time: number } | undefined;
  readonly staffId: StaffId;
  readonly cosignerId?: StaffId | null | undefined;
  readonly personId?: PersonId | null | undefined;
  readonly field?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly ticket?: string | null | undefined;
  readonly outcome: LogOutcome;
}

/** Optional where the action's detail may be null. */
type NewDetail<A extends LogAction> =
  null extends LogDetail<A>
    ? { readonly detail?: LogDetail<A> | undefined }
    : { readonly detail: LogDetail<A> };

/**
 * `signedBy`: those whose PINs the request took; those of them whom the entry names sign it. Required where the action always takes a PIN; elsewhere
 * the log refuses at run time what needs a signature and has none.
 */
type NewSigners<A extends LogAction> = (typeof ACTIONS)[A]['signing'] extends 'own' | 'either'
  ? { readonly signedBy: EntrySigners }
  : { readonly signedBy?: EntrySigners | undefined };

/**
 * A log entry as a feature passes it; the log adds number, time and chain. It holds field names, words and a
 * detail of the action's schema, never a resident's value. One type for each action, so that another action's
 * detail does not compile.
 */
export type NewLogEntry<A extends LogAction = LogAction> = {
  readonly [B in A]: NewColumns & { readonly action: B } & NewDetail<B> & NewSigners<B>;
}[A];

/** An entry without the person who did it, which a session adds. */
export type SessionEntry<A extends LogAction = LogAction> = {
  readonly [B in A]: EntryOf<B>;
}[A];

/** As `SessionEntry`, for a parameter: the compiler reads the action first, rather than compare the entry with those of all actions. */
export type EntryOf<A extends LogAction> = Omit<NewColumns, 'staffId'> & {
  readonly action: A;
} & NewDetail<A> &
  NewSigners<A>;

/**
 * A row of log_entry without hash and tag. `time`: milliseconds since 1970; `prevHash`: hash of entry seq -
 * 1. The types say what the log writes; a tampered store may hold anything, which the chain reveals.
 */
export interface LogContent {
  readonly seq: number;
  readonly segmentId: number;
  readonly time: number;
  readonly staffId: StaffId;
  readonly cosignerId: StaffId | null;
  readonly action: LogAction;
  readonly personId: PersonId | null;
  readonly field: string | null;
  readonly reason: string | null;
  readonly ticket: string | null;
  readonly outcome: LogOutcome;
  /** As `encodeDetail` writes it. */
  readonly detail: string | null;
  readonly prevHash: Uint8Array;
}

/** A row of log_entry; hash and tag have 32 bytes each. */
export interface LogRow extends LogContent {
  /** As `signEntry` stores it; null where nobody has signed. */
  readonly signature: Uint8Array | null;
  readonly hash: Uint8Array;
  readonly tag: Uint8Array;
}

/**
 * The canonical bytes of an entry: the fields in the order of LogContent, each one byte for its kind (0
 * absent, 1 number, 2 text, 3 bytes) and, unless absent, a 32-bit big-endian length and that many bytes.
 * Numbers are signed 64-bit big-endian, text is UTF-8.
 */
export function encodeLogContent(entry: LogContent): Uint8Array {
  const bytes = Buffer.allocUnsafe(maxBytesOf(entry));
  return bytes.subarray(0, writeLogContent(bytes, 0, entry));
}

/** Room that the canonical bytes of an entry need at most. */
export function maxBytesOf(entry: LogContent): number {
  const fields = fieldsOf(entry);
  let most = 0;
  for (const field of fields) most += 1 + LENGTH + maxBytesOfField(field);
  return most;
}

/** Writes the canonical bytes of an entry, for which there is room; returns where they end. */
export function writeLogContent(bytes: Buffer, at: number, entry: LogContent): number {
  const fields = fieldsOf(entry);
  let end = at;
  for (const field of fields) end = writeField(bytes, end, field);
  return end;
}

type Field = number | string | Uint8Array | null;

const fieldsOf = (entry: LogContent): readonly Field[] => [
  entry.seq,
  entry.segmentId,
  entry.time,
  entry.staffId,
  entry.cosignerId,
  entry.action,
  entry.personId,
  entry.field,
  entry.reason,
  entry.ticket,
  entry.outcome,
  entry.detail,
  entry.prevHash,
];

/** Bytes of a length. */
const LENGTH = 4;
const INT64 = 8;
/** Most bytes of a UTF-16 code unit in UTF-8. */
const UNIT = 3;

function maxBytesOfField(field: Field): number {
  if (field === null) return 0;
  if (typeof field === 'number') return INT64;
  return typeof field === 'string' ? field.length * UNIT : field.length;
}

/** Returns where the next field begins. */
function writeField(bytes: Buffer, at: number, field: Field): number {
  bytes[at] = kindOf(field);
  if (field === null) return at + 1;
  const from = at + 1 + LENGTH;
  const end =
    typeof field === 'string'
      ? writeText(bytes, from, field)
      : typeof field === 'number'
        ? writeNumber(bytes, from, field)
        : writeBytes(bytes, from, field);
  writeUint32(bytes, at + 1, end - from);
  return end;
}

/** Longest text, in code units, for which a loop over ASCII is faster than calling the encoder. */
const SHORT = 64;

function writeText(bytes: Buffer, from: number, text: string): number {
  if (text.length > SHORT) return from + bytes.write(text, from);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) return from + bytes.write(text, from);
    bytes[from + index] = unit;
  }
  return from + text.length;
}

function writeBytes(bytes: Buffer, from: number, field: Uint8Array): number {
  bytes.set(field, from);
  return from + field.length;
}

/** A number that no entry was written with takes no bytes: whatever hash or signature stands beside it does not fit. */
function writeNumber(bytes: Buffer, from: number, value: number): number {
  if (!Number.isSafeInteger(value)) return from;
  const high = Math.floor(value / 2 ** 32);
  writeUint32(bytes, from, high);
  writeUint32(bytes, from + LENGTH, value - high * 2 ** 32);
  return from + INT64;
}

/** Big-endian, of a negative number its two's complement. A bigint or a call for each number takes a fifth of the whole. */
function writeUint32(bytes: Buffer, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

const kindOf = (field: Field): number =>
  field === null ? 0 : typeof field === 'number' ? 1 : typeof field === 'string' ? 2 : 3;
