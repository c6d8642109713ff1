/**
 * Reads tables and paragraphs of markup: docx (ECMA-376), OpenDocument in an archive or flat, drawings and comments of workbooks, workbooks
 * as XML of 2003, web pages, and any other XML.
 */
import { attributeOf, createMarkup } from './markup.ts';
import { textOfNumber } from './text-of-number.ts';
import type { Place, TextSink } from './text-sink.ts';

interface MarkupOptions {
  /**
   * `office`: a text ends with its paragraph or cell, since a number may lie in several runs of it. `page`: with every element but those that
   * only change how letters look; and the markup may be faulty.
   */
  readonly kind: 'office' | 'page';
}

/** An open table: where its next cell stands. */
interface OpenTable {
  readonly table: number;
  row: number;
  column: number;
  /** Columns of the open cell. */
  span: number;
  /** The number of the open cell, which stands in for what is shown of it. */
  value: string;
  isInCell: boolean;
}

/** Of Word, of drawings in workbooks, of OpenDocument. */
const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'h', 'comment', 'threadedComment']);
const SPACES: ReadonlySet<string> = new Set(['tab', 'br', 'cr', 's', 'line-break']);
const TABLES: ReadonlySet<string> = new Set(['tbl', 'table', 'Table']);
const ROWS: ReadonlySet<string> = new Set(['tr', 'table-row', 'Row']);
const CELLS: ReadonlySet<string> = new Set(['tc', 'table-cell', 'covered-table-cell', 'td', 'th', 'Cell']);
const INLINE: ReadonlySet<string> = new Set([
  'a',
  'b',
  'i',
  'u',
  'em',
  'strong',
  'span',
  'font',
  'Font',
  'B',
  'I',
]);
const NOT_SHOWN: ReadonlySet<string> = new Set(['style']);
/** Fields, notes that show under the pointer, rows whose cells are attributes: read where a number is among them. */
const MAY_HAVE_NUMBER = /\d{3}[\d -]{8}/;
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]{1,64})\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Addresses of files, looks, scripts and drawings. */
const NOT_SAID = /^(?:src|srcset|class|style|id|d|points|transform|viewbox|integrity|on\w+|xmlns.*)$/i;
const LINK = /^(?:xlink:)?href$/i;
const IS_CALLED = /^(?:tel|sms|mailto):/i;
const LONGEST = 256 * 1024;
const MAX_REPEATED = 16_384;
/** Tables within one another. */
const MAX_DEPTH = 64;

/** Returns what takes the markup piece by piece. Errors of it: UnreadFile. */
export function readMarkup(sink: TextSink, { kind }: MarkupOptions): (piece: string) => void {
  const tables: OpenTable[] = [];
  /** Texts of the open paragraphs, which may lie in one another. */
  const open: string[] = [''];
  let line = 0;
  let hidden = 0;
  const isPage = kind === 'page';

  const say = (raw: string, value = ''): void => {
    const text = (value === '' ? raw : value).trim();
    const table = tables.at(-1);
    if (text === '') return;
    if (table === undefined || !table.isInCell) sink.line(text, (line += 1) - 1);
    else sink.cell(text, placeOf(table));
  };
  const flush = (value = ''): void => {
    const text = open.pop() ?? '';
    open.push('');
    say(text, value);
  };
  const append = (text: string): void => {
    if (hidden > 0) return;
    const joined = (open.pop() ?? '') + text;
    if (joined.length > LONGEST) say(joined);
    open.push(joined.length > LONGEST ? '' : joined);
  };
  const openCell = (name: string, attributes: string, isEmpty: boolean): void => {
    const table = tables.at(-1);
    if (table === undefined) return;
    if (isPage && table.isInCell) closeCell();
    table.column = placeAfter(table, attributes);
    table.span = spanOf(attributes);
    table.value = name === 'table-cell' ? valueOf(attributes) : '';
    table.isInCell = !isEmpty;
  };
  const closeCell = (): void => {
    const table = tables.at(-1);
    if (table === undefined) return;
    flush(table.value);
    table.isInCell = false;
  };
  return createMarkup(
    {
      open(name, attributes, isEmpty) {
        const tag = isPage && /^[A-Z]+$/.test(name) ? name.toLowerCase() : name;
        if (NOT_SHOWN.has(tag) && isPage) hidden += isEmpty ? 0 : 1;
        else if (TABLES.has(tag) && !isEmpty && tables.length < MAX_DEPTH) {
          flush();
          tables.push({ table: sink.nextTable(), row: -1, column: -1, span: 1, value: '', isInCell: false });
        } else if (ROWS.has(tag)) {
          const table = tables.at(-1);
          if (table === undefined) return;
          if (isPage && table.isInCell) closeCell();
          Object.assign(table, { row: table.row + 1, column: -1, span: 1, isInCell: false });
        } else if (CELLS.has(tag)) openCell(tag, attributes, isEmpty);
        else if (PARAGRAPHS.has(tag) && !isPage && !isEmpty) open.push('');
        else if (tag === 'gridSpan') widen(tables.at(-1), attributes);
        else if (SPACES.has(tag)) append(isPage ? '\n' : ' ');
        else if (isPage && !INLINE.has(tag)) flush();
        if (isPage && MAY_HAVE_NUMBER.test(attributes)) append(saidIn(attributes));
      },
      close(name) {
        const tag = isPage && /^[A-Z]+$/.test(name) ? name.toLowerCase() : name;
        if (NOT_SHOWN.has(tag) && isPage) hidden = Math.max(0, hidden - 1);
        else if (CELLS.has(tag)) closeCell();
        else if (TABLES.has(tag)) {
          if (isPage && tables.at(-1)?.isInCell === true) closeCell();
          else flush();
          tables.pop();
        } else if (PARAGRAPHS.has(tag) && !isPage) endParagraph();
        else if (isPage && !INLINE.has(tag)) flush();
      },
      text: append,
    },
    { isLenient: isPage },
  ).take;

  /** The number of a cell is said once, in place of its first paragraph; a comment of the cell is a paragraph before it. */
  function endParagraph(): void {
    const text = open.length > 1 ? (open.pop() ?? '') : '';
    const table = tables.at(-1);
    const isShown = table !== undefined && table.value !== '' && !/\d{11}/.test(text);
    if (!isShown) say(text);
  }
}

const placeOf = ({ table, row, column }: OpenTable): Place => ({
  table,
  row: Math.max(0, row),
  column: Math.max(0, column),
});

/** Column of the next cell: the one that it names, or the one after the last. */
function placeAfter({ column, span }: OpenTable, attributes: string): number {
  const said = Number(attributeOf(attributes, 'ss:Index') ?? '');
  return said >= 1 && said <= MAX_REPEATED ? said - 1 : column + (column === -1 ? 1 : span);
}

function spanOf(attributes: string): number {
  const said =
    attributeOf(attributes, 'table:number-columns-repeated') ??
    attributeOf(attributes, 'colspan') ??
    attributeOf(attributes, 'COLSPAN') ??
    '';
  const count = Number(said);
  return Number.isInteger(count) && count > 1 && count <= MAX_REPEATED ? count : 1;
}

function widen(table: OpenTable | undefined, attributes: string): void {
  const count = Number(attributeOf(attributes, 'w:val') ?? '');
  if (table !== undefined && Number.isInteger(count) && count > 1 && count <= MAX_REPEATED)
    table.span = count;
}

/** What attributes say, apart from one another, so that no two numbers become one. */
const saidIn = (attributes: string): string =>
  [...attributes.matchAll(ATTRIBUTE)]
    .map(([, name = '', double, single]) => [name, double ?? single ?? ''] as const)
    .filter(([name, value]) => !NOT_SAID.test(name) && (!LINK.test(name) || IS_CALLED.test(value)))
    .map(([, value]) => `，${value}，`)
    .join('');

/** A number as it is and not as it is shown, which may be 1.42E+10. */
function valueOf(attributes: string): string {
  const value = attributeOf(attributes, 'office:value');
  return value === undefined || attributeOf(attributes, 'office:value-type') !== 'float'
    ? ''
    : textOfNumber(Number(value));
}
