/** Turns a plan of a building, in which rows are floors, columns doors and cells whoever lives there, into a table with a column of rooms for each column of names. */
import { isPlaceholder, normaliseText } from '../values/normalise.ts';
import { hanNumber } from '../values/han-numbers.ts';
import { arePhones } from './split-people.ts';
import { vacancyOf } from './cell-words.ts';
import { namesIn } from './column-content.ts';
import { looksLikeName } from './name-shapes.ts';
import { readPlaceWords } from './place-words.ts';
import { MARKS, type Sheet, isMarked } from './workbook.ts';

/** Rows in which a sheet that is no plan shows it. */
const SHOWS_WITHIN = 12;
const LEAST_FLOORS = 3;
const LEAST_DOORS = 2;
/** Share of the cells that have to be names, or words for an empty room. */
const LEAST_READ = 0.7;

const CORNER =
  /^(?:(?:楼层|层数|层|楼|层次)(?:[\s/\\|、]*(?:房号|室号|户号|房间|门牌|户|号|室))?|(?:房号|室号|户号)[\s/\\|、]*(?:楼层|层))?$/u;
const DOOR = /^(?:0?(\d{1,2})|([A-H]))(?:室|户|号|号房|号户|房|户型|单位)?$/u;
const FLOOR = /^第?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:F|L|楼|层)?$/iu;
const ROOM = /^(\d{3,4})(?:室|号|房)?$/u;
/** A phone, and nothing else. */

interface Place {
  readonly column: number;
  readonly row: number;
  readonly room: string;
  readonly text: string;
}

/** The sheet as it is where it is no plan, or has anything in one that is neither a name nor a word for an empty room. */
export function unfoldPlan(given: Sheet): Sheet {
  const sheet = joinBeneath(given);
  return unfoldDoors(sheet) ?? unfoldPairs(sheet) ?? sheet;
}

/** A phone that stands alone below a name goes into the cell of the name. */
function joinBeneath(sheet: Sheet): Sheet {
  const rows: (readonly string[])[] = [];
  let joined = 0;
  for (const [index, row] of sheet.rows.entries()) {
    const above = rows.at(-1) ?? [];
    const own = row.flatMap((text, column) =>
      text === '' || isMarked(sheet, index, column, MARKS.merged) ? [] : [column],
    );
    const isBeneath =
      own.length > 0 &&
      own.every(
        (column) => arePhones(row[column] ?? '') && looksLikeName(normaliseText(above[column] ?? '')),
      );
    if (!isBeneath) {
      rows.push(row);
      continue;
    }
    joined += 1;
    rows[rows.length - 1] = above.map((text, column) =>
      own.includes(column) ? `${text}\n${row[column]}` : text,
    );
    rows.push([]);
  }
  return joined === 0 ? sheet : { ...sheet, rows };
}

interface Door {
  readonly column: number;
  /** What stands before the floor in the words of a room. */
  readonly place: string;
  readonly door: string;
}

/** Floors below a row of doors: 楼层 | 01 | 02, as often as such a row comes again. */
function unfoldDoors(sheet: Sheet): Sheet | null {
  const places: Place[] = [];
  const heads = new Set<number>();
  let first: number | null = null;
  for (let index = 0; index < sheet.rows.length; index += 1) {
    if (first === null && index >= SHOWS_WITHIN) return null;
    const doors = doorsOf(sheet.rows, index);
    if (doors === null) continue;
    const floors = floorsBelow(sheet.rows, index, doors[0]?.column ?? 0);
    if (floors.size < LEAST_FLOORS) continue;
    first ??= index;
    heads.add(index);
    if (doors.some(({ place }) => place !== '')) heads.add(index - 1);
    for (const [row, floor] of floors)
      for (const { column, place, door } of doors) {
        const text = sheet.rows[row]?.[column] ?? '';
        const room = floor + (/\d/.test(door) ? door.padStart(2, '0') : door);
        const rest = withoutRoom(text, room);
        if (rest === null) return null;
        if (rest !== '') places.push({ column, row, room: place + room, text: rest });
      }
    index = Math.max(...floors.keys());
  }
  return first === null ? null : tableOf(sheet, first, heads, places);
}

/** 1001 张三 in the room 1001; null where it says another room. */
function withoutRoom(text: string, room: string): string | null {
  const [own, said = ''] = /^0?(\d{3,4}[A-H]?)(?:室|号|房)?(?:\s*[:：、,，]?\s*)(?!\d)/u.exec(text) ?? [];
  if (own === undefined) return text;
  return said === room ? text.slice(own.length) : null;
}

function doorsOf(rows: Sheet['rows'], index: number): readonly Door[] | null {
  const row = rows[index] ?? [];
  const first = row.findIndex((text) => text !== '');
  const isCornered = first >= 0 && !DOOR.test(row[first] ?? '');
  if (isCornered && !CORNER.test(row[first] ?? '')) return null;
  const cells = row.flatMap((text, column) =>
    text === '' || (isCornered && column === first) ? [] : [{ text, column }],
  );
  // A corner without words is blank, and is there.
  if (cells.length < LEAST_DOORS || (!isCornered && first === 0)) return null;
  const places = placesAbove(rows[index - 1] ?? [], cells);
  const doors: Door[] = [];
  for (const { text, column } of cells) {
    const [, number, letter] = DOOR.exec(normaliseText(text)) ?? [];
    const door = number ?? letter;
    const place = places?.get(column) ?? '';
    if (door === undefined || doors.some((one) => one.door === door && one.place === place)) return null;
    doors.push({ column, place, door });
  }
  return doors;
}

/** The units, or buildings, that stand over the doors; undefined where the row above has other words or one of them alone. */
function placesAbove(
  row: readonly string[],
  doors: readonly { readonly column: number }[],
): ReadonlyMap<number, string> | undefined {
  const from = doors[0]?.column ?? 0;
  const said = row.flatMap((text, column) => {
    const { building, unit } = readPlaceWords(text);
    const words = (building === '' ? '' : `${building}栋`) + (unit === '' ? '' : `${unit}单元`);
    return text === '' || column < from ? [] : [{ column, words }];
  });
  if (new Set(said.map(({ words }) => words)).size < 2 || said.some(({ words }) => words === ''))
    return undefined;
  return new Map(
    doors.map(({ column }) => [column, said.findLast((one) => one.column <= column)?.words ?? '']),
  );
}

/** Of the rows below the doors, the floor of each, as long as they go up or down. */
function floorsBelow(rows: Sheet['rows'], head: number, firstDoor: number): ReadonlyMap<number, string> {
  const floors = new Map<number, string>();
  let before = 0;
  let step = 0;
  for (let row = head + 1; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    if (cells.length === 0) continue;
    const floor = floorOf(cells.slice(0, firstDoor).find((text) => text !== '') ?? '');
    const goes = floor === null || before === 0 ? step : Math.sign(floor - before);
    if (floor === null || (goes === 0) !== (before === 0) || (step !== 0 && goes !== step)) break;
    floors.set(row, String(floor));
    step = goes;
    before = floor;
  }
  return floors;
}

function floorOf(text: string): number | null {
  const said = FLOOR.exec(normaliseText(text))?.[1];
  if (said === undefined) return null;
  return Number(hanNumber(said) ?? said) || null;
}

/** Rows of rooms, each over a row of whoever lives there. */
function unfoldPairs(sheet: Sheet): Sheet | null {
  const places: Place[] = [];
  const heads = new Set<number>();
  let first: number | null = null;
  for (const [index, row] of sheet.rows.entries()) {
    if (first === null && index >= SHOWS_WITHIN) return null;
    const rooms = row.flatMap((text, column) => {
      const room = ROOM.exec(normaliseText(text))?.[1];
      return room === undefined ? [] : [{ column, room }];
    });
    const others = row.filter((text) => text !== '').length - rooms.length;
    if (rooms.length < LEAST_DOORS || others > 1) continue;
    const below = sheet.rows[index + 1] ?? [];
    const own = rooms.map(({ column }) => below[column] ?? '');
    if (!own.some((text) => text !== '') || own.some((text) => ROOM.test(text))) return null;
    first ??= index;
    heads.add(index);
    for (const { column, room } of rooms) {
      const text = below[column] ?? '';
      places.push({ column, row: index + 1, room, text: text === '' ? VACANT : text });
    }
  }
  return first === null || heads.size < LEAST_FLOORS ? null : tableOf(sheet, first, heads, places);
}
const VACANT = '空置';

/** Names where they stood, and behind all columns their rooms. Null where too many cells are neither. */
function tableOf(
  sheet: Sheet,
  header: number,
  heads: ReadonlySet<number>,
  places: readonly Place[],
): Sheet | null {
  if (places.filter(({ text }) => isSomebody(text)).length < places.length * LEAST_READ) return null;
  const columns = [...new Set(places.map(({ column }) => column))].sort((a, b) => a - b);
  const width = Math.max(...sheet.rows.map((row) => row.length));
  const roomColumn = (column: number): number => width + columns.indexOf(column);
  const rows: string[][] = sheet.rows.map((row, index) => (heads.has(index) ? [] : [...row]));
  rows[header] = Array.from({ length: width + columns.length }, (_, column) =>
    column >= width ? '房号' : columns.includes(column) ? '姓名' : '',
  );
  const filled = new Set<number>();
  for (const { row, column, room, text } of places) {
    const cells = filled.has(row)
      ? (rows[row] ?? [])
      : Array.from({ length: width + columns.length }, () => '');
    filled.add(row);
    cells[column] = text;
    cells[roomColumn(column)] = room;
    rows[row] = cells;
  }
  return { ...sheet, rows };
}

const isSomebody = (text: string): boolean =>
  isPlaceholder('name', text) ||
  vacancyOf(normaliseText(text)) !== null ||
  looksLikeName(namesIn(normaliseText(text.replaceAll('\n', ' '))));
