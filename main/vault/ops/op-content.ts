/**
 * What an op says: the rows that one transaction added, changed and removed in shared tables, by the names of their columns. As bytes it is JSON, deflated
 * (RFC 1951) and padded, so that its length tells little.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { MAX_COUNT } from '../../../contract/numbers.ts';
import { fromBase64, fromUtf8, toBase64, utf8 } from '../crypto/bytes.ts';
import type { SqlValue } from '../store/sql.ts';

/** A value of a row, as both engines give it. */
export type Value = Exclude<SqlValue, bigint>;

/** Whether a column has the same in both. */
export const isSame = (one: Value, other: Value): boolean =>
  one instanceof Uint8Array && other instanceof Uint8Array ? Buffer.compare(one, other) === 0 : one === other;

/** A column of a row before and after. */
export type ColumnChange = readonly [column: string, before: Value, after: Value];

/** Changes of the rows of one table. */
export interface TableChanges {
  readonly table: string;
  /** Names of the columns of its key, then of all others. */
  readonly columns: readonly string[];
  /** How many of `columns` are the key. */
  readonly keyed: number;
  /** Whole rows, in the order of `columns`. */
  readonly added: readonly (readonly Value[])[];
  readonly changed: readonly { readonly key: readonly Value[]; readonly columns: readonly ColumnChange[] }[];
  /** Keys. */
  readonly removed: readonly (readonly Value[])[];
}

/** Changes of one transaction, by table. */
export type OpContent = readonly TableChanges[];

/** Most bytes that an op unfolds to. */
const MAX_UNPACKED = 512 * 2 ** 20;

/** Length of the deflated part ahead of the padding. */
const LENGTH_BYTES = 4;

const bytesSchema = z.strictObject({ b: z.string() }).transform(({ b }, context): Uint8Array => {
  const bytes = fromBase64(b);
  if (bytes !== null) return bytes;
  context.addIssue('not base64');
  return z.NEVER;
});
const valueSchema = z.union([z.null(), z.number().min(-MAX_COUNT).max(MAX_COUNT), z.string(), bytesSchema]);
const rowSchema = z.array(valueSchema).readonly();
const nameSchema = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const contentSchema = z
  .array(
    z.strictObject({
      table: nameSchema,
      columns: z.array(nameSchema).min(1).max(200),
      keyed: z.int().min(1).max(20),
      added: z.array(rowSchema),
      changed: z.array(
        z.strictObject({
          key: rowSchema,
          columns: z.array(z.tuple([nameSchema, valueSchema, valueSchema])).min(1),
        }),
      ),
      removed: z.array(rowSchema),
    }),
  )
  .min(1);

/** The bytes of a content. */
export function packContent(content: OpContent): Uint8Array {
  const packed = deflateRawSync(utf8(rowText(content)));
  const whole = new Uint8Array(paddedLength(LENGTH_BYTES + packed.length));
  new DataView(whole.buffer).setUint32(0, packed.length);
  whole.set(packed, LENGTH_BYTES);
  return whole;
}

/** Values of rows as JSON, bytes among them. */
export const rowText = (value: unknown): string => JSON.stringify(value, bytesInText);

/** The content of bytes; null for any that `packContent` does not make. `most`: bytes that it may unfold to. */
export function unpackContent(bytes: Uint8Array, most: number = MAX_UNPACKED): OpContent | null {
  const packed = packedPart(bytes);
  const json = packed === null ? null : inflate(packed, most);
  if (json === null) return null;
  const read = contentSchema.safeParse(parseJson(json));
  return read.success && read.data.every(hasWholeRows) ? read.data : null;
}

function packedPart(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < LENGTH_BYTES) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(0);
  if (paddedLength(LENGTH_BYTES + length) !== bytes.length) return null;
  return bytes.subarray(LENGTH_BYTES + length).every((byte) => byte === 0)
    ? bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length)
    : null;
}

function inflate(packed: Uint8Array, most: number): string | null {
  try {
    return fromUtf8(inflateRawSync(packed, { maxOutputLength: most }));
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const hasWholeRows = ({ columns, keyed, added, changed, removed }: TableChanges): boolean =>
  keyed <= columns.length &&
  added.every((row) => row.length === columns.length) &&
  removed.every((key) => key.length === keyed) &&
  changed.every(
    (change) =>
      change.key.length === keyed && change.columns.every(([column]) => columns.indexOf(column) >= keyed),
  );

/** Reads the value anew: JSON has made something else of Node's own bytes by the time a replacer is given them. */
function bytesInText(this: Readonly<Record<string, unknown>>, name: string, given: unknown): unknown {
  const value = this[name];
  return value instanceof Uint8Array ? { b: toBase64(value) } : given;
}

/** Padmé: a length of which only the first bits tell anything, at most an eighth longer (Nikitin et al., PETS 2019). */
function paddedLength(length: number): number {
  const exponent = Math.floor(Math.log2(Math.max(2, length)));
  const keptBits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - keptBits);
  return Math.ceil(length / step) * step;
}
