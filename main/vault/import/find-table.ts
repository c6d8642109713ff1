/** Finds the table in a sheet: the headings below the titles, the rows that hold data, the lines between them that say where they are, and where the instructions begin. */
import { MAX_HEADER_ROW } from '../../../contract/import/lists.ts';
import type { Place } from '../../../contract/import/views.ts';
import { type Shape, contentOf } from './column-content.ts';
import { isUsable, proposeTargets } from './map-columns.ts';
import { isKeptNowhere, targetOfHeader } from './read-heading.ts';
import { looksLikeName } from './name-shapes.ts';
import { NOWHERE, isSomewhere, readLine, readWho } from './place-words.ts';
import { readRoomAndName } from './room-and-name.ts';
import type { Sheet } from './workbook.ts';

/** Rows looked through for a header. */
export const HEADER_WITHIN = MAX_HEADER_ROW;
/** Rows of headings, at most. */
const MAX_HEAD_ROWS = 3;

/**
 * The last row of headings (from 0) of those whose cells name most known columns, among them a name or a room; undefined where there is none.
 * Of equal rows the first.
 */
export function findHeader(sheet: Sheet): number | undefined {
  let best: number | undefined;
  let first: number | undefined;
  let most = 0;
  for (const [index, row] of sheet.rows.slice(0, HEADER_WITHIN).entries()) {
    if (row.length === 0) continue;
    const targets = proposeTargets(headsOf(sheet, index));
    // Words below a heading may be known as well, such as 业主 in a column of relations.
    const known = targets.filter((target) => target !== null).length - (looksLikeData(row) ? 2 : 0);
    if (known > most && (isUsable(targets) || (known > 1 && isOverNames(sheet, index)))) {
      best = index;
      most = known;
      if (first === undefined && isWhole(row)) first = index;
    }
  }
  return first !== undefined && best !== undefined && hasRowsBetween(sheet, first, best) ? first : best;
}

/** Headings alone. */
const isWhole = (row: readonly string[]): boolean => {
  const said = row.filter((cell) => cell !== '');
  return said.length > 2 && said.every(isKnownHeading) && new Set(said).size === said.length;
};

/** Whether residents stand between two rows of headings, so that the second are of another table below the first. */
const hasRowsBetween = ({ rows }: Sheet, first: number, second: number): boolean =>
  rows
    .slice(first + 1, second)
    .filter((row) => row.filter((cell) => cell !== '').length > 1 && looksLikeSomebody(row)).length > 1;

/**
 * Where no heading is known, the first row of words, three at the least and none a name or with a number, over columns that plainly have names
 * and either rooms or phones; undefined where there is none.
 */
export function findUnknownHeader(sheet: Sheet): number | undefined {
  const rows = [...sheet.rows.slice(0, HEADER_WITHIN).entries()];
  return rows.find(([index, row]) => {
    const said = row.filter((cell) => cell !== '');
    const areWords = said.every((cell) => cell.length <= 12 && !/\d{2}/.test(cell) && !looksLikeName(cell));
    if (said.length < 3 || new Set(said).size < said.length || !areWords) return false;
    const below = sheet.rows
      .slice(index + 1, index + 31)
      .flatMap((row, at) => (row.length > 1 ? [index + 1 + at] : []));
    const contents = row.map((_, column) => contentOf(sheet, below, column));
    const has = (...shapes: readonly Shape[]): boolean =>
      contents.some(({ filled, share }) => filled > 1 && shapes.some((shape) => share[shape] >= 0.7));
    return below.length > 1 && has('name') && has('room', 'phone', 'id');
  })?.[0];
}

/** Whether a column of names stands below a row whose other headings are known. */
function isOverNames(sheet: Sheet, header: number): boolean {
  const below = sheet.rows.slice(header + 1, header + 21).filter((row) => row.length > 0);
  return (sheet.rows[header] ?? []).some((head, column) => {
    const cells = below.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return head !== '' && cells.length > 1 && cells.filter(isSomebody).length >= cells.length * 0.8;
  });
}

const isSomebody = (cell: string): boolean => looksLikeName(cell) || readRoomAndName(cell) !== null;

const looksLikeData = (row: readonly string[]): boolean => row.some((cell) => /\d{3}/.test(cell));

/** How many rows of headings end in the row `header`, from 1 to 3. */
export function headRowsOf(sheet: Sheet, header: number): number {
  const own = (sheet.rows[header] ?? []).filter((cell) => cell !== '');
  // A row of the residents below a row of headings is none itself.
  if (own.filter((cell) => targetOfHeader(cell) !== null || isKeptNowhere(cell)).length * 2 < own.length)
    return 1;
  let rows = 1;
  while (rows < MAX_HEAD_ROWS && header - rows >= 0 && isHeadAbove(sheet, header - rows, header)) rows += 1;
  return rows;
}

/** A row of groups or of headings above others: short words, several of them, none with a number or a colon; a title is alone in its row. */
function isHeadAbove({ rows }: Sheet, index: number, header: number): boolean {
  const row = rows[index] ?? [];
  const below = rows[header] ?? [];
  const texts = new Set(row.filter((cell) => cell !== ''));
  if (texts.size < 2 || [...texts].some((text) => text.length > 16 || /[:：]|\d{2}/u.test(text)))
    return false;
  // Each says something of a column below it, or of one whose heading it is alone.
  const known = [...texts].filter((text) => targetOfHeader(text) !== null || GROUP.test(text)).length;
  return known * 2 >= texts.size && row.some((cell, column) => cell !== '' && cell !== below[column]);
}

const GROUP =
  /信息|资料|情况|业主|住户|户主|产权人|房屋|房产|租户|租客|承租|家庭|家属|联系|车辆|车位|证件|共有|人员|登记|其他|费用|位置|紧急/u;

/** Of each column the words of its headings from the first row to the last, a group's over all columns that it covers. */
function headPartsOf(sheet: Sheet, header: number): readonly (readonly string[])[] {
  const first = header - headRowsOf(sheet, header) + 1;
  const last = sheet.rows[header] ?? [];
  const above = sheet.rows.slice(first, header);
  const width = Math.max(last.length, ...above.map((row) => row.length));
  const parts = Array.from({ length: width }, (): string[] => []);
  for (const row of above) {
    let group = '';
    for (let column = 0; column < width; column += 1) {
      const own = row[column] ?? '';
      if (own !== '') group = own;
      const text = own === '' && (last[column] ?? '') === '' ? '' : group;
      if (text !== '' && parts[column]?.at(-1) !== text) parts[column]?.push(text);
    }
  }
  for (const [column, text] of last.entries())
    if (text !== '' && parts[column]?.at(-1) !== text) parts[column]?.push(text);
  return parts;
}

/** One text for each column: its own heading, after those of its groups. None for NO_HEADER. */
export function headsOf(sheet: Sheet, header: number): readonly string[] {
  if (headRowsOf(sheet, header) === 1) return sheet.rows[header] ?? [];
  return headPartsOf(sheet, header).map((parts) => parts.join(HEAD_JOINT));
}

/** Between the words of a group and those of a column in it. */
const HEAD_JOINT = ' / ';

/** In the place of a header's row: no row is one, and data may stand in the first. */
export const NO_HEADER = -1;

/** Columns that any row reaches. */
export const widthOf = (sheet: Sheet): number =>
  sheet.rows.reduce((width, row) => Math.max(width, row.length), 0);

/** A line between rows, and where the rows below it are, with what lines above it say. */
export interface PlaceLine {
  /** From 0. */
  readonly row: number;
  readonly place: Place;
}

export interface Table {
  /** From 0. */
  readonly rows: readonly number[];
  readonly lines: readonly PlaceLine[];
  /** Lines that say who the people below are. */
  readonly roles: readonly { readonly row: number; readonly who: string }[];
  /** Headings further down that say something else than the first: a list of tenants below one of owners. */
  readonly heads: readonly number[];
  /** Rows of one cell or of words alone that were taken for no data, and are no title, note or sum either. */
  readonly leftOut: readonly number[];
}

/**
 * Rows below the header that hold data: not blank ones, not repeated headers, not lines such as 5栋, not notes in a single cell such as
 * 填表说明, nor anything from the first such note on if nothing but notes follows. Without a header (NO_HEADER) the titles above the data are none either.
 */
export function readTable(sheet: Sheet, header: number): Table {
  const found: number[] = [];
  const lines: PlaceLine[] = [];
  const heads: number[] = [];
  const roles: { readonly row: number; readonly who: string }[] = [];
  const passed = header === NO_HEADER ? [] : aboveHeads(sheet, header);
  const wide =
    header === NO_HEADER ? widthOf(sheet) : headsOf(sheet, header).filter((cell) => cell !== '').length;
  for (let index = header + 1; index < sheet.rows.length; index += 1) {
    const row = sheet.rows[index] ?? [];
    if (row.length === 0) continue;
    if (isHeader(row, sheet.rows[header] ?? [])) {
      if (header !== NO_HEADER && isOtherHeader(row, sheet.rows[heads.at(-1) ?? header] ?? []))
        heads.push(index);
      continue;
    }
    const line = wide > 1 ? lineOf(row) : undefined;
    const who = wide > 1 ? whoIn(row) : '';
    if (who !== '') roles.push({ row: index, who });
    if (line !== undefined) lines.push({ row: index, place: below(lines.at(-1)?.place ?? NOWHERE, line) });
    else if (who !== '' || (index <= header + 2 && isHint(row))) continue;
    else if (!isNote(row, wide)) found.push(index);
    else if (looksLikeSomebody(row)) passed.push(index);
  }
  const numbers = housesIn(sheet, found, wide);
  for (const [row, building] of numbers) lines.push({ row, place: { ...NOWHERE, building } });
  if (numbers.size > 0) lines.sort((a, b) => a.row - b.row);
  const others = numbers.size === 0 ? found : found.filter((row) => !numbers.has(row));
  const tailless = dropTail(sheet, others, wide);
  const rows = header === NO_HEADER ? dropTitles(sheet, tailless, wide) : tailless;
  const tail = others.slice(tailless.length).filter((index) => looksLikeSomebody(sheet.rows[index] ?? []));
  return { rows, lines, roles, heads, leftOut: [...passed, ...tail] };
}

/** Words alone in their row that say who the people below are. */
function whoIn(row: readonly string[]): string {
  const [text = '', ...others] = new Set(row.filter((cell) => cell !== ''));
  return others.length === 0 ? readWho(text) : '';
}

/** Rows above the headings with a name and a number of somebody's, who may be a resident. */
const aboveHeads = (sheet: Sheet, header: number): number[] =>
  [...sheet.rows.slice(0, header - headRowsOf(sheet, header) + 1).entries()].flatMap(([index, row]) =>
    row.some(looksLikeName) && row.some((cell) => /^\d{11}$|^\d{17}[\dX]$/.test(cell)) ? [index] : [],
  );

/** A name or a long number: whoever wrote it may have meant a resident. */
const looksLikeSomebody = (row: readonly string[]): boolean =>
  row.some((cell) => cell.length <= LONG_NOTE && (looksLikeName(cell) || /\d{7}/.test(cell))) &&
  !isTotal(row) &&
  !row.some(startsAsNote);

/** The rows of `readTable`. */
export const findDataRows = (sheet: Sheet, header: number): readonly number[] =>
  readTable(sheet, header).rows;

/** 12号 alone in its row, above rooms that are called otherwise: the house in which they are. In a list of villas other rows have such a number too. */
function housesIn(sheet: Sheet, found: readonly number[], wide: number): ReadonlyMap<number, string> {
  const houses = new Map<number, string>();
  if (wide < 2) return houses;
  const columns = new Set<number>();
  for (const index of found) {
    const filled = [...(sheet.rows[index] ?? []).entries()].filter(([, text]) => text !== '');
    const [[column, text] = [0, '']] = filled;
    const number = filled.length === 1 ? HOUSE.exec(text)?.[1] : undefined;
    if (number === undefined) continue;
    houses.set(index, number);
    columns.add(column);
  }
  const [only = 0, ...others] = columns;
  if (houses.size < 2 || others.length > 0) return new Map();
  const rooms = found
    .map((index) => (houses.has(index) ? '' : (sheet.rows[index]?.[only] ?? '')))
    .filter(Boolean);
  return rooms.length > houses.size && rooms.every((text) => /\d{3}|\d室/u.test(text) && !HOUSE.test(text))
    ? houses
    : new Map();
}
const HOUSE = /^(\d{1,4}[甲乙丙丁]?)号(?:楼|院)?$/u;

/** Words for a place in a row of their own; undefined for any other row. */
function lineOf(row: readonly string[]): Place | undefined {
  const texts = new Set<string>();
  for (const cell of row) {
    if (cell !== '') texts.add(cell);
    if (texts.size > 3) return undefined;
  }
  let place = NOWHERE;
  for (const text of texts) {
    const said = text.length > 40 ? undefined : readLine(text);
    if (said === undefined) return undefined;
    place = {
      estate: said.estate || place.estate,
      building: said.building || place.building,
      unit: said.unit || place.unit,
    };
  }
  return isSomewhere(place) ? place : undefined;
}

/** A building ends the unit before it, a part of the estate the building. */
function below(before: Place, { estate, building, unit }: Place): Place {
  if (estate !== '') return { estate, building, unit };
  return building === '' ? { ...before, unit } : { estate: before.estate, building, unit };
}

/** Of each column the place that stands above its headings, where tables side by side have one each: 5栋 | 6栋. Null where they have not. */
export function placesOver(sheet: Sheet, header: number): readonly Place[] | null {
  if (header === NO_HEADER) return null;
  const row = sheet.rows[header - headRowsOf(sheet, header)] ?? [];
  const said = row.map((text) => (text === '' ? null : (readLine(text) ?? NOWHERE)));
  const places = new Set(row.filter((text) => text !== ''));
  if (places.size < 2 || said.some((place) => place !== null && !isSomewhere(place))) return null;
  let last = NOWHERE;
  return Array.from({ length: widthOf(sheet) }, (_, column) => (last = said[column] ?? last));
}

/** Where a row is, by the last line above it; nowhere where there is none. Asked in the order of the rows. */
export function createPlaceFinder(lines: readonly PlaceLine[]): (row: number) => Place {
  let next = 0;
  let place = NOWHERE;
  return (row) => {
    for (let line = lines[next]; line !== undefined && line.row < row; line = lines[(next += 1)])
      place = line.place;
    return place;
  };
}

const HINT =
  /^[（(【]?(?:示例|例[:：如]|如[:：\d]|必填|选填|格式|请填|请选|请输|下拉|从列表|多个|\d{1,2}位)|分隔|选填|必填/u;

const EXAMPLE = /^[（(【]?(?:示例|样例|举例|例[:：如])/u;

/** A row of hints below the headings: 示例：张三, 必填. */
function isHint(row: readonly string[]): boolean {
  const texts = row.filter((cell) => cell !== '');
  if (EXAMPLE.test(texts[0] ?? '')) return true;
  return texts.length > 1 && texts.filter((text) => HINT.test(text)).length * 3 > texts.length;
}

/** The header once more, as on every printed page. */
function isHeader(row: readonly string[], header: readonly string[]): boolean {
  let known = 0;
  let others = 0;
  let names = 0;
  for (const [column, cell] of row.entries()) {
    if (cell === '') continue;
    const isKnown = cell === header[column] || isKnownHeading(cell) || (cell.length <= 8 && GROUP.test(cell));
    if (!isKnown && (cell.length > 8 || /\d/.test(cell))) return false;
    if (isKnown) known += 1;
    else others += 1;
    if (!isKnown && looksLikeName(cell)) names += 1;
  }
  return known > 1 && (known >= others * 4 || (known > 2 && known > others && names === 0));
}

const isKnownHeading = (cell: string): boolean => targetOfHeader(cell) !== null || isKeptNowhere(cell);

/** Headings of which a column says something else than the ones above, and that are a table's by themselves. */
function isOtherHeader(row: readonly string[], header: readonly string[]): boolean {
  if (row.every((cell, column) => cell === '' || cell === header[column])) return false;
  const targets = proposeTargets(row);
  const before = proposeTargets(header);
  return (
    isUsable(targets) &&
    targets.filter((target) => target !== null).length > 1 &&
    targets.some((target, column) => target !== null && target !== before[column])
  );
}

const NOTE_START =
  /^[（(【[]?\s*(填表|填写|填报|制表|审核|特别)?\s*(图例|图示|说明|须知|要求|注意|注[:：]|备注[:：]|合计|总计|小计|人[:：]|日期[:：]|note\b|total\b|instructions?\b)/i;
const LONG_NOTE = 25;

function isNote(row: readonly string[], wide: number): boolean {
  if (wide < 2) return false;
  if (isTotal(row)) return true;
  const texts = new Set<string>();
  for (const cell of row) {
    if (cell !== '') texts.add(cell);
    if (texts.size > 3) return false;
  }
  const [first] = texts;
  if (first === undefined) return true;
  // A word alone is the head of a part (二、租户), unless it may be a room.
  if (texts.size === 1)
    return (
      first.length > LONG_NOTE ||
      startsAsNote(first) ||
      (wide > 2 && !/\d/.test(first) && !looksLikeName(first))
    );
  return wide > 3 && startsAsNote(first);
}

/** A row of sums, however many: its first words end in 合计, and no phone or ID number is in it. */
function isTotal(row: readonly string[]): boolean {
  const first = row.find((cell) => cell !== '') ?? '';
  return (
    first.length <= LONG_NOTE &&
    /[合小总共]\s{0,4}计[:：]?$/u.test(first) &&
    !row.some((cell) => /(?<!\d)1[3-9]\d{9}(?!\d)|\d{15}/.test(cell))
  );
}

/** By its beginning alone: the pattern takes the square of the length of what it is given. */
const startsAsNote = (text: string): boolean => NOTE_START.test(text.slice(0, LONG_NOTE));

/**
 * Below the data a single cell is a line of the instructions (1、手机号为 11 位), unless it is a room that stands empty.
 * A vertical merge leaves no row with one cell alone.
 */
function dropTail(sheet: Sheet, found: readonly number[], wide: number): readonly number[] {
  if (wide < 2) return found;
  let end = found.length;
  while (end > 0 && !mayBeData(sheet, found[end - 1] ?? 0)) end -= 1;
  return end === 0 ? found : found.slice(0, end);
}

/** Above the data, in the same way. */
function dropTitles(sheet: Sheet, found: readonly number[], wide: number): readonly number[] {
  const isData = (index: number): boolean =>
    wide < 2 ? readRoomAndName(sheet.rows[index]?.[0] ?? '') !== null : mayBeData(sheet, index);
  const first = found.findIndex(isData);
  return found.slice(Math.max(0, first));
}

function mayBeData(sheet: Sheet, index: number): boolean {
  const texts = new Set(sheet.rows[index]?.filter((cell) => cell !== ''));
  return texts.size > 1 || [...texts].some((text) => ROOM_LIKE.test(text));
}

const ROOM_LIKE = /^\p{L}{0,6}\d[\dA-Za-z#＃\-－栋幢座号楼单元室层]{0,20}$/u;
