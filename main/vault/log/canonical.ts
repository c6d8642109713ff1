/** Canonical byte encoding of a log entry, so that a hash over it covers every column. */
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { LogAction, LogOutcome } from '../../../contract/log/actions.ts';
import type { LOG_SIGNING, LogDetail } from '../../../contract/log/entries.ts';
import type { EntrySigners } from './signatures.ts';

interface NewColumns {
  /** Of an entry that waits for its place (signPrepared); its signers are gone by then. */
  readonly prepared?: Uint8Array | null | undefined;
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
type NewSigners<A extends LogAction> = (typeof LOG_SIGNING)[A] extends 'own' | 'either'
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
  readonly [B in A]: Omit<NewColumns, 'staffId'> & { readonly action: B } & NewDetail<B> & NewSigners<B>;
}[A];

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
  /** As `encodeDetail` writes it, or a sentence in the old format. */
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
  const fields = [
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
  // In one piece, since a check of the whole log encodes every entry of it.
  const bytes = Buffer.allocUnsafe(fields.reduce<number>((sum, field) => sum + 1 + sizeOf(field), 0));
  let at = 0;
  for (const field of fields) at = writeField(bytes, at, field);
  return bytes;
}

type Field = number | string | Uint8Array | null;

/** Bytes of a length. */
const LENGTH = 4;
const INT64 = 8;

/** Bytes that follow the kind of a field. A number that no entry was written with has none: whatever hash or signature stands beside it does not fit. */
function sizeOf(field: Field): number {
  if (field === null) return 0;
  if (typeof field === 'number') return LENGTH + (Number.isSafeInteger(field) ? INT64 : 0);
  return LENGTH + (typeof field === 'string' ? Buffer.byteLength(field) : field.length);
}

/** Returns where the next field begins. */
function writeField(bytes: Buffer, at: number, field: Field): number {
  const size = sizeOf(field);
  bytes[at] = kindOf(field);
  if (field === null) return at + 1;
  const from = bytes.writeUInt32BE(size - LENGTH, at + 1);
  if (typeof field === 'string') bytes.write(field, from);
  else if (typeof field !== 'number') bytes.set(field, from);
  else if (size > LENGTH) writeInt64(bytes, from, field);
  return at + 1 + size;
}

/** Two halves, the upper one signed: a bigint for each number takes a fifth of the whole. */
function writeInt64(bytes: Buffer, at: number, value: number): void {
  bytes.writeInt32BE(Math.floor(value / 2 ** 32), at);
  bytes.writeUInt32BE(value - Math.floor(value / 2 ** 32) * 2 ** 32, at + 4);
}

const kindOf = (field: Field): number =>
  field === null ? 0 : typeof field === 'number' ? 1 : typeof field === 'string' ? 2 : 3;
