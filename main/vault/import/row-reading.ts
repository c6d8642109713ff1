/** One row in the course of being read: its mapped cells, what is noticed, and the first thing that is wrong with it. */
import type { RejectReason } from '../../../contract/import/lists.ts';
import type { SealedFieldId } from '../../../contract/fields.ts';
import type { ColumnTarget, RowNote } from '../../../contract/import/views.ts';
import type { KeptNote } from '../../../contract/people/views.ts';
import { toHalfWidth } from '../values/normalise.ts';
import { MARKS, type Sheet, isMarked } from './workbook.ts';

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
  readonly notes: Set<RowNote>;
  /** Texts that belong to no field and go into the remark. */
  readonly leftOver: string[];
  reason: RejectReason | null;
}

/** A person's name or a word for a room never holds that many digits: a phone or an ID number in the wrong column does. */
export const STRAY_NUMBER = /\d{7}/;

/** Collects the cells of a row by where they go; blank ones are left out. */
export function startReading(sheet: Sheet, index: number, columns: Columns): RowReading {
  const cells = new Map<ColumnTarget, Cell[]>();
  const row = sheet.rows[index] ?? [];
  const notes = new Set<RowNote>();
  for (const { index: column, target } of columns) {
    const text = row[column] ?? '';
    if (text === '') continue;
    if (isMarked(sheet, index, column, MARKS.merged)) notes.add('merged-cell');
    const sameTarget = cells.get(target);
    if (sameTarget === undefined) cells.set(target, [{ text, column }]);
    else sameTarget.push({ text, column });
  }
  return { cells, sheet, index, notes, leftOver: [], reason: null };
}

/** The first value of a target, as the cell has it; empty where there is none. */
export const textOf = (reading: RowReading, target: ColumnTarget): string =>
  reading.cells.get(target)?.[0]?.text ?? '';

/** The first thing wrong with a row is what it is rejected for. */
export function reject(reading: RowReading, reason: RejectReason): void {
  reading.reason ??= reason;
}

/** Notes that a value was put right: full-width digits, a number where text was meant. */
export function noteForm(reading: RowReading, text: string, column: number): void {
  if (toHalfWidth(text) !== text) reading.notes.add('full-width');
  if (isMarked(reading.sheet, reading.index, column, MARKS.number)) reading.notes.add('number-cell');
}
