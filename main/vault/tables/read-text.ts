/** Reads text, delimited tables and pages piece by piece, in the encodings that office programs write. */
import { encodingOf } from './decode-text.ts';
import { readMarkup } from './read-markup.ts';
import type { Source } from './source.ts';
import type { TextSink } from './text-sink.ts';
import { UnreadFile } from './unread-file.ts';

const PIECE_BYTES = 64 * 1024;
const LOOKED_BYTES = 64 * 1024;
/** A line without an end is taken in parts. */
const LONGEST_LINE = 64 * 1024;
const SEPARATORS = ['\t', ',', ';', '|'] as const;
/** Lines by which the separator is found. */
const SAMPLE_LINES = 20;
/** Cards and calendars, whose long lines go on after a space (RFC 6350 3.2, RFC 5545 3.1). */
const FOLDED = /^\s*BEGIN:V(?:CARD|CALENDAR)\b/i;
const MARKUP = /^\s*<(?:!doctype|!--|html|table|\?xml|meta|head|body|div|workbook|[a-z][\w:.-]* xmlns)/i;

/** A text that was begun in a wrong encoding is read once more. Errors: UnreadFile `damaged` where no encoding fits; what can be read of it is handed on. */
export function readText(source: Source, sink: TextSink): void {
  const said = encodingOf(source.read(0, LOOKED_BYTES));
  for (const encoding of said === undefined ? ['utf-8', 'gb18030'] : [said]) {
    sink.startAnew();
    if (readAs(source, encoding, sink)) return;
  }
  sink.startAnew();
  readAs(source, said ?? 'gb18030', sink, false);
  throw new UnreadFile('damaged');
}

/** False where the bytes are no text of that encoding. */
function readAs(source: Source, encoding: string, sink: TextSink, fatal = true): boolean {
  const decoder = new TextDecoder(encoding, { fatal });
  const lines = readLines(sink);
  const decode = (bytes?: Buffer): string | undefined => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      return undefined;
    }
  };
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  for (let at = 0; at < source.size; at += PIECE_BYTES) {
    const text = decode(piece.subarray(0, source.readInto(piece, at)));
    if (text === undefined) return false;
    lines.take(text);
  }
  const last = decode();
  if (last === undefined) return false;
  lines.take(last);
  lines.end();
  return true;
}

/** Takes a text piece by piece and cuts it into lines, and lines into cells; or reads it as the page that it is. */
export function readLines(sink: TextSink): { take(piece: string): void; end(): void } {
  const table = sink.nextTable();
  let left = '';
  let row = 0;
  let separator: string | null | undefined;
  let isFolded = false;
  let folded = '';
  let page: ((piece: string) => void) | undefined;
  const unfold = (line: string): void => {
    const isSame = /^[ \t]/.test(line) && folded.length < LONGEST_LINE;
    if (!isSame && folded !== '') sink.line(folded.trim(), (row += 1) - 1);
    folded = isSame ? folded.replace(/\r$/, '') + line.slice(1) : line;
  };
  const addLine = (line: string): void => {
    if (isFolded) return unfold(line);
    if (typeof separator === 'string') addCells(line, separator);
    else sink.line(line.trim(), row);
    row += 1;
  };
  const addCells = (line: string, mark: string): void => {
    for (const [column, cell] of line.split(mark).entries()) {
      const text = unquote(cell);
      if (text !== '') sink.cell(text, { table, row, column });
    }
  };
  const take = (piece: string): void => {
    if (page !== undefined) return page(piece);
    left = left === '' ? piece : left + piece;
    if (separator === undefined && left !== '') {
      if (MARKUP.test(left)) {
        page = readMarkup(sink, { kind: 'page' });
        page(left);
        left = '';
        return;
      }
      isFolded = FOLDED.test(left);
      separator = guessSeparator(left);
    }
    let from = 0;
    for (let end = left.indexOf('\n', from); end !== -1; end = left.indexOf('\n', from)) {
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
      // A text without a tag in it would wait for one.
      page?.('<end>');
      if (left !== '') addLine(left);
      if (isFolded) unfold('');
      left = '';
    },
  };
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
