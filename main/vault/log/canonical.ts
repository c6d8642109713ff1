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
  return Buffer.concat(
    [
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
    ].map(encodeField),
  );
}

function encodeField(value: number | string | Uint8Array | null): Uint8Array {
  if (value === null) return Buffer.from([0]);
  if (typeof value === 'number') return withLength(1, Number.isSafeInteger(value) ? int64(value) : NO_NUMBER);
  if (typeof value === 'string') return withLength(2, Buffer.from(value, 'utf8'));
  return withLength(3, value);
}

/** Of a number that no entry was written with: whatever hash or signature stands beside it does not fit. */
const NO_NUMBER = new Uint8Array();

function withLength(kind: number, bytes: Uint8Array): Uint8Array {
  const head = Buffer.alloc(5);
  head.writeUInt8(kind, 0);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

function int64(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
