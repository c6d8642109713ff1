/** Finds the cells that are struck out, whole or in part, which the library of cells does not tell. */
import { MAX_COLUMNS } from './limits.ts';
import { attributeOf, createMarkup } from '../tables/markup.ts';
import { columnOf } from '../tables/read-xlsx.ts';
import type { CellPlace } from './workbook.ts';

type Parts = ReadonlyMap<string, Buffer>;

const textOf = (parts: Parts, name: string): string => parts.get(name)?.toString('utf8') ?? '';

/** By the places of the sheets, from 0. */
export type Struck = ReadonlyMap<number, readonly CellPlace[]>;

/** Of an `.xlsx` or an `.ods` in its parts. Empty, and no sheet is looked through, where nothing is struck out. */
export function struckCells(parts: Parts): Struck {
  if (parts.has('content.xml')) return struckInOpenDocument(parts);
  const found = new Map<number, readonly CellPlace[]>();
  const styles = struckStyles(textOf(parts, 'xl/styles.xml'));
  const texts = struckTexts(textOf(parts, 'xl/sharedStrings.xml'));
  if (styles.size + texts.size === 0) return found;
  const targets = new Map<string, string>();
  eachTag(textOf(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship', (attributes) =>
    targets.set(
      attributeOf(attributes, 'Id') ?? '',
      (attributeOf(attributes, 'Target') ?? '').replace(/^\/?(?:xl\/)?/u, 'xl/'),
    ),
  );
  let index = 0;
  eachTag(textOf(parts, 'xl/workbook.xml'), 'sheet', (attributes) => {
    // A program may write another prefix before it.
    const id = attributeOf(attributes.replace(/ \w{1,8}:id=/u, ' id='), 'id') ?? '';
    found.set(index++, struckIn(parts.get(targets.get(id) ?? '')?.toString('latin1') ?? '', styles, texts));
  });
  return found;
}

function struckIn(
  sheet: string,
  styles: ReadonlySet<string>,
  texts: ReadonlySet<string>,
): readonly CellPlace[] {
  const cells: CellPlace[] = [];
  let open: { readonly reference: string; readonly isShared: boolean } | null = null;
  let isValue = false;
  const put = (reference: string): void => {
    const column = columnOf(reference) ?? -1;
    if (column >= 0) cells.push({ row: Number(reference.replace(/^[A-Z]+/u, '')) - 1, column });
  };
  look(sheet, {
    open(name, attributes) {
      isValue = name === 'v' && open?.isShared === true;
      if (name !== 'c') return;
      const reference = attributeOf(attributes, 'r') ?? '';
      open = { reference, isShared: attributeOf(attributes, 't') === 's' };
      if (styles.has(attributeOf(attributes, 's') ?? '')) put(reference);
    },
    text(text) {
      if (isValue && open !== null && texts.has(text)) put(open.reference);
    },
  });
  return cells;
}

/** Numbers of the shared texts of which some words are struck out: an old phone before the new one. */
function struckTexts(xml: string): ReadonlySet<string> {
  const texts = new Set<string>();
  let at = -1;
  look(xml.includes('<strike') ? xml : '', {
    open(name, attributes) {
      if (name === 'si') at += 1;
      else if (name === 'strike' && isOn(attributeOf(attributes, 'val'))) texts.add(String(at));
    },
  });
  return texts;
}

/** Numbers of the formats of cells whose font is struck out. Fonts stand before them. */
function struckStyles(xml: string): ReadonlySet<string> {
  const fonts = new Set<string>();
  const styles = new Set<string>();
  let within = '';
  let [font, style] = [-1, -1];
  look(xml, {
    open(name, attributes, isEmpty) {
      if (name === 'fonts' || name === 'cellXfs') within = isEmpty ? '' : name;
      else if (within === 'fonts' && name === 'font') font += 1;
      else if (within === 'fonts' && name === 'strike' && isOn(attributeOf(attributes, 'val')))
        fonts.add(String(font));
      else if (within === 'cellXfs' && name === 'xf') {
        style += 1;
        if (fonts.has(attributeOf(attributes, 'fontId') ?? '')) styles.add(String(style));
      }
    },
    close(name) {
      if (name === within) within = '';
    },
  });
  return styles;
}

const isOn = (value: string | undefined): boolean => value === undefined || value === '1' || value === 'true';

type Handlers = Parameters<typeof createMarkup>[0];

/** What is too long to be a tag is passed over: the cells were read, and no workbook is refused for how they look. */
const look = (xml: string, handlers: Pick<Handlers, 'open'> & Partial<Handlers>): void =>
  createMarkup({ close: () => undefined, text: () => undefined, ...handlers }, { isLenient: true }).take(xml);

/** Attributes of each element of that name, whatever its prefix. */
const eachTag = (xml: string, name: string, take: (attributes: string) => unknown): void =>
  look(xml, { open: (opened, attributes) => void (opened === name && take(attributes)) });

/** By the styles of cells, of the columns where a cell has none, and of words within them. */
function struckInOpenDocument(parts: Parts): Struck {
  const found = new Map<number, CellPlace[]>();
  const styles = new Set<string>();
  let style = '';
  let columns: { readonly style: string; readonly until: number }[] = [];
  let [table, row, column, rows, width] = [-1, -1, 0, 1, 1];
  const isStruck = (name: string | undefined): boolean => name !== undefined && styles.has(name);
  const put = (): void => {
    const cells = found.get(table) ?? [];
    for (let at = column; at < Math.min(column + width, MAX_COLUMNS); at += 1)
      cells.push({ row, column: at });
    found.set(table, cells);
  };
  const open = (name: string, attributes: string): void => {
    const times = (what: string): number =>
      Number(attributeOf(attributes, `table:number-${what}-repeated`) ?? 1);
    switch (name) {
      case 'style':
        style = attributeOf(attributes, 'style:name') ?? '';
        if (isStruck(attributeOf(attributes, 'style:parent-style-name'))) styles.add(style);
        return;
      case 'text-properties':
        if (!['none', undefined].includes(attributeOf(attributes, 'style:text-line-through-style')))
          styles.add(style);
        return;
      case 'table':
        [table, row, rows, columns] = [table + 1, -1, 1, []];
        return;
      case 'table-column':
        columns.push({
          style: attributeOf(attributes, 'table:default-cell-style-name') ?? '',
          until: (columns.at(-1)?.until ?? 0) + times('columns'),
        });
        return;
      case 'table-row':
        [row, rows, column, width] = [row + rows, times('rows'), 0, 0];
        return;
      case 'table-cell':
      case 'covered-table-cell':
        [column, width] = [column + width, times('columns')];
        if (
          isStruck(
            attributeOf(attributes, 'table:style-name') ?? columns.find(({ until }) => until > column)?.style,
          )
        )
          put();
        return;
      case 'p':
      case 'span':
        if (isStruck(attributeOf(attributes, 'text:style-name'))) put();
    }
  };
  for (const part of ['styles.xml', 'content.xml']) look(textOf(parts, part), { open });
  return found;
}

/** Records of an `.xls` ([MS-XLS] 2.4): of cells, row, column and format stand first in each. */
const RECORDS = { font: 0x31, boundSheet: 0x85, mulRk: 0xbd, format: 0xe0, bof: 0x809 } as const;
const CELLS: ReadonlySet<number> = new Set([0x06, 0xd6, 0xfd, 0x203, 0x204, 0x27e]);
const STRIKES_OUT = 8;

/** Of the stream of an `.xls`; a damaged end is passed over, since its cells were read. */
export function struckInRecords(stream: Buffer): Struck {
  const found = new Map<number, CellPlace[]>();
  const [fonts, formats]: [boolean[], boolean[]] = [[], []];
  const sheets: number[] = [];
  let sheet = -1;
  for (let at = 0, end = 0; at + 4 <= stream.length; at = end) {
    const [kind, start] = [stream.readUInt16LE(at), at + 4];
    end = start + stream.readUInt16LE(at + 2);
    if (end > stream.length) break;
    const short = (offset: number): number =>
      start + offset + 2 > end ? 0 : stream.readUInt16LE(start + offset);
    const put = (offset: number, format: number): void => {
      if (formats[format] !== true) return;
      const cells = found.get(sheet) ?? [];
      cells.push({ row: short(0), column: short(2) + offset });
      found.set(sheet, cells);
    };
    if (kind === RECORDS.font) fonts.push((short(2) & STRIKES_OUT) !== 0);
    // There is no font of number 4.
    else if (kind === RECORDS.format) formats.push(fonts[short(0) > 4 ? short(0) - 1 : short(0)] === true);
    else if (kind === RECORDS.boundSheet) sheets.push(short(0) + 65_536 * short(2));
    else if (kind === RECORDS.bof && sheets.includes(at)) sheet = sheets.indexOf(at);
    else if (CELLS.has(kind)) put(0, short(4));
    else if (kind === RECORDS.mulRk)
      for (let n = 0; start + 10 + n * 6 <= end; n += 1) put(n, short(4 + n * 6));
  }
  return found;
}
