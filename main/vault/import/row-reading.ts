/** One row in the course of being read: its mapped cells, what is noticed, and the first thing that is wrong with it. */
import {
  CAR_PARTS,
  type FlagReason,
  PLACE_PARTS,
  type RejectReason,
} from '../../../contract/import/lists.ts';
import { OWN_SEALED_FIELD_IDS, type SealedFieldId } from '../../../contract/fields.ts';
import type { ColumnTarget, Place, RowNote } from '../../../contract/import/views.ts';
import type { KeptNote } from '../../../contract/people/views.ts';
import { toHalfWidth } from '../values/normalise.ts';
import { readRoomAndName } from './room-and-name.ts';
import { MARKS, type Sheet, isMarked } from './workbook.ts';
import { answerInWords } from './yes-or-no.ts';

/** A value to seal, in normal form. */
export interface DraftValue {
  readonly field: SealedFieldId;
  readonly value: string;
  /** False where it fails its validator and is kept all the same. */
  readonly valid: boolean;
  /** Point to confirm with the holder. */
  readonly note?: KeptNote;
}

/** Where the columns of a sheet go. */
export type Columns = readonly { readonly index: number; readonly target: ColumnTarget }[];

export interface Cell {
  readonly text: string;
  readonly column: number;
}

export type Cells = ReadonlyMap<ColumnTarget, readonly Cell[]>;

export interface RowReading {
  readonly cells: Cells;
  readonly sheet: Sheet;
  /** From 0. */
  readonly index: number;
  /** All of its columns, blank cells too. */
  readonly columns?: Columns;
  readonly notes: Set<RowNote>;
  /** Texts that belong to no field and go into the remark. */
  readonly leftOver: string[];
  /** Cells that were set aside, or want a look. */
  readonly flags: Flag[];
  reason: RejectReason | null;
  /** Of somebody whom the row of another names as theirs to rent from. */
  readonly isMention?: boolean;
}

/** `column` from 0; null for the whole row. */
export interface Flag {
  readonly column: number | null;
  readonly why: FlagReason;
}

/** Column of a cell that no column of the row holds: what a line, a title or the name of the sheet says. */
export const BESIDE = -1;
/** As above: words of a cell that stand for those of the cell above it. */
const AS_ABOVE = /^(?:同上|上同|〃|″|''|""?|“|”|↑)$/u;
export const isAsAbove = (text: string): boolean => AS_ABOVE.test(text);

/** A person's name or a word for a room never holds that many digits: a phone or an ID number in the wrong column does. */
export const STRAY_NUMBER = /\d{7}/;

/** How the rows of a sheet are read one after another. */
export interface RowReader {
  /** Collects the cells of a row, from 0, by where they go; blank ones are left out. Asked in the order of the rows. */
  start(index: number): RowReading;
}

/** Where a row is, as far as its own cells do not say it. */
export interface RowContext {
  readonly placeOf: (index: number) => Place;
  /** Columns whose blank cells mean what stands above: a building written once for all of its rooms. */
  readonly filledDown: ReadonlySet<ColumnTarget>;
  /** Of columns whose cells answer what their heading asks, its words. */
  readonly asked?: ReadonlyMap<number, string>;
  /** Who the people of a row are where a line above, the title or the name of the sheet says it: 二、租户. */
  readonly roleOf?: (index: number) => string;
  /** Whether rooms are doors of a floor, which stands in a column of its own. */
  readonly areDoors?: boolean;
  /** Whether nearly all rooms are understood, so that one that is not is looked at. */
  readonly areUsual?: boolean;
  /** Whether the people of the rows are landlords, named beside whoever rents from them. */
  readonly areLandlords?: boolean;
}

export function createRowReader(sheet: Sheet, columns: Columns, context: RowContext): RowReader {
  /** The last text of each column. */
  const above = new Map<number, string>();
  const nameColumn = columns.find(({ target }) => target === 'name')?.index ?? null;
  /** The first row of the name that stands in this row, where it is merged over several. */
  let nameRow = 0;
  let floor = '';
  return {
    start(index) {
      if (nameColumn === null || !isMarked(sheet, index, nameColumn, MARKS.merged)) nameRow = index;
      const cells = new Map<ColumnTarget, Cell[]>();
      const row = sheet.rows[index] ?? [];
      const notes = new Set<RowNote>();
      const isAboutRoom = columns.some(
        ({ index: column, target }) => IS_ROOM.has(target) && (row[column] ?? '') !== '',
      );
      for (const { index: column, target } of columns) {
        let text = row[column] ?? '';
        const asked = context.asked?.get(column);
        if (asked !== undefined) text = answerInWords(asked, text);
        if (AS_ABOVE.test(text)) text = above.get(column) ?? '';
        else if (text === '' && isAboutRoom && context.filledDown.has(target)) {
          text = above.get(column) ?? '';
          if (text !== '') notes.add('room-carried');
        } else if (isMarked(sheet, index, column, MARKS.merged)) {
          // 车牌 merged over a family, each with a row of their own, is that of the first of them.
          if (OF_ONE.has(target) && nameColumn !== null && isMarked(sheet, nameRow, column, MARKS.merged))
            continue;
          notes.add('merged-cell');
        }
        if (text === '') continue;
        // The unit of another building is none of this one.
        if (target === 'building' && above.get(column) !== text)
          for (const other of columns) if (other.target === 'unit') above.delete(other.index);
        above.set(column, text);
        const sameTarget = cells.get(target);
        if (sameTarget === undefined) cells.set(target, [{ text, column }]);
        else sameTarget.push({ text, column });
      }
      takeApart(cells);
      if (context.areDoors === true) floor = onFloor(cells, floor);
      const role = cells.has('relation') ? '' : (context.roleOf?.(index) ?? '');
      if (role !== '' && cells.has('name')) cells.set('relation', [{ text: role, column: BESIDE }]);
      const place = context.placeOf(index);
      if (isAboutRoom)
        for (const part of PLACE_PARTS)
          if (!cells.has(part) && place[part] !== '') {
            cells.set(part, [{ text: place[part], column: BESIDE }]);
            notes.add('room-from-sheet');
          }
      const flags: Flag[] = [];
      const building = cells.has('building')
        ? undefined
        : columns.find(({ target }) => target === 'building');
      // 101 in no building, in a list whose other rooms have one.
      if (building !== undefined && above.has(building.index) && isBare(cells))
        flags.push({ column: building.index, why: 'no-building' });
      const isMention = context.areLandlords === true;
      return { cells, sheet, index, columns, notes, leftOver: [], flags, reason: null, isMention };
    },
  };
}

/** 3-2-1801王伟 in the place of a room is whoever is in it as well, where the row names nobody else. */
function takeApart(cells: Map<ColumnTarget, Cell[]>): void {
  const [cell] = cells.get('roomText') ?? [];
  const read = cell === undefined || cells.has('name') ? null : readRoomAndName(cell.text);
  if (cell === undefined || read === null) return;
  const put = (target: ColumnTarget, text: string): void => {
    if (text !== '') cells.set(target, [...(cells.get(target) ?? []), { text, column: cell.column }]);
  };
  cells.delete('roomText');
  put('roomText', read.room);
  put('name', read.name);
  put('phone', read.phone);
  put('plate', read.plate);
}

/** Door 02 of the third floor is room 302. The floor stands once for the doors below. */
function onFloor(cells: Map<ColumnTarget, Cell[]>, above: string): string {
  const floor = FLOOR_ALONE.exec(cells.get('floor')?.[0]?.text ?? '')?.[1] ?? above;
  const target = (['room', 'roomText'] as const).find((one) => cells.has(one));
  const [door] = target === undefined ? [] : (cells.get(target) ?? []);
  const number = DOOR.exec(door?.text ?? '')?.[1];
  if (target !== undefined && door !== undefined && number !== undefined && floor !== '')
    cells.set(target, [{ ...door, text: floor + number.padStart(2, '0') }]);
  return floor;
}
export const FLOOR_ALONE = /^第?0?(\d{1,2})(?:[楼层F])?$/iu;
export const DOOR = /^(\d{1,2})(?:室|号|户|号房)?$/u;

const isBare = (cells: Cells): boolean => {
  const text = (cells.get('room') ?? cells.get('roomText'))?.[0]?.text ?? '';
  return /^\d{1,4}$/.test(text) && !cells.has('unitRoom');
};

/** What is one person's own, unlike what is said of a room or a household. */
const OF_ONE: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  ...OWN_SEALED_FIELD_IDS.filter((field) => field !== 'remark' && field !== 'address'),
  ...CAR_PARTS,
  'plate',
]);

const IS_ROOM: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['room', 'roomText', 'unitRoom']);

/** A cell is set aside, or wants a look; its row is taken. */
export function flag(reading: RowReading, column: number | null, why: FlagReason): void {
  if (!reading.flags.some((one) => one.column === column && one.why === why))
    reading.flags.push({ column, why });
}

/** The first value of a target, as the cell has it; empty where there is none. */
export const textOf = (reading: RowReading, target: ColumnTarget): string =>
  reading.cells.get(target)?.[0]?.text ?? '';

/** Notes that a value was put right: full-width digits, a number where text was meant. */
export function noteForm(reading: RowReading, text: string, column: number): void {
  if (toHalfWidth(text) !== text) reading.notes.add('full-width');
  if (isMarked(reading.sheet, reading.index, column, MARKS.number)) reading.notes.add('number-cell');
}
