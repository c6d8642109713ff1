/** Compares where the sheets of a workbook are, with one another and with the rooms on record: what none of them says is asked, as are sheets with the same rooms of other people. */
import { MAX_ESTATES, PLACE_PARTS, ROOM_ADDRESS_PARTS } from '../../../contract/import/lists.ts';
import type { ColumnTarget, Place, WorkbookSheet } from '../../../contract/import/views.ts';
import { NO_PATTERNS } from '../values/room-pattern.ts';
import type { EstatesOnRecord } from './estates.ts';
import { isRoomTarget } from './map-columns.ts';
import { NOWHERE, isNamedEstate } from './place-words.ts';
import { parseAddress } from './read-room.ts';
import type { Sheet, Workbook } from './workbook.ts';

/**
 * Says of each sheet in which estate its rooms are that do not say it themselves: as its title does, else as the one other sheet with an estate,
 * else the one of the rooms on record. Where none of them tells it is asked, once for all such sheets, and nothing is guessed: rooms of
 * two estates would be one.
 */
export function settleEstates(
  workbook: Workbook,
  sheets: readonly WorkbookSheet[],
  record: EstatesOnRecord,
): readonly WorkbookSheet[] {
  const named = new Set(sheets.map(({ place }) => place.estate).filter(isNamedEstate));
  let isAsked = false;
  return sheets.map((sheet, index) => {
    if (!sheet.columns.some(({ target }) => isRoomTarget(target))) return sheet;
    if (namesEstates(workbook.sheets[index], sheet))
      return isNamedEstate(sheet.place.estate) ? withEstate(sheet, '', sheet.placeFrom) : sheet;
    const said = sheet.place.estate || (named.size === 1 ? [...named].join('') : '');
    const from = said === sheet.place.estate ? sheet.placeFrom : 'workbook';
    const settled = settleEstate(said, record, named.size > 1);
    const placed = withEstate(sheet, settled.estate, settled.estate === said ? from : 'records');
    if (!settled.asks || isAsked) return placed;
    isAsked = true;
    const choices = [...new Set([...record.ofRooms, ...named, ...(said === '' ? [] : [said])])].sort();
    return { ...placed, asks: [...placed.asks, 'estate'], estates: choices.slice(0, MAX_ESTATES) };
  });
}

const withEstate = (
  sheet: WorkbookSheet,
  estate: string,
  placeFrom: WorkbookSheet['placeFrom'],
): WorkbookSheet => ({ ...sheet, place: { ...sheet.place, estate }, placeFrom });

interface Settled {
  readonly estate: string;
  readonly asks: boolean;
}

/** `said` is empty where the workbook says nothing; `isOneOfSeveral`: it says several of its other sheets. */
function settleEstate(said: string, { ofRooms, served }: EstatesOnRecord, isOneOfSeveral: boolean): Settled {
  const named = ofRooms.filter((estate) => estate !== '');
  const hasBare = ofRooms.includes('');
  if (said === '') {
    if (named.length === 0) return { estate: '', asks: isOneOfSeveral };
    const [only = ''] = named;
    return named.length === 1 && !hasBare && !isOneOfSeveral
      ? { estate: only, asks: false }
      : { estate: '', asks: true };
  }
  if (!hasBare || named.includes(said)) return { estate: said, asks: false };
  // Rooms on record without an estate are in the one that the company serves.
  return named.length === 0
    ? { estate: '', asks: served.length !== 1 || served[0] !== said }
    : { estate: said, asks: true };
}

/** Whether rows or lines say in which estate they are. */
function namesEstates(sheet: Sheet | undefined, { headerRow, columns, lines }: WorkbookSheet): boolean {
  if (columns.some(({ target, sample }) => target === 'estate' && sample !== '')) return true;
  if (lines.first.some(({ estate }) => estate !== '')) return true;
  const room = columns.find(({ target }) => isRoomTarget(target))?.index ?? -1;
  const texts = (sheet?.rows ?? [])
    .slice(headerRow ?? 0, (headerRow ?? 0) + COMPARED)
    .flatMap((row) => row[room] || []);
  const own = texts.filter((text) => (parseAddress(text, NO_PATTERNS)?.estate ?? '') !== '');
  return own.length * 2 > texts.length;
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
