/** Reads the cells of an xlsx workbook (ECMA-376) from its parts as they are unpacked: the sheets are never in memory whole. */
import { attributeOf, createMarkup } from './markup.ts';
import { readMarkup } from './read-markup.ts';
import { textOfNumber } from './text-of-number.ts';
import type { SharedTexts, TextSink } from './text-sink.ts';
import type { ZipFile } from './zip-file.ts';

const SHARED = /^xl\/sharedStrings\.xml$/i;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
/** Comments lie where the program likes: xl/comments1.xml, xl/comments/comment1.xml. */
const BESIDE = /^xl\/(?:comments|threadedComments|drawings)[^/]*(?:\/[^/]*)?\.xml$/i;
/** What a pivot table, or a workbook that is referred to, has left behind of its cells. */
const KEPT_CELLS = /^xl\/(?:pivotCache|externalLinks)\/[^/]+\.xml$/i;
/** A text, a number, a place in the list of the field, nothing, a day, a truth, an error. */
const CACHED: ReadonlySet<string> = new Set(['s', 'n', 'x', 'm', 'd', 'b', 'e']);
/** A text in a formula that may hold a number: =HYPERLINK("tel:…"). */
const TEXT_WITH_NUMBER = /"[^"]*\d{7}/;
const BESIDE_THE_CELLS: ReadonlySet<string> = new Set([
  'oddHeader',
  'oddFooter',
  'evenHeader',
  'firstHeader',
  'firstFooter',
]);

/** Whether a file of these parts is one. */
export const isXlsx = (zip: ZipFile): boolean => zip.names.some((name) => SHEET.test(name));

/** Errors: UnreadFile. */
export async function readXlsx(zip: ZipFile, sink: TextSink): Promise<void> {
  const shared = sink.shareTexts();
  for (const name of zip.names.filter((one) => SHARED.test(one))) await zip.text(name, sharedTexts(shared));
  for (const name of zip.names.filter((one) => SHEET.test(one))) await zip.text(name, cells(shared, sink));
  for (const name of zip.names.filter((one) => BESIDE.test(one)))
    await zip.text(name, readMarkup(sink, { kind: 'office' }));
  for (const name of zip.names.filter((one) => KEPT_CELLS.test(one))) await zip.text(name, keptCells(sink));
}

/** A field is a column, under its name; a record is a row. */
function keptCells(sink: TextSink): (piece: string) => void {
  const table = sink.nextTable();
  let [row, column, text] = [0, -1, ''];
  let isOfRecords = false;
  const say = (value: string): void => sink.cell(value, { table, row, column: Math.max(0, column) });
  return createMarkup({
    open(name, attributes) {
      text = '';
      if (name === 'pivotCacheRecords') isOfRecords = true;
      else if (name === 'r') [row, column] = [row + 1, -1];
      else if (name === 'cacheField') {
        [row, column] = [0, column + 1];
        say(attributeOf(attributes, 'name') ?? '');
      } else if (CACHED.has(name)) {
        if (isOfRecords) column += 1;
        else row += 1;
        const value = attributeOf(attributes, 'v') ?? '';
        if (name === 's') say(value);
        else if (name === 'n') say(textOfNumber(Number(value)));
      }
    },
    close(name) {
      if (name === 'v') sink.line(text.trim(), 0);
    },
    text(part) {
      text += part;
    },
  }).take;
}

function sharedTexts(shared: SharedTexts): (piece: string) => void {
  let text = '';
  let isText = false;
  let inReading = false;
  return createMarkup({
    open(name, _attributes, isEmpty) {
      if (name === 't') isText = !isEmpty && !inReading;
      else if (name === 'rPh') inReading = !isEmpty;
      else if (name === 'si') {
        text = '';
        if (isEmpty) shared.push('');
      }
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') shared.push(text.trim());
    },
    text(part) {
      if (isText) text += part;
    },
  }).take;
}

function cells(shared: SharedTexts, sink: TextSink): (piece: string) => void {
  const table = sink.nextTable();
  let row = -1;
  let column = -1;
  let kind = '';
  let value = '';
  let beside = '';
  let isValue = false;
  let isBeside = false;
  const finish = (): void => {
    const text = value.trim();
    value = '';
    if (text === '') return;
    const place = { table, row, column };
    if (kind === 's') shared.put(Number(text), place);
    else if (kind === '' || kind === 'n') sink.cell(textOfNumber(Number(text)), place);
    else if (kind !== 'b' && kind !== 'e') sink.cell(text, place);
  };
  const finishBeside = (isFormula: boolean): void => {
    if (!isFormula || TEXT_WITH_NUMBER.test(beside)) sink.line(beside.trim(), 0);
    beside = '';
    isBeside = false;
  };
  return createMarkup({
    open(name, attributes, isEmpty) {
      if (name === 'c') {
        kind = attributeOf(attributes, 't') ?? '';
        column = columnOf(attributeOf(attributes, 'r')) ?? column + 1;
        value = '';
      } else if (name === 'v' || name === 't') isValue = !isEmpty;
      else if (name === 'row') {
        row += 1;
        column = -1;
      } else if (name === 'f' || BESIDE_THE_CELLS.has(name)) isBeside = !isEmpty;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c') finish();
      else if (isBeside) finishBeside(name === 'f');
    },
    text(part) {
      if (isValue) value += part;
      else if (isBeside) beside += part;
    },
  }).take;
}

/** Column of a reference such as B12, from 0; -1 where it begins with no letter. */
export function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
