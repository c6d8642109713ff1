/** Reads the text of a doc or wps document ([MS-DOC], Word 97 and later) by the pieces that its table lists. */
import type { OleFile } from './ole-file.ts';
import type { TextSink } from './text-sink.ts';
import { UnreadFile } from './unread-file.ts';

const SIGNATURE = 0xa5ec;
const FLAG_ENCRYPTED = 0x0100;
const FLAG_SECOND_TABLE = 0x0200;
const PLACE_OF_PIECES = 0x01a2;
const PROPERTIES = 1;
const PIECES = 2;
const COMPRESSED = 0x40000000;
/** The end of a paragraph, of a line, of a page. */
// oxlint-disable-next-line no-control-regex
const ENDS = /[\r\n\u000b\u000c]+/;
/** The end of a cell; the end of a row is one as well, after that of its last cell ([MS-DOC] 2.4.3). */
const CELL_END = '\u0007';

/** Errors: UnreadFile `locked`, `damaged`. */
export function readDoc(file: OleFile, sink: TextSink): void {
  const document = file.stream('WordDocument');
  if (
    document === undefined ||
    document.length < PLACE_OF_PIECES + 8 ||
    document.readUInt16LE(0) !== SIGNATURE
  )
    throw new UnreadFile('damaged');
  const flags = document.readUInt16LE(10);
  if ((flags & FLAG_ENCRYPTED) !== 0) throw new UnreadFile('locked');
  const table = file.stream((flags & FLAG_SECOND_TABLE) === 0 ? '0Table' : '1Table');
  if (table === undefined) throw new UnreadFile('damaged');
  const start = document.readUInt32LE(PLACE_OF_PIECES);
  const pieces = findPieces(table.subarray(start, start + document.readUInt32LE(PLACE_OF_PIECES + 4)));
  let text = '';
  for (const { place, characters, isCompressed } of pieces) {
    const bytes = document.subarray(place, place + characters * (isCompressed ? 1 : 2));
    text += isCompressed ? bytes.toString('latin1') : bytes.toString('utf16le');
  }
  addTexts(text, sink);
}

/** An end with no text before it ends a row once the row is as wide as the first one of its table, and is an empty cell before. */
function addTexts(text: string, sink: TextSink): void {
  let [table, row, column, width, line] = [-1, 0, 0, 0, 0];
  const parts = text.split(CELL_END);
  const after = parts.pop() ?? '';
  const addLines = (lines: readonly string[]): void => {
    for (const one of lines) sink.line(one.trim(), (line += 1) - 1);
  };
  for (const part of parts) {
    const lines = part.split(ENDS);
    const cell = (lines.pop() ?? '').trim();
    if (table === -1 || (column === 0 && lines.length > 0)) [table, row, width] = [sink.nextTable(), 0, 0];
    addLines(lines);
    if (part !== '') sink.cell(cell, { table, row, column });
    if (part !== '' || column < width) column += 1;
    else [width, row, column] = [width === 0 ? column : width, row + 1, 0];
  }
  addLines(after.split(ENDS));
}

interface Piece {
  readonly place: number;
  readonly characters: number;
  readonly isCompressed: boolean;
}

function findPieces(table: Buffer): readonly Piece[] {
  let at = 0;
  while (table[at] === PROPERTIES && at + 3 <= table.length) at += 3 + table.readUInt16LE(at + 1);
  if (table[at] !== PIECES || at + 5 > table.length) throw new UnreadFile('damaged');
  const bytes = table.subarray(at + 5, at + 5 + table.readUInt32LE(at + 1));
  const count = Math.floor((bytes.length - 4) / 12);
  return Array.from({ length: Math.max(0, count) }, (_, n) => {
    const place = bytes.readUInt32LE((count + 1) * 4 + n * 8 + 2);
    const isCompressed = (place & COMPRESSED) !== 0;
    return {
      place: isCompressed ? (place & ~COMPRESSED) / 2 : place,
      characters: Math.max(0, bytes.readUInt32LE((n + 1) * 4) - bytes.readUInt32LE(n * 4)),
      isCompressed,
    };
  });
}
