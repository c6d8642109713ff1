/** Understands a sheet as a whole: its headings, its rows, where its rooms are and what its columns hold, and says what has to be asked of it. */
import type { SheetAsk } from '../../../contract/import/lists.ts';
import type { ColumnTarget, Place, WorkbookSheet } from '../../../contract/import/views.ts';
import { type Columns, isAsAbove } from './row-reading.ts';
import { NO_PATTERNS } from '../values/room-pattern.ts';
import { contentOf } from './column-content.ts';
import { NO_HEADER, type Table, headRowsOf, headsOf, placesOver, readTable, widthOf } from './find-table.ts';
import { looksLikeName } from './name-shapes.ts';
import { type ColumnGuess, guessColumns, guessHeadless, isRoomTarget } from './map-columns.ts';
import { parseAddress } from './read-room.ts';
import { readRoomAndName } from './room-and-name.ts';
import {
  NOWHERE,
  bareBuilding,
  isNamedEstate,
  isSomewhere,
  namedEstate,
  readPlaceWords,
} from './place-words.ts';
import type { Sheet } from './workbook.ts';

export interface UnderstoodSheet {
  /** Of each column; with the words of its groups. */
  readonly heads: readonly string[];
  readonly headRows: number;
  readonly table: Table;
  readonly columns: readonly ColumnGuess[];
  readonly place: Place;
  readonly placeFrom: WorkbookSheet['placeFrom'];
  readonly asks: readonly SheetAsk[];
}

/** Where its columns went before. */
interface Mapped {
  readonly targets: Columns;
}

/** Whether a sheet without headings is a list all the same, by the cells of its columns: somebody and their room. */
export function isHeadlessList(sheet: Sheet): boolean {
  const { columns, table } = understandSheet(sheet, NO_HEADER, null);
  const first = sheet.rows[table.rows[0] ?? 0] ?? [];
  const name = columns.findIndex(({ target }) => target === 'name');
  const room = columns.findIndex(({ target }) => isRoomTarget(target));
  // A first row of words is one of headings that nobody knows.
  // One below the other in a chat, under a line that asks for them.
  const isChain = widthOf(sheet) === 1 && room !== -1 && columns[room]?.sure === true;
  return (
    isChain ||
    readRoomAndName(first[room] ?? '') !== null ||
    (looksLikeName(first[name] ?? '') && /\d/.test(first[room] ?? ''))
  );
}

/** Rows looked at to tell whether rooms name their building. */
const LOOKED_AT = 150;

/** With the row `header` (from 0; NO_HEADER for none) as the last of its headings; its columns as `layout` says where there is one. */
export function understandSheet(sheet: Sheet, header: number, layout: Mapped | null): UnderstoodSheet {
  const table = readTable(sheet, header);
  const heads = headsOf(sheet, header);
  const headRows = header === NO_HEADER ? 0 : headRowsOf(sheet, header);
  const width = Math.max(heads.length, widthOf(sheet));
  // Another list below has headings of its own.
  const own = table.rows.filter((row) => row < (table.heads[0] ?? Infinity));
  const contents = Array.from({ length: width }, (_, column) => contentOf(sheet, own, column));
  const columns =
    header === NO_HEADER
      ? guessHeadless(contents)
      : layout === null
        ? guessColumns(heads, contents)
        : asBefore(layout, width);
  const { place, placeFrom, isPlain } = placeOf(
    sheet,
    header === NO_HEADER ? (table.rows[0] ?? 0) : header - headRows + 1,
    table,
  );
  const asks: SheetAsk[] = [];
  if (columns.some(({ sure }) => !sure)) asks.push('columns');
  if (!columns.some(({ target }) => isRoomTarget(target))) asks.push('rooms');
  else if (!isPlain && placesOver(sheet, header) === null && lacksBuilding(sheet, table, columns))
    asks.push('place');
  return { heads, headRows, table, columns, place, placeFrom, asks };
}

function asBefore({ targets }: Mapped, width: number): readonly ColumnGuess[] {
  const known = new Map(targets.map(({ index, target }) => [index, target]));
  return Array.from({ length: width }, (_, index) => ({ target: known.get(index) ?? null, sure: true }));
}

function placeIn(text: string): Place {
  const place = readPlaceWords(text);
  const named = isNamedEstate(place.estate) ? '' : namedEstate(text);
  return named === '' ? place : { ...place, estate: named + place.estate };
}

/** What the titles and the name of the sheet say; what lines between its rows say comes with the rows. */
function placeOf(
  sheet: Sheet,
  firstHead: number,
  { lines }: Table,
): Pick<UnderstoodSheet, 'place' | 'placeFrom'> & { readonly isPlain: boolean } {
  const named = placeIn(sheet.name);
  const titles = sheet.rows
    .slice(0, Math.max(0, firstHead))
    .flatMap((row) => [...new Set(row)])
    .map(placeIn)
    .filter(isSomewhere);
  const buildings = new Set(titles.map(({ building }) => building).filter((building) => building !== ''));
  const title = titles.reduce(
    (all, one) => ({
      estate: all.estate || one.estate,
      building: buildings.size === 1 ? all.building || one.building : '',
      unit: all.unit || one.unit,
    }),
    NOWHERE,
  );
  const differ = named.building !== '' && title.building !== '' && named.building !== title.building;
  const place = {
    estate: named.estate || title.estate,
    building: named.building || title.building,
    unit: named.unit || (named.building !== '' && title.building === '' ? '' : title.unit),
  };
  if (place.building !== '')
    return { place, placeFrom: named.building === '' ? 'title' : 'name', isPlain: !differ };
  if (lines.some((line) => line.place.building !== '')) return { place, placeFrom: 'lines', isPlain: true };
  const bare = bareBuilding(sheet.name);
  if (bare !== '') return { place: { ...place, building: bare }, placeFrom: 'name', isPlain: false };
  return {
    place,
    placeFrom: isSomewhere(place) ? (isSomewhere(named) ? 'name' : 'title') : null,
    isPlain: false,
  };
}

/** 1#101 says that its number is a building's, whatever its heading. */
const IN_BUILDING = /^[A-Z]{0,2}\d{1,3}(?:号楼|[#＃栋幢座])/iu;

/** Whether many of its rooms name no building: neither in a column of its own nor within the room. */
function lacksBuilding({ rows }: Sheet, table: Table, columns: readonly ColumnGuess[]): boolean {
  const indexOf = (test: (target: ColumnTarget | null) => boolean): number =>
    columns.findIndex(({ target }) => test(target));
  const building = indexOf((target) => target === 'building');
  const room = indexOf(isRoomTarget);
  const isUnitFirst = columns[room]?.target === 'unitRoom';
  let rooms = 0;
  let without = 0;
  for (const index of table.rows.slice(0, LOOKED_AT)) {
    const text = rows[index]?.[room] ?? '';
    if (text === '' || isAsAbove(text)) continue;
    rooms += 1;
    if (building !== -1 && (rows[index]?.[building] ?? '') !== '') continue;
    const parsed = parseAddress(readRoomAndName(text)?.room ?? text, NO_PATTERNS);
    if (
      parsed !== null &&
      (parsed.building === '' || (isUnitFirst && parsed.unit === '' && !IN_BUILDING.test(text)))
    )
      without += 1;
  }
  return building === -1 ? without * 2 > rooms : without === rooms && rooms > 0;
}
