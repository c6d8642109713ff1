/** Compares where the sheets of a workbook are: an estate that some of them lack is none, and sheets with the same rooms of other people are asked for theirs. */
import { PLACE_PARTS, ROOM_ADDRESS_PARTS } from '../../../contract/import/lists.ts';
import type { ColumnTarget, Place, WorkbookSheet } from '../../../contract/import/views.ts';
import { isRoomTarget } from './map-columns.ts';
import { NOWHERE, isNamedEstate } from './place-words.ts';
import type { Sheet, Workbook } from './workbook.ts';

/**
 * The name of an estate says nothing where a sheet with rooms has none, since rooms of one sheet would be none of the other's; nor where all have the
 * same: the next list of that estate may not name it, and its rooms would be others.
 */
export function keepCommonEstates(sheets: readonly WorkbookSheet[]): readonly WorkbookSheet[] {
  const isPlaced = ({ columns, place }: WorkbookSheet): boolean =>
    place.estate !== '' ||
    columns.some(({ target }) => target === 'estate') ||
    !columns.some(({ target }) => isRoomTarget(target));
  const named = new Set(sheets.map(({ place }) => place.estate).filter(isNamedEstate));
  if (named.size > 1 && sheets.every(isPlaced)) return sheets;
  return sheets.map((sheet) => {
    const estate = isNamedEstate(sheet.place.estate) ? '' : sheet.place.estate;
    return { ...sheet, place: { ...sheet.place, estate } };
  });
}

/** Sheets with one and the same rooms under other names are in different places, which nobody may guess: they ask for them. */
export function askOfTorn(workbook: Workbook, sheets: readonly WorkbookSheet[]): readonly WorkbookSheet[] {
  const namesOf = sheets.map((sheet, index) => namesByRoom(workbook.sheets[index], sheet));
  const isTorn = (a: number, b: number): boolean => {
    if (a === b || !isSamePlace(sheets[a]?.place, sheets[b]?.place) || whoIn(sheets[a]) !== whoIn(sheets[b]))
      return false;
    const shared = [...(namesOf[a] ?? [])].filter(([room]) => namesOf[b]?.has(room));
    return (
      shared.length > 2 &&
      shared.filter(([room, name]) => namesOf[b]?.get(room) !== name).length * 2 > shared.length
    );
  };
  return sheets.map((sheet, index) =>
    sheet.asks.includes('place') || !sheets.some((_, other) => isTorn(index, other))
      ? sheet
      : { ...sheet, asks: [...sheet.asks, 'place' as const] },
  );
}

/** 业主, 家属: names that say of whom a sheet is may be of the same rooms. */
const whoIn = ({ name = '' }: Partial<WorkbookSheet> = {}): string =>
  (name.match(/家属|家庭|成员|租|共有|同住|亲|业主|户主|住户|[现原前旧]|历史|迁出|搬走/gu) ?? []).join('');

const isSamePlace = (a: Place = NOWHERE, b: Place = NOWHERE): boolean =>
  PLACE_PARTS.every((part) => a[part] === b[part]);

/** Rows of a sheet that are looked at for rooms of others. */
const COMPARED = 150;

/** The name that stands first beside each room, by the cells of the room. */
function namesByRoom(
  sheet: Sheet | undefined,
  { headerRow, columns }: WorkbookSheet,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const rooms = columns.filter(({ target }) => IS_PLACE.has(target));
  const name = columns.find(({ target }) => target === 'name')?.index;
  if (headerRow === null || name === undefined || !rooms.some(({ target }) => isRoomTarget(target)))
    return found;
  const above = new Map<number, string>();
  for (const row of sheet?.rows.slice(headerRow, headerRow + COMPARED) ?? []) {
    for (const { index } of rooms) if ((row[index] ?? '') !== '') above.set(index, row[index] ?? '');
    const room = rooms.map(({ index }) => above.get(index) ?? '').join('\n');
    if ((row[name] ?? '') !== '' && !found.has(room)) found.set(room, row[name] ?? '');
  }
  return found;
}

const IS_PLACE: ReadonlySet<ColumnTarget | null> = new Set<ColumnTarget | null>(ROOM_ADDRESS_PARTS);
