/** Finds the cells of an `.xlsx` that are struck out, which the library of cells does not tell. */

/** `row` and `column` from 0. */
export interface StruckCell {
  readonly row: number;
  readonly column: number;
}

type Parts = ReadonlyMap<string, Buffer>;

const textOf = (parts: Parts, name: string): string => parts.get(name)?.toString('utf8') ?? '';

/** What stands within each element of that name; a program may write a prefix before it. */
const elements = (xml: string, name: string): readonly string[] =>
  xml.split(new RegExp(`<(?:\\w{1,8}:)?${name}(?=[\\s/>])`, 'u')).slice(1);
const attribute = (element: string, name: string): string =>
  new RegExp(`^[^<>]*?\\s(?:\\w{1,8}:)?${name}="([^"<>]*)"`, 'u').exec(element)?.[1] ?? '';

/** By the places of its sheets, from 0. Empty, and no sheet is looked through, where no style strikes anything out. */
export function struckCells(parts: Parts): ReadonlyMap<number, readonly StruckCell[]> {
  const found = new Map<number, readonly StruckCell[]>();
  const styles = struckStyles(textOf(parts, 'xl/styles.xml'));
  if (styles.size === 0) return found;
  const targets = new Map(
    elements(textOf(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((one) => [
      attribute(one, 'Id'),
      attribute(one, 'Target').replace(/^\/?(?:xl\/)?/u, 'xl/'),
    ]),
  );
  for (const [index, sheet] of elements(textOf(parts, 'xl/workbook.xml'), 'sheet').entries()) {
    const xml = parts.get(targets.get(attribute(sheet, 'id')) ?? '')?.toString('latin1') ?? '';
    const cells = [...xml.matchAll(CELL)].flatMap(
      ([, letters = '', row = '', beside = '']): readonly StruckCell[] =>
        styles.has(/\ss="(\d+)"/u.exec(beside)?.[1] ?? '')
          ? [{ row: Number(row) - 1, column: columnOf(letters) }]
          : [],
    );
    found.set(index, cells);
  }
  return found;
}

const CELL = /<(?:\w{1,8}:)?c r="([A-Z]{1,3})(\d{1,7})"([^<>]*)/gu;

/** Numbers of the formats of cells whose font is struck out. */
function struckStyles(xml: string): ReadonlySet<string> {
  const within = (name: string): string => elements(xml, name)[0]?.split(`${name}>`)[0] ?? '';
  const fonts = new Set(
    elements(within('fonts'), 'font').flatMap((font, index) =>
      /<(?:\w{1,8}:)?strike\s*(?:val="(?:1|true)"\s*)?\/>/u.test(font) ? [String(index)] : [],
    ),
  );
  return new Set(
    elements(within('cellXfs'), 'xf').flatMap((xf, index) =>
      fonts.has(attribute(xf, 'fontId')) ? [String(index)] : [],
    ),
  );
}

/** A is 0. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
