/** Takes a cell that names several rooms apart: 1栋302、312 is a row for each of them, about the same people. */
import type { ColumnTarget } from '../../../contract/import/views.ts';
import { normaliseText } from '../values/normalise.ts';
import type { RowReading } from './row-reading.ts';

const HOLDS_ROOM: readonly ColumnTarget[] = ['roomText', 'room', 'unitRoom'];
/** One number for several rooms is that of none of them. */
const OF_ONE_ROOM: readonly ColumnTarget[] = ['area', 'innerArea', 'sharedArea'];
const BETWEEN = /[、,;&/和及]/u;
/** What stands before the number of a room, and that. */
const FIRST = /^(?<before>(?:.*\D)?)\d{3,4}[A-Z]?(?:室|房|号)?$/iu;
const NUMBER_ALONE = /^\d{3,4}[A-Z]?(?:室|房|号)?$/iu;

/** The row itself where its cell names one room, or cannot be taken apart. What stands before the first room holds for numbers behind it. */
export function splitRooms(reading: RowReading): readonly RowReading[] {
  const target = HOLDS_ROOM.find((one) => reading.cells.has(one));
  const [cell, ...others] = target === undefined ? [] : (reading.cells.get(target) ?? []);
  if (target === undefined || cell === undefined || others.length > 0) return [reading];
  const rooms = roomsIn(normaliseText(cell.text));
  if (rooms.length < 2) return [reading];
  const cells = new Map(reading.cells);
  for (const one of OF_ONE_ROOM) cells.delete(one);
  return rooms.map((text) => ({
    ...reading,
    cells: new Map([...cells, [target, [{ ...cell, text }]]]),
    notes: new Set(reading.notes),
    flags: [...reading.flags],
    leftOver: [...reading.leftOver],
  }));
}

function roomsIn(text: string): readonly string[] {
  const bySpace = text.split(' ');
  if (bySpace.length > 1 && bySpace.every((piece) => (FIRST.exec(piece)?.groups?.['before'] ?? '') !== ''))
    return bySpace;
  const [first = '', ...rest] = text.split(BETWEEN).map((piece) => piece.trim());
  const before = FIRST.exec(first)?.groups?.['before'];
  if (before === undefined || rest.length === 0) return [];
  return rest.every((piece) => NUMBER_ALONE.test(piece) || (before !== '' && FIRST.test(piece)))
    ? [first, ...rest.map((piece) => (NUMBER_ALONE.test(piece) ? before + piece : piece))]
    : [];
}
