/** Reads what a row says of vehicles and parking spaces: open to a session, so a number that may be somebody's goes into the sealed remark. */
import type { SpaceKind } from '../../../contract/fields.ts';
import { type CarPart, MAX_ROW_SPACES } from '../../../contract/import/lists.ts';
import { toOneLine } from '../../../contract/one-line.ts';
import { isPlaceholder, normaliseCode } from '../values/normalise.ts';
import { readDate, readSpan } from './read-date.ts';
import { type RowReading, STRAY_NUMBER, flag, textOf } from './row-reading.ts';

export interface VehicleDraft {
  readonly plate: string;
  readonly brand: string | null;
  readonly colour: string | null;
  readonly vehicleKind: string | null;
}

export interface SpaceDraft {
  readonly code: string;
  readonly carPark: string | null;
  /** Null where the row does not say. */
  readonly spaceKind: SpaceKind | null;
  readonly from: string | null;
  readonly until: string | null;
  /** Of the vehicle that stands there. */
  readonly plate: string | null;
}

/** As long as the forms take (contract/records/requests.ts). */
const LONGEST_WORD = 40;
const BETWEEN = /[,，;；、|\n]+/;
const DETAILS = ['brand', 'colour', 'vehicleKind'] as const;
const SPACE_PARTS = ['carPark', 'spaceCode', 'spaceKind', 'spaceFrom', 'spaceUntil'] as const;
const NONE: readonly SpaceDraft[] = [];

/** A detail is a vehicle's by position where there are as many as plates; with one plate all of it is that one's. */
export function readVehicles(reading: RowReading, plates: readonly string[]): readonly VehicleDraft[] {
  if (!DETAILS.some((part) => reading.cells.has(part)))
    return plates.map((plate) => ({ plate, brand: null, colour: null, vehicleKind: null }));
  const [brand, colour, vehicleKind] = DETAILS.map((part) => wordsFor(reading, part, plates.length)) as [
    Words,
    Words,
    Words,
  ];
  return plates.map((plate, at) => ({
    plate,
    brand: brand[at] ?? null,
    colour: colour[at] ?? null,
    vehicleKind: vehicleKind[at] ?? null,
  }));
}

/** Spaces of a row. Details of a space apply to each that the row names; its vehicle is the row's only one, or matched by position. */
export function readSpaces(reading: RowReading, plates: readonly string[]): readonly SpaceDraft[] {
  if (!SPACE_PARTS.some((part) => reading.cells.has(part))) return NONE;
  const codes = [
    ...new Set(
      (reading.cells.get('spaceCode') ?? [])
        .flatMap(({ text }) => text.split(BETWEEN))
        .flatMap((text) => takeWord(reading, text) ?? []),
    ),
  ].slice(0, MAX_ROW_SPACES);
  const carPark = takeWord(reading, textOf(reading, 'carPark'));
  const saidKind = takeWord(reading, textOf(reading, 'spaceKind'));
  const term = termOfSpace(reading);
  const from = readDay(reading, 'spaceFrom') ?? term?.from ?? null;
  const end = readDay(reading, 'spaceUntil') ?? term?.until ?? null;
  const until = from !== null && end !== null && end < from ? null : end;
  if (until !== end) reading.notes.add('space-date-not-valid');
  if (codes.length === 0) {
    if ([carPark, saidKind, from, until].some((said) => said !== null))
      reading.notes.add('car-detail-unclear');
    return [];
  }
  const spaceKind = readSpaceKind(saidKind ?? '');
  if (spaceKind === null) reading.notes.add('space-kind-assumed');
  const plateOf = (at: number): string | null =>
    (plates.length === 1 ? plates[0] : plates.length === codes.length ? plates[at] : null) ?? null;
  return codes.map((code, at) => ({ code, carPark, spaceKind, from, until, plate: plateOf(at) }));
}

/** 合同起讫时间 of a list of spaces, in which no tenant of a room stands. */
export function termOfSpace({ cells }: RowReading): ReturnType<typeof readSpan> {
  const [term] = cells.get('leaseTerm') ?? [];
  const isOfRoom = (['area', 'tenantName', 'occupantName', 'relation'] as const).some((part) =>
    cells.has(part),
  );
  return term === undefined || isOfRoom || !cells.has('spaceCode') ? null : readSpan(term.text);
}

/** Null where the text says nothing known. */
function readSpaceKind(text: string): SpaceKind | null {
  const word = normaliseCode(text).toLowerCase();
  if (/临|temporary/.test(word)) return 'temporary';
  if (/租|月保|月卡|lease|rent/.test(word)) return 'leased';
  return /产权|自有|私家|购|买|售|固定|own/.test(word) ? 'owned' : null;
}

type Words = readonly (string | null)[];

function wordsFor(reading: RowReading, part: CarPart, plates: number): Words {
  const text = textOf(reading, part);
  if (text === '') return [];
  if (plates === 1) return [takeWord(reading, text)];
  const words = text.split(BETWEEN).map((word) => takeWord(reading, word));
  if (words.length === plates || words.every((word) => word === null)) return words;
  reading.notes.add('car-detail-unclear');
  return [];
}

/** One line of visible text; null for a blank, and for what is too long or may be a number of somebody's. */
function takeWord(reading: RowReading, text: string): string | null {
  const word = text === '' ? '' : toOneLine(text);
  if (word === '' || isPlaceholder('sex', word)) return null;
  if (word.length <= LONGEST_WORD && !STRAY_NUMBER.test(word)) return word;
  reading.notes.add('car-detail-in-remark');
  reading.leftOver.push(word);
  return null;
}

function readDay(reading: RowReading, part: 'spaceFrom' | 'spaceUntil'): string | null {
  const [cell] = reading.cells.get(part) ?? [];
  if (cell === undefined || isPlaceholder('sex', cell.text)) return null;
  const day = readDate(cell.text);
  if (day !== null) return day;
  reading.notes.add('space-date-not-valid');
  flag(reading, cell.column, 'date-not-valid');
  return null;
}
