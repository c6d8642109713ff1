/**
 * A line of the second place: the head of the log at one time, in canonical JSON, signed by the place's key, which an
 * admin has signed. Each line says all that it takes to prove it, so that taking others away makes none unreadable.
 */
import { z } from 'zod';
import { staffIdSchema } from '../../../contract/ids.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, fromBase64, fromUtf8, toBase64, utf8 } from '../crypto/bytes.ts';
import { sign, verify } from '../crypto/ed25519.ts';
import {
  countedSchema,
  generationSchema,
  rosterNumberSchema,
  segmentSchema,
  timeSchema,
} from '../keys/numbers.ts';
import { keySchema, signatureSchema } from '../keys/key-texts.ts';
import type { Roster } from '../keys/roster.ts';

const FORMAT = 'resident-vault second log 1';
/** Longest line, in bytes; one entry of a very large import and its encodings fit. */
export const MAX_LINE_BYTES = 4 * 1024 * 1024;

/** An admin's signature on the key of a place: who, at which entry of the roster, and for which key. */
export const certificateSchema = z.strictObject({
  admin: staffIdSchema,
  roster: rosterNumberSchema,
  key: keySchema,
  sig: signatureSchema,
});
export type PlaceCertificate = z.infer<typeof certificateSchema>;

const bodySchema = z.strictObject({
  format: z.literal(FORMAT),
  vault: z.string().regex(/^[0-9a-f]{32}$/),
  /** Counted from 1; a number that is missing is a line that somebody has taken away. */
  line: countedSchema,
  /** `continued`: a supervisor has acknowledged that the log does not have what stands before this line. */
  kind: z.enum(['head', 'continued']),
  segment: segmentSchema,
  seq: countedSchema,
  /** Hash of entry `seq`, lower-case hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** When it was written, in milliseconds since 1970. */
  time: timeSchema,
  /** Entries `first` to `seq`, sealed to the recovery sheet of that generation (entries.ts). */
  entries: z
    .strictObject({
      first: countedSchema,
      sheet: generationSchema,
      sealed: z
        .string()
        .max(MAX_LINE_BYTES)
        .refine((text) => fromBase64(text) !== null),
    })
    .nullable(),
  by: certificateSchema,
});
const lineSchema = bodySchema.extend({ sig: signatureSchema });

/** A line without format, key and signature. */
export type SecondLine = Omit<z.infer<typeof bodySchema>, 'format' | 'by'>;

/** The key of a place. `seed`: Ed25519 private key, 32 bytes. */
export interface PlaceKey {
  readonly seed: Uint8Array;
  readonly certificate: PlaceCertificate;
}

/** Bytes that an admin signs so that a key may sign lines. `roster`: number of the roster's head at that time. */
export const certified = (
  vaultId: string,
  { admin, roster, key }: Pick<PlaceCertificate, 'admin' | 'roster' | 'key'>,
): Uint8Array => bind('second-log-key', vaultId, admin, roster, bytesOfBase64(key));

/** Whether somebody who was an admin at that entry of the verified roster has signed the key. */
export function isCertified(
  roster: Pick<Roster, 'vaultId' | 'keyOf'>,
  certificate: PlaceCertificate,
): boolean {
  const signKey = roster.keyOf(certificate.admin, 'admin', certificate.roster);
  const signed = certified(roster.vaultId, certificate);
  return signKey !== null && verify(signKey, signed, bytesOfBase64(certificate.sig));
}

/** The line with its signature, without a line end. */
export function encodeLine(line: SecondLine, { seed, certificate }: PlaceKey): string {
  const body = inOrder({ ...line, format: FORMAT, by: certificate });
  return JSON.stringify({ ...body, sig: toBase64(sign(seed, signedText(body))) });
}

/** Reads the lines of a vault, proved by its verified roster. */
export type LineReader = (bytes: Uint8Array) => SecondLine | null;

/**
 * The reader gives the line that the bytes are, without a line end; null for anything else: another form of the same
 * values, another vault, a key that no admin of the roster has signed, a wrong signature. It never throws.
 */
export function createLineReader(roster: Pick<Roster, 'vaultId' | 'keyOf'>): LineReader {
  // As a rule all lines are of one key: its certificate is verified once.
  let known = '';
  const isKnown = (by: PlaceCertificate): boolean => {
    const text = JSON.stringify(by);
    if (text === known) return true;
    if (!isCertified(roster, by)) return false;
    known = text;
    return true;
  };
  return (bytes) => {
    const text = bytes.length > MAX_LINE_BYTES ? null : fromUtf8(bytes);
    const parsed = text === null ? null : parseJson(text);
    if (parsed === null) return null;
    const { sig, ...rest } = parsed;
    const body = inOrder(rest);
    const isOurs = body.vault === roster.vaultId && JSON.stringify({ ...body, sig }) === text;
    if (!isOurs || !isKnown(body.by)) return null;
    if (!verify(bytesOfBase64(body.by.key), signedText(body), bytesOfBase64(sig))) return null;
    const { format: _format, by: _by, ...line } = body;
    return line;
  };
}

function parseJson(text: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

type Body = z.infer<typeof bodySchema>;

/** One order of members, so that a line has one text. */
const inOrder = ({ format, vault, line, kind, segment, seq, hash, time, entries, by }: Body): Body => ({
  format,
  vault,
  line,
  kind,
  segment,
  seq,
  hash,
  time,
  entries: entries === null ? null : { first: entries.first, sheet: entries.sheet, sealed: entries.sealed },
  by: { admin: by.admin, roster: by.roster, key: by.key, sig: by.sig },
});

const signedText = (body: Body): Uint8Array => bind('second-log-line', utf8(JSON.stringify(body)));
