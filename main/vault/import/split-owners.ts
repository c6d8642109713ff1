/** Parts a row that names several owners in one cell, each with their own phone and ID number, or says that it cannot be told whose is whose. */
import type { ColumnTarget } from '../../../contract/import/views.ts';
import { isPersonName, normaliseName } from '../values/name.ts';
import { readRelation, wordsOfCompany } from './cell-words.ts';
import { type Cell, type RowReading, reject, textOf } from './row-reading.ts';

const BETWEEN = /[,，、;；/\n]+/;
const MAX_OWNERS = 8;

const partsOf = (text: string): readonly string[] =>
  text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * One reading per owner, the first with all else that the row holds. Phones and ID numbers are theirs by position where there
 * are as many as names; a single one is the first owner's. Rejects with `co-owners-unclear` any other number of them.
 */
export function splitOwners(reading: RowReading): readonly RowReading[] {
  const names = partsOf(textOf(reading, 'name'));
  if (
    names.length < 2 ||
    names.length > MAX_OWNERS ||
    !names.every(isWholeName) ||
    wordsOfCompany(textOf(reading, 'relation'), textOf(reading, 'name'))
  )
    return [reading];
  const phones = valuesFor(reading, 'phone', names.length);
  const ids = valuesFor(reading, 'idNumber', names.length);
  if (phones === null || ids === null) {
    reject(reading, 'co-owners-unclear');
    return [reading];
  }
  const sexes = valuesFor(reading, 'sex', names.length) ?? [];
  const pinyins = valuesFor(reading, 'pinyin', names.length) ?? [];
  const relation = textOf(reading, 'relation');
  const others = readRelation(relation) === 'owner' ? '共有人' : relation;
  reading.notes.add('co-owners-split');
  return names.map((name, index): RowReading => {
    const own: readonly (readonly [ColumnTarget, readonly (Cell | undefined)[]])[] = [
      ['name', [{ text: name, column: columnOf(reading, 'name') }]],
      ['phone', phones[index] ?? []],
      ['idNumber', ids[index] ?? []],
      ['sex', sexes[index] ?? []],
      ['pinyin', pinyins[index] ?? []],
      ...(index === 0
        ? []
        : [['relation', [{ text: others, column: columnOf(reading, 'relation') }]] as const]),
    ];
    const shared = [...reading.cells].filter(([target]) => index === 0 || SHARED.has(target));
    const cells = new Map(
      [...shared, ...own].map(([target, given]) => [target, given.filter((cell) => cell !== undefined)]),
    );
    return { ...reading, cells, leftOver: [] };
  });
}

/** Columns that belong to the room, and so to each of its owners. */
const SHARED: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'estate',
  'building',
  'unit',
  'room',
  'roomText',
  'floor',
  'layout',
  'area',
  'status',
  'relation',
  'idType',
]);

const isWholeName = (part: string): boolean =>
  isPersonName(normaliseName(part.replace(/[（(][^）)]*[)）]$/, ''))) && [...part].length > 1;

const columnOf = (reading: RowReading, target: ColumnTarget): number =>
  reading.cells.get(target)?.[0]?.column ?? 0;

/** Cells by owner; null where their number tells nothing. */
function valuesFor(
  reading: RowReading,
  target: ColumnTarget,
  owners: number,
): readonly (readonly Cell[])[] | null {
  const cells = (reading.cells.get(target) ?? []).flatMap(({ text, column }) =>
    partsOf(text).map((part) => ({ text: part, column })),
  );
  if (cells.length === owners) return cells.map((cell) => [cell]);
  return cells.length <= 1 ? [cells] : null;
}
