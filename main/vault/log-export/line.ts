/**
 * The lines of a signed export: a header, each entry with all that its hash and signatures cover, and a trailer. Every line is JSON with its
 * members in one order and no space, so that a line that says the same in other bytes is not one.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { staffIdSchema } from '../../../contract/ids.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, bytesOfHex, fromBase64, toBase64, toHex, utf8 } from '../crypto/bytes.ts';
import { countedSchema, segmentSchema, seqSchema, timeSchema } from '../keys/numbers.ts';
import { signatureSchema } from '../keys/key-texts.ts';
import { sealedEntrySchema } from '../keys/roster.ts';
import type { LogRow } from '../log/audit-log.ts';
import { MAX_SIGNATURE_BYTES } from '../log/signatures.ts';
import { MAX_DESK } from '../store/ids.ts';

/** First word of every export. */
const FORMAT = 'resident-vault log export 1';
/** Longest line, in bytes; the entry of a very large import and the roster of a large desk fit. */
export const MAX_LINE_BYTES = 8 * 1024 * 1024;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A column of an entry; longer than any that the log writes. */
const text = z.string().max(MAX_LINE_BYTES).nullable();

/** Entries of one chain without a gap. */
const spanSchema = z.strictObject({
  first: countedSchema,
  last: countedSchema,
  /** Hash of the entry before the first. */
  after: hash,
});
export type ExportedSpan = z.infer<typeof spanSchema>;

const headerSchema = z.strictObject({
  kind: z.literal('header'),
  format: z.literal(FORMAT),
  vault: z.string().regex(/^[0-9a-f]{32}$/),
  /** When it was made, in milliseconds since 1970, as all times here. */
  at: timeSchema,
  /** The days that were asked for, the end exclusive; null where open. What is in it is `first` to `last`, without a gap. */
  from: timeSchema.nullable(),
  until: timeSchema.nullable(),
  ...spanSchema.shape,
  /** The same of the chains of other desks, in the order of their numbers; absent where there is none. */
  others: z.array(spanSchema).min(1).max(MAX_DESK).optional(),
  /** Fingerprint of the root signers, to be compared with that on the recovery sheet. */
  root: z.string().max(60),
  /** The whole chain of the roster: who could sign with which key, and when. */
  roster: z.array(sealedEntrySchema).min(1).max(10_000),
  purpose: z.string().max(200),
  recipient: z.string().max(200),
  /** Who asked for it. */
  asked: staffIdSchema,
  /** Who approved it and signs it; the same person where nobody else had to. `key`: id of the key. */
  signer: z.strictObject({
    staff: staffIdSchema,
    role: z.enum(['supervisor', 'admin']),
    key: z.string().regex(/^[0-9a-f]{16}$/),
  }),
  signature: signatureSchema,
});
const entrySchema = z.strictObject({
  kind: z.literal('entry'),
  seq: countedSchema,
  segment: segmentSchema,
  time: timeSchema,
  staff: z.string().max(64),
  cosigner: z.string().max(64).nullable(),
  action: z.string().max(64),
  person: seqSchema.nullable(),
  field: text,
  reason: text,
  ticket: text,
  outcome: z.string().max(64),
  detail: text,
  prevHash: hash,
  /** Its key never leaves the vault and the recovery sheet: the tag is here because the hash covers it, and cannot be checked outside. */
  tag: hash,
  signature: z
    .string()
    .max(4 * Math.ceil(MAX_SIGNATURE_BYTES / 3))
    .refine((base64) => fromBase64(base64) !== null)
    .nullable(),
  hash,
});
const trailerSchema = z.strictObject({
  kind: z.literal('trailer'),
  count: countedSchema,
  first: countedSchema,
  last: countedSchema,
  /** Hash of the last entry. */
  head: hash,
  signature: signatureSchema,
});

/** The first line. */
export type ExportHeader = z.infer<typeof headerSchema>;
/** A header before it is signed; the codec adds kind and format. */
type NewHeader = Omit<ExportHeader, 'kind' | 'format' | 'signature'>;
/** The last line. */
export type ExportTrailer = z.infer<typeof trailerSchema>;
/** A trailer before it is signed. */
type NewTrailer = Omit<ExportTrailer, 'kind' | 'signature'>;

/** A parsed line of an export, by its kind. */
export type ExportLine =
  | { readonly kind: 'header'; readonly header: ExportHeader }
  | { readonly kind: 'entry'; readonly row: LogRow }
  | { readonly kind: 'trailer'; readonly trailer: ExportTrailer };

/** The signature (64 bytes) of a message. */
type Sign = (message: Uint8Array) => Uint8Array;

/** Id of a public key (32 bytes): the first 64 bits of its SHA-256, in hexadecimal. */
export const keyIdOf = (publicKey: Uint8Array): string => toHex(sha256(publicKey).subarray(0, 8));

export function encodeHeader(header: NewHeader, sign: Sign): string {
  const unsigned = { kind: 'header' as const, format: FORMAT, ...header } as const;
  return lineOf(headerSchema, { ...unsigned, signature: toBase64(sign(headerMessage(unsigned))) });
}

export const encodeTrailer = (header: string, vault: string, trailer: NewTrailer, sign: Sign): string =>
  lineOf(trailerSchema, {
    kind: 'trailer',
    ...trailer,
    signature: toBase64(sign(trailerMessage(header, vault, trailer))),
  });

/** The members in the order of the schema, which is left out: there may be a million of them. A row that no log writes makes a line that is none. */
export const encodeEntry = (row: LogRow): string =>
  JSON.stringify({
    kind: 'entry',
    seq: row.seq,
    segment: row.segmentId,
    time: row.time,
    staff: row.staffId,
    cosigner: row.cosignerId,
    action: row.action,
    person: row.personId,
    field: row.field,
    reason: row.reason,
    ticket: row.ticket,
    outcome: row.outcome,
    detail: row.detail,
    prevHash: toHex(row.prevHash),
    tag: toHex(row.tag),
    signature: row.signature === null ? null : toBase64(row.signature),
    hash: toHex(row.hash),
  } satisfies z.infer<typeof entrySchema>);

/** Bytes that the signer signs of a header: all of it but the signature. */
export const headerMessage = ({
  signature: _,
  ...unsigned
}: Omit<ExportHeader, 'signature'> & { readonly signature?: string }): Uint8Array =>
  bind('log-export-header', unsigned.vault, sha256(utf8(JSON.stringify(ordered(unsigned)))));

/** Bytes that the signer signs at the end: the header as its line says it, and where the entries end. */
export const trailerMessage = (header: string, vault: string, trailer: NewTrailer): Uint8Array =>
  bind(
    'log-export-trailer',
    vault,
    sha256(utf8(header)),
    trailer.count,
    trailer.first,
    trailer.last,
    bytesOfHex(trailer.head),
  );

/** The line of a text without its line break; null for anything but what the encoders write. */
export function decodeLine(line: string): ExportLine | null {
  const value = parse(line);
  switch (kindOf(value)) {
    case 'header': {
      const header = readAs(headerSchema, value, line);
      return header && { kind: 'header', header };
    }
    case 'entry': {
      const entry = readAs(entrySchema, value, line);
      return entry && { kind: 'entry', row: rowOf(entry) };
    }
    case 'trailer': {
      const trailer = readAs(trailerSchema, value, line);
      return trailer && { kind: 'trailer', trailer };
    }
    default:
      return null;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const kindOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'kind' in value ? value.kind : null;

function readAs<T>(schema: z.ZodType<T>, value: unknown, line: string): T | null {
  const read = schema.safeParse(value);
  return read.success && JSON.stringify(read.data) === line ? read.data : null;
}

/** A schema puts the members into its own order. */
const lineOf = <T>(schema: z.ZodType<T>, value: T): string => JSON.stringify(schema.parse(value));

const ordered = (unsigned: Omit<ExportHeader, 'signature'>): unknown =>
  headerSchema.omit({ signature: true }).parse(unsigned);

/** The types say what a log writes; what stands in a file may be anything, which hash and signatures reveal. */
const rowOf = (entry: z.infer<typeof entrySchema>): LogRow => ({
  seq: entry.seq,
  segmentId: entry.segment,
  time: entry.time,
  staffId: entry.staff as LogRow['staffId'],
  cosignerId: entry.cosigner as LogRow['cosignerId'],
  action: entry.action as LogRow['action'],
  personId: entry.person as LogRow['personId'],
  field: entry.field,
  reason: entry.reason,
  ticket: entry.ticket,
  outcome: entry.outcome as LogRow['outcome'],
  detail: entry.detail,
  prevHash: bytesOfHex(entry.prevHash),
  tag: bytesOfHex(entry.tag),
  signature: entry.signature === null ? null : bytesOfBase64(entry.signature),
  hash: bytesOfHex(entry.hash),
});

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
