/** Reads text and delimited tables piece by piece, in the encodings that office programs write. */
import { encodingOf } from '../import/decode-text.ts';
import type { Source } from './source.ts';
import type { Tally } from './tally.ts';
import { UnreadFile } from './unread-file.ts';

const PIECE_BYTES = 64 * 1024;
const LOOKED_BYTES = 64 * 1024;
/** A line without an end is taken in parts. */
const LONGEST_LINE = 64 * 1024;
const SEPARATORS = ['\t', ',', ';', '|'] as const;
/** Lines by which the separator is found. */
const SAMPLE_LINES = 20;
const MARKUP = /^\s*<(?:!doctype|html|table|\?xml|meta|head)/i;
const TAGS = /<[^<>]{0,2000}>/g;
const ROW_ENDS = /<\/tr>/i;

/** A text that was begun in a wrong encoding is read once more. Errors: UnreadFile `damaged` where no encoding fits. */
export function readText(source: Source, createAnew: () => Tally): Tally {
  const head = source.read(0, LOOKED_BYTES);
  const said = encodingOf(head);
  for (const encoding of said === undefined ? ['utf-8', 'gb18030'] : [said]) {
    const tally = createAnew();
    if (readAs(source, encoding, tally)) return tally;
  }
  throw new UnreadFile('damaged');
}

/** False where the bytes are no text of that encoding. */
function readAs(source: Source, encoding: string, tally: Tally): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const lines = createLines(tally);
  try {
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    for (let at = 0; at < source.size; at += PIECE_BYTES)
      lines.take(decoder.decode(piece.subarray(0, source.readInto(piece, at)), { stream: true }));
    lines.take(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
  lines.end();
  return true;
}

/** Cuts a text that comes in pieces into lines, and lines into cells. */
function createLines(tally: Tally) {
  let left = '';
  let row = 0;
  let separator: string | null | undefined;
  let isMarkup = false;
  const addLine = (line: string): void => {
    if (isMarkup) return addMarkup(line);
    if (typeof separator === 'string') addCells(line, separator);
    else addText(line);
    row += 1;
  };
  const addText = (line: string): void => {
    const text = line.trim();
    if (text !== '') tally.addLine(text, row);
  };
  const addMarkup = (line: string): void => {
    for (const part of line.split(ROW_ENDS)) {
      const cells = part.replaceAll(TAGS, '\t').split('\t');
      for (const [column, cell] of cells.filter((one) => one.trim() !== '').entries())
        tally.add(cell.trim(), { sheet: 0, row, column });
      row += 1;
    }
  };
  const addCells = (line: string, mark: string): void => {
    for (const [column, cell] of line.split(mark).entries()) {
      const text = unquote(cell);
      if (text !== '') tally.add(text, { sheet: 0, row, column });
    }
  };
  const take = (piece: string): void => {
    left = left === '' ? piece : left + piece;
    if (separator === undefined && left !== '') {
      isMarkup = MARKUP.test(left);
      separator = guessSeparator(left);
    }
    let from = 0;
    for (let end = endOfLine(left, from); end !== -1; end = endOfLine(left, from)) {
      addLine(left.slice(from, end));
      from = end + 1;
    }
    left = left.slice(from);
    while (left.length > LONGEST_LINE) {
      const cut = cutOf(left);
      addLine(left.slice(0, cut));
      left = left.slice(cut);
    }
  };
  return {
    take,
    end(): void {
      if (left !== '') addLine(left);
      left = '';
    },
  };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? -1 : end;
}

/** Where a long line may be cut: not within a number. */
function cutOf(line: string): number {
  let cut = LONGEST_LINE;
  while (cut > LONGEST_LINE - 64 && /[\dXx -]/.test(line.charAt(cut))) cut -= 1;
  return cut;
}

/** The mark that stands equally often in each of the first lines; null where none does: a text. */
function guessSeparator(text: string): string | null {
  const lines = text
    .slice(0, LOOKED_BYTES)
    .split('\n', SAMPLE_LINES + 1)
    .slice(0, SAMPLE_LINES)
    .filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  for (const separator of SEPARATORS) {
    const counts = lines.slice(0, -1).map((line) => line.split(separator).length - 1);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    if (usual > 0 && counts.filter((count) => count === usual).length >= counts.length * 0.7)
      return separator;
  }
  return null;
}

/** As the import reads a cell: without quotes, and without what keeps a number text. */
function unquote(cell: string): string {
  const [first, last] = [cell.charCodeAt(0), cell.charCodeAt(cell.length - 1)];
  // Most cells begin with none of it: a space, a quote, an equals sign.
  if (first > 0x3d && last > 0x20) return cell;
  if (first >= 0x30 && first <= 0x39 && last > 0x20) return cell;
  const text = cell.trim();
  const inner = text.startsWith('="') && text.endsWith('"') ? text.slice(1) : text;
  const whole =
    inner.length > 1 && inner.startsWith('"') && inner.endsWith('"')
      ? inner.slice(1, -1).replaceAll('""', '"')
      : inner;
  return (whole.startsWith("'") ? whole.slice(1) : whole).trim();
}
