/** Reads the room of a row from its parts or from one text, and what stands about the room beside it. */
import { isPlaceholder, normaliseText } from '../values/normalise.ts';
import type { RoomPatterns } from '../values/room-pattern.ts';
import { readStatus } from '../values/room-status.ts';
import { type ParsedRoom, parseRoom, roomFromParts } from '../values/room-text.ts';
import { type RowReading, STRAY_NUMBER, noteForm, reject, textOf } from './row-reading.ts';
import { isMarked, MARKS } from './workbook.ts';

/** A room and the open facts that a row gives of it; a blank cell gives none. */
export interface RoomDraft extends ParsedRoom {
  readonly floor: string | null;
  readonly layout: string | null;
  /** Square metres. */
  readonly area: number | null;
  readonly status: string | null;
}

const PLACE_PARTS = ['estate', 'building', 'unit', 'room', 'roomText'] as const;
/** Longest word that is kept of floor, layout and status. */
const LONGEST_FACT = 40;
/** Larger than any flat or shop, in square metres. */
const LARGEST_AREA = 1_000_000;
/** A room column that holds the whole address: 3-2-1801, 3栋1801. */
const WHOLE_ADDRESS = /[-－—#＃栋幢座楼]|单元/;

/** Null where the row names no room. Rejects with `room-not-understood` what is a date, a long number, or no room at all. */
export function readRoom(reading: RowReading, patterns: RoomPatterns): RoomDraft | null {
  for (const part of PLACE_PARTS) {
    for (const { text, column } of reading.cells.get(part) ?? []) {
      noteForm(reading, text, column);
      // 3-2 typed into a spreadsheet becomes the second of March; nobody can tell any more which it was.
      if (
        isMarked(reading.sheet, reading.index, column, MARKS.date) ||
        STRAY_NUMBER.test(normaliseText(text))
      )
        reject(reading, 'room-not-understood');
    }
  }
  const room = partOf(reading, 'room');
  const roomText = partOf(reading, 'roomText');
  if (room === '' && roomText === '') return null;
  const parsed = parsePlace(reading, patterns, room, roomText);
  if (parsed === null) {
    reject(reading, 'room-not-understood');
    return null;
  }
  return {
    ...parsed,
    floor: factOf(reading, 'floor'),
    layout: factOf(reading, 'layout'),
    area: areaOf(reading),
    status: statusOf(reading),
  };
}

function parsePlace(
  reading: RowReading,
  patterns: RoomPatterns,
  room: string,
  roomText: string,
): ParsedRoom | null {
  const [estate, building, unit] = [
    partOf(reading, 'estate'),
    partOf(reading, 'building'),
    partOf(reading, 'unit'),
  ];
  if (room !== '' && (building !== '' || !WHOLE_ADDRESS.test(room)))
    return roomFromParts({ estate, building, unit, room }, patterns);
  const whole = parseRoom(room === '' ? roomText : room, patterns);
  if (whole === null || estate === '' || whole.estate !== '') return whole;
  return roomFromParts({ estate, building: whole.building, unit: whole.unit, room: whole.room }, patterns);
}

const partOf = (reading: RowReading, part: (typeof PLACE_PARTS)[number]): string => {
  const text = normaliseText(textOf(reading, part));
  return isPlaceholder('remark', text) ? '' : text;
};

function statusOf(reading: RowReading): string | null {
  const text = factOf(reading, 'status');
  return text === null ? null : readStatus(text);
}

/** Facts of a room are open to every session, so a column that holds numbers of people in their place is not taken. */
function factOf(reading: RowReading, part: 'floor' | 'layout' | 'status'): string | null {
  const text = normaliseText(textOf(reading, part));
  return text === '' || text.length > LONGEST_FACT || STRAY_NUMBER.test(text) || isPlaceholder('remark', text)
    ? null
    : text;
}

function areaOf(reading: RowReading): number | null {
  const number = /^(\d{1,7}(?:\.\d+)?)/.exec(normaliseText(textOf(reading, 'area')).replaceAll(',', ''))?.[1];
  const area = number === undefined ? 0 : Number(number);
  return area > 0 && area < LARGEST_AREA ? area : null;
}
