/** Reads the room of a row from its parts or from one text, and what stands about the room beside it. */
import { ROOM_ADDRESS_PARTS } from '../../../contract/import/lists.ts';
import { isHanName } from './name-shapes.ts';
import { isPlaceholder, normaliseText } from '../values/normalise.ts';
import { readDate } from './read-date.ts';
import type { RoomPatterns } from '../values/room-pattern.ts';
import { readStatus } from '../values/room-status.ts';
import {
  type ParsedRoom,
  hasMarkWithin,
  isContradicted,
  isRange,
  isUnderstood,
  parseRoom,
  roomFromParts,
} from '../values/room-text.ts';
import { isNamedEstate } from './place-words.ts';
import { type Cell, type RowReading, STRAY_NUMBER, flag, noteForm, textOf } from './row-reading.ts';
import { isMarked, MARKS } from './workbook.ts';

/** A room and the open facts that a row gives of it; a blank cell gives none. */
export interface RoomDraft extends ParsedRoom {
  readonly floor: string | null;
  readonly layout: string | null;
  /** Square metres: built, within the walls, common. */
  readonly area: number | null;
  readonly innerArea: number | null;
  readonly sharedArea: number | null;
  readonly usage: string | null;
  readonly totalFloors: number | null;
  readonly status: string | null;
  /** YYYY-MM-DD. */
  readonly deliveredOn: string | null;
}

/** What the first of two numbers of a room is, where its building is known besides: 2-1801. */
export type TwoParts = 'building' | 'unit';
/** Longest word that is kept of floor, layout and status. */
const LONGEST_FACT = 40;
/** Larger than any flat or shop, in square metres. */
const LARGEST_AREA = 1_000_000;
const AREA = /^(\d{1,7}(?:\.\d+)?)\s*(?:㎡|m2|m²|平方米|平米|平方|平)?$/iu;
/** 302、312: whose row it is, nobody can tell of one room. */
const TWO_ROOMS = /\d{3,}[^\d]{0,2}[、,;&/和及][^\d]{0,4}\d{3,}/u;
/** As a file of text has it. */
const A_DAY = /^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}$/;
/** A room column that holds the whole address: 3-2-1801, 3栋1801. */
const WHOLE_ADDRESS = /[-－—#＃栋幢座楼]|单元/;

/** Null where the row names no room. Flags with `room-not-understood` what is a date, a long number, or no room at all. */
export type RoomReader = (reading: RowReading) => RoomDraft | null;

/** The rooms of rows in their order. What a family's rows all say of their room is understood once. */
export function createRoomReader(patterns: RoomPatterns, twoParts: TwoParts, areUsual = false): RoomReader {
  let before: Understood | null = null;
  return (reading) => {
    const said = saidOf(reading);
    if (before === null || !isSame(before.said, said))
      before = { said, ...understand(reading, said, patterns, twoParts) };
    const room = readRoom(reading, before);
    if (areUsual && room !== null && !isUnderstood(room)) flagRoom(reading);
    return room;
  };
}

interface SaidCell extends Cell {
  readonly part: (typeof ROOM_ADDRESS_PARTS)[number];
}

/** What the cells of an address say by their words alone. */
interface Understood {
  readonly said: readonly SaidCell[];
  /** The first of them that is no part of a room. */
  readonly stray: SaidCell | undefined;
  readonly parsed: ParsedRoom | null;
  readonly isDoubtful: boolean;
}

function saidOf({ cells }: RowReading): readonly SaidCell[] {
  const said: SaidCell[] = [];
  for (const part of ROOM_ADDRESS_PARTS)
    for (const { text, column } of cells.get(part) ?? []) said.push({ part, text, column });
  return said;
}

const isSame = (before: readonly SaidCell[], said: readonly SaidCell[]): boolean =>
  before.length === said.length &&
  said.every(({ part, text, column }, at) => {
    const one = before[at];
    return one?.text === text && one.part === part && one.column === column;
  });

function understand(
  reading: RowReading,
  said: readonly SaidCell[],
  patterns: RoomPatterns,
  twoParts: TwoParts,
): Omit<Understood, 'said'> {
  const stray = said.find(({ part, text }) => isStray(part, normaliseText(text)));
  const parsed = stray === undefined ? parsePlace(reading, patterns, twoParts) : null;
  return { stray, parsed, isDoubtful: parsed !== null && isDoubtful(reading, parsed) };
}

const isStray = (part: SaidCell['part'], line: string): boolean =>
  STRAY_NUMBER.test(line) || (part !== 'estate' && (A_DAY.test(line) || TWO_ROOMS.test(line)));

function readRoom(reading: RowReading, { said, stray, parsed, isDoubtful }: Understood): RoomDraft | null {
  for (const cell of said) {
    noteForm(reading, cell.text, cell.column);
    // 3-2 typed into a spreadsheet becomes the second of March; nobody can tell any more which it was.
    if (cell === stray || isMarked(reading.sheet, reading.index, cell.column, MARKS.date)) {
      flag(reading, cell.column, 'room-not-understood');
      return null;
    }
  }
  if (parsed === null) return null;
  if (isDoubtful) {
    flagRoom(reading);
    return null;
  }
  keepBeside(reading);
  return {
    ...parsed,
    floor: FLOOR_OF.exec(factOf(reading, 'floor') ?? '')?.[1] ?? factOf(reading, 'floor'),
    layout: factOf(reading, 'layout'),
    area: areaOf(reading, 'area'),
    innerArea: areaOf(reading, 'innerArea'),
    sharedArea: areaOf(reading, 'sharedArea'),
    usage: usageOf(reading),
    totalFloors: floorsOf(reading),
    status: statusOf(reading),
    deliveredOn: deliveredOn(reading),
  };
}

function flagRoom(reading: RowReading): void {
  for (const part of ['room', 'roomText', 'unitRoom'] as const)
    for (const { column } of reading.cells.get(part) ?? []) flag(reading, column, 'room-not-understood');
}

/** Words in brackets behind a room: 1-1-301（复式）. */
const WITH_WORDS = /^([^（(]+)[（(]([^（()）]{1,16})[)）]$/u;

function keepBeside({ cells, leftOver }: RowReading): void {
  const [cell] = cells.get('room') ?? cells.get('roomText') ?? [];
  const whole = normaliseText(cell?.text ?? '');
  const words = WITH_AREA.test(whole) ? undefined : WITH_WORDS.exec(whole)?.[2];
  if (words !== undefined) leftOver.push(words);
}

/** A room that its columns contradict, that still has marks within, that is cut from words in Latin letters, or is a name. */
function isDoubtful(reading: RowReading, parsed: ParsedRoom): boolean {
  if (isUnderstood(parsed)) {
    const [building, unit] = (['building', 'unit'] as const).map((part) =>
      (reading.cells.get(part) ?? []).some(({ column }) => column >= 0) ? partOf(reading, part) : '',
    ) as [string, string];
    const room = partOf(reading, 'room') || partOf(reading, 'roomText') || partOf(reading, 'unitRoom');
    return hasMarkWithin(parsed) || isContradicted(building, unit, room);
  }
  return /[A-Za-z]{3}/.test(parsed.room) || isHanName(parsed.room);
}

const BUILDING_ON = /((?:[A-Z]{0,2}\d{1,3}[A-Z]?|[A-Z]{1,2})(?:号楼|#楼?|栋|幢|座).{1,20})$/u;

/** 某路18号南山雅居1栋: the estate stands between the number in the street and the building. */
const BEHIND_STREET = /[路街巷道]\d{1,5}号(?:院)?[\s,，(（]*(\p{Script=Han}{2,10})[\s,，)）]*$/u;

/** As `parseRoom`; of an address with street and estate before it, which that keeps as it is, the part from the building on. */
export function parseAddress(text: string, patterns: RoomPatterns): ParsedRoom | null {
  const whole = parseRoom(text, patterns);
  if (whole === null || isUnderstood(whole)) return whole;
  const address = normaliseText(text).toUpperCase();
  const end = BUILDING_ON.exec(address)?.[1];
  const parsed = end === undefined ? null : parseRoom(end, patterns);
  if (end === undefined || parsed === null || !isUnderstood(parsed)) return whole;
  const estate = BEHIND_STREET.exec(address.slice(0, -end.length))?.[1];
  return estate === undefined || parsed.estate !== ''
    ? parsed
    : roomFromParts({ ...parsed, estate }, patterns);
}

/** The first of the two numbers of a room such as 2-1801; null for any other text. */
export const firstOfTwo = (text: string): string | null => twoOf(text)?.[1] ?? null;

/** 901-903 is one room over several. */
function twoOf(text: string): RegExpExecArray | null {
  const found = TWO_PARTS.exec(normaliseText(text));
  return found === null || isRange(found[1] ?? '', found[2] ?? '') ? null : found;
}

const TWO_PARTS = /^([A-Z]{0,2}\d{1,3}[A-Z]?)[-－—/]([A-Z]?\d{2,5}[A-Z]?)(?:室|房|号)?$/iu;

/** 101（125㎡）: a room with its area. */
const WITH_AREA = /^(.+?)\s*[（(]\s*(\d{1,6}(?:\.\d+)?)\s*(?:㎡|m2|m²|平方米|平米|平)\s*[)）]$/iu;

function parsePlace(reading: RowReading, patterns: RoomPatterns, twoParts: TwoParts): ParsedRoom | null {
  const [region, building, unit, room, roomText, unitRoom] = ROOM_ADDRESS_PARTS.map((part) =>
    partOf(reading, part),
  ) as [string, string, string, string, string, string];
  const estate = estateIn(region, patterns);
  const own = twoOf(room || roomText || unitRoom);
  // Room and unit both say the unit: 2单元, 2-1801.
  if (own !== null && building !== '' && unit !== '' && bareNumber(unit) === bareNumber(own[1] ?? ''))
    return roomFromParts({ estate, building, unit, room: own[2] ?? '' }, patterns);
  const inUnit = unitRoom === '' && twoParts === 'unit' && building !== '' ? room || roomText : unitRoom;
  const parts = inUnit === '' ? null : twoOf(inUnit);
  if (parts !== null)
    return roomFromParts({ estate, building, unit: parts[1] ?? unit, room: parts[2] ?? '' }, patterns);
  if (room !== '' && (building !== '' || !WHOLE_ADDRESS.test(room)))
    return roomFromParts({ estate, building, unit, room }, patterns);
  const text = room || roomText || unitRoom;
  if (text === '') return null;
  const whole = parseAddress(text, patterns);
  if (whole === null) return null;
  // A room that names its building itself is where it says.
  if (whole.building === '' && isUnderstood(whole) && (building !== '' || (unit !== '' && whole.unit === '')))
    return roomFromParts(
      { estate: whole.estate || estate, building, unit: whole.unit || unit, room: whole.room },
      patterns,
    );
  if (building !== '' && whole.unit === '' && isUnderstood(whole) && twoOf(text) !== null)
    return roomFromParts({ estate, building, unit, room: text }, patterns);
  // 一期 within the room, and the estate in its column.
  const isPart = whole.estate !== '' && !isNamedEstate(whole.estate) && isNamedEstate(estate);
  if (estate === '' || (whole.estate !== '' && !isPart) || !isUnderstood(whole)) return whole;
  return roomFromParts(
    {
      estate: estate.includes(whole.estate) ? estate : estate + whole.estate,
      building: whole.building,
      unit: whole.unit || unit,
      room: whole.room,
    },
    patterns,
  );
}

/** 金沙苑1幢1单元101室 beside building and room: its estate. */
function estateIn(text: string, patterns: RoomPatterns): string {
  const whole = /\d/.test(text) ? parseAddress(text, patterns) : null;
  return whole !== null && isUnderstood(whole) && whole.building !== '' && whole.room !== ''
    ? whole.estate
    : text;
}

/** 5栋, 05 and 5 are one building. */
export const bareNumber = (text: string): string =>
  normaliseText(text)
    .replace(/号楼|单元|[栋幢座楼号门#]/gu, '')
    .replace(/^0+(?=\d)/, '')
    .toUpperCase();

/** Estate and part of it, in the order of their columns, where neither says the other. */
const estateOf = ({ cells }: RowReading): string =>
  (cells.get('estate') ?? []).reduce(
    (whole, { text }) => (whole.includes(text) ? whole : text.includes(whole) ? text : whole + text),
    '',
  );

const partOf = (reading: RowReading, part: (typeof ROOM_ADDRESS_PARTS)[number]): string => {
  const whole = normaliseText(part === 'estate' ? estateOf(reading) : textOf(reading, part));
  if (whole === '') return '';
  const text = /[(（]/u.test(whole)
    ? ((WITH_AREA.exec(whole) ?? WITH_WORDS.exec(whole))?.[1] ?? whole)
    : whole;
  return isPlaceholder('remark', text) ? '' : text;
};

function statusOf(reading: RowReading): string | null {
  const text = factOf(reading, 'status');
  return text === null ? null : readStatus(text);
}

/** Facts of a room are open to every session, so a column that holds numbers of people in their place is not taken. */
function factOf(reading: RowReading, part: 'floor' | 'layout' | 'status' | 'usage'): string | null {
  const text = normaliseText(textOf(reading, part));
  return text === '' || text.length > LONGEST_FACT || STRAY_NUMBER.test(text) || isPlaceholder('remark', text)
    ? null
    : text;
}

/** The area that stands in one cell with the room. */
function besideRoom(reading: RowReading): readonly Cell[] {
  const [cell] = reading.cells.get('room') ?? reading.cells.get('roomText') ?? [];
  const area = cell === undefined ? undefined : WITH_AREA.exec(normaliseText(cell.text))?.[2];
  return cell === undefined || area === undefined ? [] : [{ text: area, column: cell.column }];
}

/** 3/11, 第3层/共11层: a floor, and how many there are. */
const FLOOR_OF = /^第?(-?\d{1,3})[层楼]?\s*[/／]\s*(?:总|共)?(\d{1,3})层?$/u;

/** Codes of a system say nothing to anybody. */
function usageOf(reading: RowReading): string | null {
  const text = factOf(reading, 'usage');
  return text !== null && /\p{L}/u.test(text) ? text : null;
}

function floorsOf(reading: RowReading): number | null {
  const said = /^(\d{1,3})层?$/u.exec(normaliseText(textOf(reading, 'totalFloors')));
  const floors = Number(said?.[1] ?? FLOOR_OF.exec(factOf(reading, 'floor') ?? '')?.[2] ?? 0);
  return floors >= 1 && floors <= 200 ? floors : null;
}

function deliveredOn(reading: RowReading): string | null {
  const [cell] = reading.cells.get('deliveredOn') ?? [];
  if (cell === undefined || isPlaceholder('remark', cell.text)) return null;
  const day = readDate(cell.text);
  if (day === null) flag(reading, cell.column, 'date-not-valid');
  return day;
}

function areaOf(reading: RowReading, part: 'area' | 'innerArea' | 'sharedArea'): number | null {
  const [cell] = reading.cells.get(part) ?? (part === 'area' ? besideRoom(reading) : []);
  const text = normaliseText(cell?.text ?? '').replaceAll(',', '');
  if (cell === undefined || isPlaceholder('remark', text) || Number(text) === 0) return null;
  const number = AREA.exec(text)?.[1];
  const area = number === undefined ? 0 : Number(number);
  if (area > 0 && area < LARGEST_AREA) return area;
  flag(reading, cell.column, 'area-not-valid');
  return null;
}
