/** Reads the text of a rich text file (RTF 1.9): paragraphs, and the cells of tables, without pictures, fonts and styles. */
import type { Source } from './source.ts';
import type { TextSink } from './text-sink.ts';
import { UnreadFile } from './unread-file.ts';

/** All of it is in memory, pictures as well. */
const MAX_BYTES = 32 * 1024 * 1024;
/** A letter by its bytes or its number, a word of control with its number, a symbol, a brace, a text. */
const PARTS =
  /((?:\\'[0-9a-f]{2}[\r\n]*)+)|\\u(-?\d+) ?(?:\\'[0-9a-f]{2}|\?)?|\\([a-z]+)(-?\d+)? ?|\\([^a-z])|([{}])|[\r\n]+|[^\\{}\r\n]+/gi;
const NOT_SHOWN: ReadonlySet<string> = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'pict',
  'objdata',
  'themedata',
  'datastore',
]);
const ENDS: ReadonlySet<string> = new Set(['par', 'line', 'sect', 'page']);
const MARKS: Readonly<Record<string, string>> = { '~': ' ', _: '-', tab: ' ' };

export const isRtf = (head: Buffer): boolean => head.toString('latin1', 0, 5) === '{\\rtf';

/** Errors: UnreadFile `too-large`. */
export function readRtf(source: Source, sink: TextSink): void {
  if (source.size > MAX_BYTES) throw new UnreadFile('too-large');
  const gbk = new TextDecoder('gb18030');
  let [text, depth, row, column, line] = ['', 0, 0, 0, 0];
  const table = sink.nextTable();
  /** Depth of the group of which nothing is shown. */
  let hidden = Infinity;
  const take = (): string => {
    const taken = text.trim();
    text = '';
    return taken;
  };
  const control = (word: string): void => {
    if (NOT_SHOWN.has(word)) hidden = Math.min(hidden, depth);
    else if (word === 'cell') sink.cell(take(), { table, row, column: (column += 1) - 1 });
    else if (word === 'row') [row, column] = [row + 1, 0];
    else if (ENDS.has(word)) sink.line(take(), (line += 1) - 1);
    else text += MARKS[word] ?? '';
  };
  for (const [part, bytes, code, word, , symbol, brace] of source
    .read(0, source.size)
    .toString('latin1')
    .matchAll(PARTS)) {
    if (brace !== undefined) {
      depth += brace === '{' ? 1 : -1;
      if (depth < hidden) hidden = Infinity;
    } else if (hidden <= depth) continue;
    else if (bytes !== undefined) text += gbk.decode(Buffer.from(bytes.replaceAll(/[^0-9a-f]/gi, ''), 'hex'));
    else if (code !== undefined) text += String.fromCharCode(Number(code) & 0xffff);
    else if (word !== undefined) control(word);
    else if (symbol !== undefined) text += MARKS[symbol] ?? (/[\\{}]/.test(symbol) ? symbol : '');
    else if (!/^[\r\n]/.test(part)) text += part;
  }
  sink.line(take(), line);
}
