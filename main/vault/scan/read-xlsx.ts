/** Reads the cells of an xlsx workbook (ECMA-376) from its parts as they are unpacked: the sheets are never in memory whole. */
import { type KeptTexts, createKeptTexts } from './kept-texts.ts';
import { attributeOf, createMarkup } from './markup.ts';
import { paragraphsOf } from './read-docx.ts';
import type { Tally } from './tally.ts';
import { textOfNumber } from './text-of-number.ts';
import type { ZipFile } from './zip-file.ts';

const SHARED = /^xl\/sharedStrings\.xml$/i;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const BESIDE = /^xl\/(?:comments|threadedComments\/|drawings\/)[^/]*\.xml$/i;

/** Whether a file of these parts is one. */
export const isXlsx = (zip: ZipFile): boolean => zip.names.some((name) => SHEET.test(name));

/** Errors: UnreadFile. */
export async function readXlsx(zip: ZipFile, tally: Tally): Promise<void> {
  const shared = createKeptTexts();
  for (const name of zip.names.filter((one) => SHARED.test(one)))
    await zip.text(name, sharedTexts(shared, tally));
  let sheet = 0;
  for (const name of zip.names.filter((one) => SHEET.test(one))) {
    await zip.text(name, cells(shared, tally, sheet));
    sheet += 1;
  }
  for (const name of zip.names.filter((one) => BESIDE.test(one))) await zip.text(name, paragraphsOf(tally));
}

function sharedTexts(shared: KeptTexts, tally: Tally): (piece: string) => void {
  let text = '';
  let isText = false;
  let inReading = false;
  return createMarkup({
    open(name, _attributes, isEmpty) {
      if (name === 't') isText = !isEmpty && !inReading;
      else if (name === 'rPh') inReading = !isEmpty;
      else if (name === 'si') {
        text = '';
        if (isEmpty) shared.push(tally.look(''));
      }
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') shared.push(tally.look(text.trim()));
    },
    text(part) {
      if (isText) text += part;
    },
  }).take;
}

function cells(shared: KeptTexts, tally: Tally, sheet: number): (piece: string) => void {
  let row = -1;
  let column = -1;
  let kind = '';
  let value = '';
  let isValue = false;
  const finish = (): void => {
    const text = value.trim();
    value = '';
    if (text === '') return;
    const place = { sheet, row, column };
    if (kind === 's') {
      const looked = shared.at(Number(text));
      if (looked !== undefined) tally.count(looked, place);
    } else if (kind === '' || kind === 'n') tally.add(textOfNumber(Number(text)), place);
    else if (kind !== 'b' && kind !== 'e') tally.add(text, place);
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
      }
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c') finish();
    },
    text(part) {
      if (isValue) value += part;
    },
  }).take;
}

/** A is 0. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
