/** Finds the cells of an `.xlsx` that are struck out, which the library of cells does not tell. */
import { attributeOf, createMarkup } from '../tables/markup.ts';
import { columnOf } from '../tables/read-xlsx.ts';

/** `row` and `column` from 0. */
export interface StruckCell {
  readonly row: number;
  readonly column: number;
}

type Parts = ReadonlyMap<string, Buffer>;

const textOf = (parts: Parts, name: string): string => parts.get(name)?.toString('utf8') ?? '';

/** By the places of its sheets, from 0. Empty, and no sheet is looked through, where no style strikes anything out. */
export function struckCells(parts: Parts): ReadonlyMap<number, readonly StruckCell[]> {
  const found = new Map<number, readonly StruckCell[]>();
  const styles = struckStyles(textOf(parts, 'xl/styles.xml'));
  if (styles.size === 0) return found;
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
    found.set(index++, struckIn(parts.get(targets.get(id) ?? '')?.toString('latin1') ?? '', styles));
  });
  return found;
}

function struckIn(sheet: string, styles: ReadonlySet<string>): readonly StruckCell[] {
  const cells: StruckCell[] = [];
  eachTag(sheet, 'c', (attributes) => {
    if (!styles.has(attributeOf(attributes, 's') ?? '')) return;
    const reference = attributeOf(attributes, 'r') ?? '';
    const column = columnOf(reference) ?? -1;
    if (column >= 0) cells.push({ row: Number(reference.replace(/^[A-Z]+/u, '')) - 1, column });
  });
  return cells;
}

/** Numbers of the formats of cells whose font is struck out. Fonts stand before them. */
function struckStyles(xml: string): ReadonlySet<string> {
  const fonts = new Set<string>();
  const styles = new Set<string>();
  let within = '';
  let [font, style] = [-1, -1];
  createMarkup(
    {
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
      text: () => undefined,
    },
    LENIENT,
  ).take(xml);
  return styles;
}

const isOn = (value: string | undefined): boolean => value === undefined || value === '1' || value === 'true';

/** What is too long to be a tag is passed over: the cells were read, and no workbook is refused for how they look. */
const LENIENT = { isLenient: true } as const;

/** Attributes of each element of that name, whatever its prefix. */
const eachTag = (xml: string, name: string, take: (attributes: string) => unknown): void =>
  createMarkup(
    {
      open: (opened, attributes) => void (opened === name && take(attributes)),
      close: () => undefined,
      text: () => undefined,
    },
    LENIENT,
  ).take(xml);
