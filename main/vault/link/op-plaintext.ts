/** What is sealed of an op: on which state it was made, and what it does. A head of fixed length stands before the content, so that its numbers tell nothing by their length. */
import { z } from 'zod';
import { MAX_ID } from '../store/ids.ts';
import type { Place } from '../../files/spool/envelope.ts';
import { concat, fromHex, toHex } from '../crypto/bytes.ts';
import type { RosterHead } from '../keys/roster.ts';
import { type OpContent, packContent, unpackContent } from '../ops/op-content.ts';

const FORMAT = 1;
/** How an op counts: `free` where it stands, `coordinated` at the place after its base alone. */
const OP_KINDS = ['free', 'coordinated'] as const;
export type OpKind = (typeof OP_KINDS)[number];

/** The rules by which ops are judged and applied: a desk with others waits for a newer program. */
export const RULES = 1;

export interface OpPlaintext {
  readonly kind: OpKind;
  /** Of the author's store. */
  readonly schema: number;
  readonly rules: number;
  readonly rosterHead: RosterHead;
  /** The place up to which the author had taken in the order, with the running hash there. */
  readonly base: Place;
  /** By the author's clock, in milliseconds since 1970. */
  readonly time: number;
  readonly content: OpContent;
}

/** Format, kind, schema, rules, head of the roster, base, time. */
const HEAD_BYTES = 1 + 1 + 4 + 4 + 6 + 32 + 6 + 32 + 6;
const numberSchema = z.int().min(0).max(MAX_ID);

export function packOp({ kind, schema, rules, rosterHead, base, time, content }: OpPlaintext): Uint8Array {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(FORMAT, 0);
  head.writeUInt8(OP_KINDS.indexOf(kind), 1);
  head.writeUInt32BE(schema, 2);
  head.writeUInt32BE(rules, 6);
  head.writeUIntBE(numberSchema.parse(rosterHead.n), 10, 6);
  head.set(fromHex(rosterHead.hash) ?? [], 16);
  head.writeUIntBE(numberSchema.parse(base.place), 48, 6);
  head.set(base.hash, 54);
  head.writeUIntBE(numberSchema.parse(time), 86, 6);
  return concat(head, packContent(content));
}

/** What an op says besides its content, as far as this program knows its format; null of any other bytes. */
export function unpackHead(bytes: Uint8Array): Omit<OpPlaintext, 'content'> | null {
  const kind = OP_KINDS[bytes[1] ?? -1];
  if (bytes.length < HEAD_BYTES || bytes[0] !== FORMAT || kind === undefined) return null;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, HEAD_BYTES);
  return {
    kind,
    schema: head.readUInt32BE(2),
    rules: head.readUInt32BE(6),
    rosterHead: { n: head.readUIntBE(10, 6), hash: toHex(bytes.slice(16, 48)) },
    base: { place: head.readUIntBE(48, 6), hash: bytes.slice(54, 86) },
    time: head.readUIntBE(86, 6),
  };
}

/** What it does; null of bytes that are no content. */
export const unpackBody = (bytes: Uint8Array): OpContent | null => unpackContent(bytes.subarray(HEAD_BYTES));
