/** Reads the records of a dBase or FoxPro table (.dbf), as collection systems of many years ago keep them. */
import type { Source } from './source.ts';
import type { TextSink } from './text-sink.ts';

const KINDS: ReadonlySet<number> = new Set([0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5]);
const FIELD_BYTES = 32;
const HEADER_END = 0x0d;
const MAX_FIELDS = 255;
const RECORDS_AT_ONCE = 512;
const GB = new TextDecoder('gb18030');

interface Layout {
  readonly headerBytes: number;
  readonly recordBytes: number;
  readonly fields: readonly { readonly name: string; readonly bytes: number }[];
}

export const isDbf = (head: Buffer): boolean => layoutOf(head) !== undefined;

/** Deleted records are read as well: they are there. */
export function readDbf(source: Source, sink: TextSink): void {
  const layout = layoutOf(source.read(0, FIELD_BYTES * (MAX_FIELDS + 2)));
  if (layout === undefined) return;
  const { headerBytes, recordBytes, fields } = layout;
  const table = sink.nextTable();
  for (const [column, { name }] of fields.entries()) sink.cell(name, { table, row: 0, column });
  let row = 1;
  for (let at = headerBytes; at < source.size; at += recordBytes * RECORDS_AT_ONCE) {
    const bytes = source.read(at, recordBytes * RECORDS_AT_ONCE);
    for (let start = 0; start + recordBytes <= bytes.length; start += recordBytes, row += 1) {
      let from = start + 1;
      for (const [column, { bytes: width }] of fields.entries()) {
        sink.cell(
          GB.decode(bytes.subarray(from, from + width))
            .replaceAll('\0', ' ')
            .trim(),
          { table, row, column },
        );
        from += width;
      }
    }
  }
}

/** Undefined where the header contradicts itself, as it does in any other file. */
function layoutOf(head: Buffer): Layout | undefined {
  if (head.length < FIELD_BYTES * 2 || !KINDS.has(head[0] ?? 0)) return undefined;
  const [month, day] = [head[2] ?? 0, head[3] ?? 0];
  const [headerBytes, recordBytes] = [head.readUInt16LE(8), head.readUInt16LE(10)];
  if (month > 12 || day > 31 || recordBytes < 2) return undefined;
  const fields: { name: string; bytes: number }[] = [];
  for (let at = FIELD_BYTES; at + FIELD_BYTES <= head.length && head[at] !== HEADER_END; at += FIELD_BYTES) {
    const name = GB.decode(head.subarray(at, at + 11)).split('\0', 1)[0] ?? '';
    fields.push({ name, bytes: head[at + 16] ?? 0 });
    if (fields.length > MAX_FIELDS) return undefined;
  }
  const width = fields.reduce((sum, { bytes }) => sum + bytes, 1);
  return fields.length > 0 && width === recordBytes && headerBytes > FIELD_BYTES * fields.length
    ? { headerBytes, recordBytes, fields }
    : undefined;
}
