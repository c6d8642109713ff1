/** Reads the cells of an xls or et workbook ([MS-XLS], BIFF8, and BIFF5 of before 1997) record by record, without building the workbook. */
import { textOfNumber } from './text-of-number.ts';
import type { Place, SharedTexts, TextSink } from './text-sink.ts';
import { UnreadFile } from './unread-file.ts';

const RECORDS = {
  formula: 0x0006,
  filePass: 0x002f,
  continue: 0x003c,
  mulRk: 0x00bd,
  rString: 0x00d6,
  sst: 0x00fc,
  labelSst: 0x00fd,
  textObject: 0x01b6,
  number: 0x0203,
  label: 0x0204,
  string: 0x0207,
  rk: 0x027e,
  bof: 0x0809,
} as const;
const BIFF8 = 0x0600;
const FLAG_WIDE = 0x01;
const FLAG_EXTENDED = 0x04;
const FLAG_RICH = 0x08;
/** Where a formula has a text and no number, the last two bytes of its result. */
const NO_NUMBER = 0xffff;

const GB = new TextDecoder('gb18030');

interface Segment {
  readonly start: number;
  readonly end: number;
}

interface Workbook {
  readonly stream: Buffer;
  readonly sink: TextSink;
  isBiff8: boolean;
  table: number;
  strings: SharedTexts;
  /** The cell whose formula has a text, which comes in the record after it. */
  formula: Place | undefined;
}

/** Errors: UnreadFile `locked`, `damaged`. */
export function readXls(stream: Buffer, sink: TextSink): void {
  const book: Workbook = {
    stream,
    sink,
    isBiff8: true,
    table: 0,
    strings: sink.shareTexts(),
    formula: undefined,
  };
  try {
    for (let at = 0; at + 4 <= stream.length;) {
      const record = { start: at + 4, end: at + 4 + stream.readUInt16LE(at + 2) };
      if (record.end > stream.length) throw new UnreadFile('damaged');
      at = readRecord(book, stream.readUInt16LE(at), record);
    }
  } catch (error) {
    // A record that is shorter than its kind.
    throw error instanceof RangeError ? new UnreadFile('damaged') : error;
  }
}

/** Where the next one begins. */
function readRecord(book: Workbook, kind: number, record: Segment): number {
  const { stream } = book;
  switch (kind) {
    case RECORDS.bof:
      book.isBiff8 = stream.readUInt16LE(record.start) >= BIFF8;
      book.table = book.sink.nextTable();
      return record.end;
    case RECORDS.filePass:
      throw new UnreadFile('locked');
    case RECORDS.sst: {
      const { segments, end } = withContinued(stream, record);
      book.strings = readStrings(stream, record, segments, book.sink);
      return end;
    }
    case RECORDS.textObject: {
      // The text of a box or a comment is continued in records of its own.
      const { segments, end } = withContinued(stream, record);
      for (const segment of segments) addBoxText(book, segment);
      return end;
    }
    default:
      readCell(book, kind, record);
      return record.end;
  }
}

function readCell(book: Workbook, kind: number, { start, end }: Segment): void {
  const { stream, sink, table, isBiff8 } = book;
  const cell = (offset = 0): Place => ({
    table,
    row: stream.readUInt16LE(start),
    column: stream.readUInt16LE(start + 2) + offset,
  });
  switch (kind) {
    case RECORDS.labelSst:
      return book.strings.put(stream.readUInt32LE(start + 6), cell());
    case RECORDS.label:
    case RECORDS.rString:
      return sink.cell(textAt(stream, start + 6, end, isBiff8).trim(), cell());
    case RECORDS.number:
      return sink.cell(textOfNumber(stream.readDoubleLE(start + 6)), cell());
    case RECORDS.rk:
      return sink.cell(textOfNumber(rkNumber(stream.readUInt32LE(start + 6))), cell());
    case RECORDS.mulRk:
      for (let n = 0; start + 12 + n * 6 <= end; n += 1)
        sink.cell(textOfNumber(rkNumber(stream.readUInt32LE(start + 6 + n * 6))), cell(n));
      return;
    case RECORDS.formula:
      book.formula = undefined;
      if (stream.readUInt16LE(start + 12) === NO_NUMBER) book.formula = cell();
      else sink.cell(textOfNumber(stream.readDoubleLE(start + 6)), cell());
      return;
    case RECORDS.string:
      if (book.formula !== undefined) sink.cell(textAt(stream, start, end, isBiff8).trim(), book.formula);
      book.formula = undefined;
      return;
    default:
      return;
  }
}

/** The records that continue one, and where the last of them ends. */
function withContinued(
  stream: Buffer,
  first: Segment,
): { readonly segments: readonly Segment[]; readonly end: number } {
  const segments: Segment[] = [];
  let at = first.end;
  while (at + 4 <= stream.length && stream.readUInt16LE(at) === RECORDS.continue) {
    const segment = { start: at + 4, end: at + 4 + stream.readUInt16LE(at + 2) };
    if (segment.end > stream.length) throw new UnreadFile('damaged');
    segments.push(segment);
    at = segment.end;
  }
  return { segments, end: at };
}

/** The texts that cells share. */
function readStrings(
  stream: Buffer,
  { start, end }: Segment,
  continued: readonly Segment[],
  sink: TextSink,
): SharedTexts {
  const count = stream.readUInt32LE(start + 4);
  const reader = createReader(stream, { start: start + 8, end }, continued);
  const strings = sink.shareTexts();
  for (let n = 0; n < count && !reader.isOver(); n += 1) strings.push(reader.text().trim());
  return strings;
}

/** Reads on over the ends of records; the characters of a text that does so begin anew with a byte that says how wide they are. */
function createReader(stream: Buffer, first: Segment, continued: readonly Segment[]) {
  const waiting = continued.values();
  let { start: at, end } = first;
  const isOver = (): boolean => {
    while (at >= end) {
      const next = waiting.next();
      if (next.done === true) return true;
      ({ start: at, end } = next.value);
    }
    return false;
  };
  const byte = (): number => {
    if (isOver()) throw new UnreadFile('damaged');
    at += 1;
    return stream.readUInt8(at - 1);
  };
  const short = (): number => byte() + byte() * 256;
  const skip = (bytes: number): void => {
    for (let left = bytes; left > 0 && !isOver();) {
      const step = Math.min(left, end - at);
      at += step;
      left -= step;
    }
  };
  const characters = (count: number, wide: boolean): string => {
    let text = '';
    let isWide = wide;
    for (let left = count; left > 0;) {
      if (at >= end) {
        if (isOver()) break;
        isWide = (byte() & FLAG_WIDE) !== 0;
      }
      const width = isWide ? 2 : 1;
      const taken = Math.min(left, Math.floor((end - at) / width));
      if (taken === 0) throw new UnreadFile('damaged');
      text += stream.toString(isWide ? 'utf16le' : 'latin1', at, at + taken * width);
      at += taken * width;
      left -= taken;
    }
    return text;
  };
  return {
    isOver,
    text(): string {
      const count = short();
      const flags = byte();
      const runs = (flags & FLAG_RICH) === 0 ? 0 : short();
      const extra = (flags & FLAG_EXTENDED) === 0 ? 0 : short() + short() * 65_536;
      const text = characters(count, (flags & FLAG_WIDE) !== 0);
      skip(runs * 4 + extra);
      return text;
    },
  };
}

function textAt(stream: Buffer, at: number, end: number, isBiff8: boolean): string {
  if (at + 3 > end) return '';
  const count = stream.readUInt16LE(at);
  if (!isBiff8) return GB.decode(stream.subarray(at + 2, Math.min(end, at + 2 + count)));
  const isWide = (stream.readUInt8(at + 2) & FLAG_WIDE) !== 0;
  return stream.toString(
    isWide ? 'utf16le' : 'latin1',
    at + 3,
    Math.min(end, at + 3 + count * (isWide ? 2 : 1)),
  );
}

function addBoxText({ stream, sink }: Workbook, { start, end }: Segment): void {
  if (end - start < 2) return;
  const isWide = (stream.readUInt8(start) & FLAG_WIDE) !== 0;
  sink.line(stream.toString(isWide ? 'utf16le' : 'latin1', start + 1, end), 0);
}

/** [MS-XLS] 2.5.218: thirty bits of a number, whole or not, times a hundred or not. */
function rkNumber(rk: number): number {
  const isHundredfold = (rk & 1) !== 0;
  const value = (rk & 2) === 0 ? doubleOf(rk & 0xfffffffc) : rk >> 2;
  return isHundredfold ? value / 100 : value;
}

const EIGHT = Buffer.alloc(8);
function doubleOf(high: number): number {
  EIGHT.writeInt32LE(Math.trunc(high), 4);
  return EIGHT.readDoubleLE(0);
}
