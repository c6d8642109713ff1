/** Shows a workbook to whoever maps its columns, with samples by which no value can be told. */
import { FIELDS, type FieldId } from '../../../contract/fields.ts';
import { MAX_FIRST_CELLS, MAX_FIRST_ROWS, type OtherPersonPart } from '../../../contract/import/lists.ts';
import { toOneLine } from '../../../contract/one-line.ts';
import type { MaskPolicy, Policy } from '../../../contract/policy/lists.ts';
import type { ColumnTarget, WorkbookSheet } from '../../../contract/import/views.ts';
import { AppError } from '../app-error.ts';
import { maskValue } from '../values/mask.ts';
import { HEADER_WITHIN, NO_HEADER, findHeader, findUnknownHeader } from './find-table.ts';
import type { FoundLayout, Layout } from './header-layout.ts';
import { type ColumnGuess, isRoomTarget, isTaken } from './map-columns.ts';
import { targetOfHeader } from './read-heading.ts';
import { NOWHERE } from './place-words.ts';
import type { EstatesOnRecord } from './estates.ts';
import { askOfTorn, settleEstates } from './place-sheets.ts';
import { isHeadlessList, understandSheet } from './understand-sheet.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** Rows looked through for a sample. */
const SAMPLE_WITHIN = 200;

/**
 * Every sheet with its header and a proposal for each column, as its layout was mapped before where it was (`layouts`, one for each sheet);
 * header row null and the first rows where none was recognised. Errors: AppError `workbook-no-columns` when no sheet is a table.
 */
export function describeWorkbook(
  policy: Policy,
  workbook: Workbook,
  layouts: readonly (FoundLayout | null)[],
  estates: EstatesOnRecord,
): readonly WorkbookSheet[] {
  const sheets = workbook.sheets.map((sheet, index) => {
    const found = layouts[index];
    const header =
      found?.header ?? findHeader(sheet) ?? (isHeadlessList(sheet) ? NO_HEADER : findUnknownHeader(sheet));
    return header === undefined
      ? withoutHeader(policy.masks, sheet)
      : describeSheet(policy, sheet, header, found?.layout ?? null);
  });
  if (
    sheets.every((sheet) => sheet.headerRow === null) &&
    !workbook.sheets.some((sheet) => namesAColumn(sheet) || isTable(sheet))
  )
    throw new AppError('workbook-no-columns', { sheets: sheets.length });
  return agree(askOfTorn(workbook, settleEstates(workbook, sheets, estates)));
}

/** Sheets with the same headings are understood alike, and asked about once. */
function agree(sheets: readonly WorkbookSheet[]): readonly WorkbookSheet[] {
  const keyOf = ({ headerRow, columns }: WorkbookSheet): string =>
    headerRow === null || headerRow === 0
      ? ''
      : columns.map(({ index, header }) => `${index} ${header}`).join('\n');
  const first = new Map<string, number>();
  for (const [index, sheet] of sheets.entries()) {
    const key = keyOf(sheet);
    if (key !== '' && !first.has(key)) first.set(key, index);
  }
  const hasRooms = sheets.some(({ columns }) => columns.some(({ target }) => isRoomTarget(target)));
  return sheets.map((one, index) => {
    const sheet =
      hasRooms && refersToOthers(one) ? { ...one, asks: one.asks.filter((ask) => ask !== 'rooms') } : one;
    const alike = sheets.filter((other) => keyOf(other) !== '' && keyOf(other) === keyOf(sheet));
    if (alike.length < 2) return sheet;
    const columns = sheet.columns.map((column, at) => ({
      ...column,
      ...guessOfAll(alike.map((one) => one.columns[at])),
    }));
    const leader = first.get(keyOf(sheet)) ?? index;
    const isUnsure = columns.some(({ sure }) => !sure);
    const others = sheet.asks.filter((ask) => ask === 'place' || ask === 'estate');
    return {
      ...sheet,
      columns,
      sameAs: leader === index ? null : leader,
      asks:
        leader !== index
          ? others
          : [...(isUnsure ? ['columns' as const] : []), ...sheet.asks.filter((ask) => ask !== 'columns')],
    };
  });
}

/** A sheet whose rows are found in others: by a code, or as the owners of vehicles. */
const refersToOthers = ({ columns }: WorkbookSheet): boolean =>
  columns.some(({ target }) => target === 'ownerCode' || target === 'plate' || target === 'spaceCode') ||
  columns.every(({ target }) => target !== 'name');

/** What a column holds in most of the sheets in which it holds anything; sure where all of them are. */
function guessOfAll(columns: readonly (WorkbookSheet['columns'][number] | undefined)[]): ColumnGuess {
  const known = columns.filter((column) => column !== undefined);
  const filled = known.filter(({ sample }) => sample !== '');
  const told = filled.length === 0 ? known : filled;
  const counts = new Map<ColumnTarget | null, number>();
  for (const { target } of told) counts.set(target, (counts.get(target) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return { target: best?.[0] ?? null, sure: counts.size < 2 && told.every(({ sure }) => sure) };
}

const filledRows = (sheet: Sheet): number => sheet.rows.filter((row) => row.length > 0).length;

const withoutHeader = (masks: MaskPolicy, sheet: Sheet): WorkbookSheet => ({
  name: sheet.name,
  headerRow: null,
  dataRows: filledRows(sheet),
  otherRows: 0,
  remembered: false,
  headRows: 0,
  place: NOWHERE,
  placeFrom: null,
  estates: [],
  lines: { count: 0, first: [] },
  sameAs: null,
  asks: ['rooms'],
  columns: [],
  firstRows: [...sheet.rows.slice(0, HEADER_WITHIN).entries()]
    .filter(([, row]) => row.length > 0)
    .slice(0, MAX_FIRST_ROWS)
    .map(([index, row]) => ({
      row: index + 1,
      cells: row.slice(0, MAX_FIRST_CELLS).map((cell) => maskUnknown(masks, cell)),
    })),
});

/** A header that is known says what it is; anything else may be of a resident. */
function maskUnknown(masks: MaskPolicy, cell: string): string {
  const text = toOneLine(cell);
  return text === '' || targetOfHeader(text) !== null
    ? withoutNumbers(text.slice(0, 100))
    : maskSample(masks, text, null).slice(0, 200);
}

/** A header and a row below it, of two columns at the least; lines of text are none. */
const isTable = (sheet: Sheet): boolean =>
  sheet.rows.filter((row) => row.filter((cell) => cell !== '').length > 1).length > 1;

/** Somebody who knows the workbook may say which row is its header. */
const namesAColumn = (sheet: Sheet): boolean =>
  sheet.rows.slice(0, HEADER_WITHIN).some((row) => row.some((cell) => targetOfHeader(cell) !== null));

/** A sheet with the row `header` (from 0; NO_HEADER for none) as its header; mapped by `layout` where there is one, else as its headings and cells say. */
export function describeSheet(
  { masks, switchedOn }: Policy,
  sheet: Sheet,
  header: number,
  layout: Layout | null,
): WorkbookSheet {
  const { heads, headRows, table, columns, place, placeFrom, asks } = understandSheet(sheet, header, layout);
  const isData =
    header !== NO_HEADER &&
    new Set(heads.map(targetOfHeader).filter((target) => target !== null)).size < MIN_KNOWN;
  return {
    name: sheet.name,
    headerRow: header + 1,
    dataRows: table.rows.length,
    otherRows: Math.max(0, filledRows(sheet) - table.rows.length - (header === NO_HEADER ? 0 : 1)),
    remembered: layout !== null,
    headRows,
    place,
    placeFrom,
    estates: [],
    lines: { count: table.lines.length, first: table.lines.slice(0, MAX_LINES).map((line) => line.place) },
    sameAs: null,
    asks: [...asks],
    firstRows: [],
    columns: columns.flatMap(({ target: guessed, sure }, index) => {
      const text = heads[index] ?? '';
      const target = guessed !== null && isTaken(guessed, switchedOn) ? guessed : null;
      const sample = sampleOf(masks, sheet, table.rows, index, target);
      if (text === '' && sample === '') return [];
      const header =
        isData && targetOfHeader(text) === null
          ? maskSample(masks, text, null)
          : withoutNumbers(text.slice(0, 100));
      return [{ index, header: text === '' ? '' : toOneLine(header), target, sure, sample }];
    }),
  };
}

/** Lines between rows that are shown. */
const MAX_LINES = 6;

/** A row with fewer known headers may be one of the residents, chosen by mistake: what it holds is not shown. */
const MIN_KNOWN = 2;
const withoutNumbers = (text: string): string => text.replaceAll(/\d{5,}/g, '***');

function sampleOf(
  masks: MaskPolicy,
  sheet: Sheet,
  dataRows: readonly number[],
  column: number,
  target: ColumnTarget | null,
): string {
  const row = dataRows.slice(0, SAMPLE_WITHIN).find((index) => (sheet.rows[index]?.[column] ?? '') !== '');
  const value = row === undefined ? '' : toOneLine(sheet.rows[row]?.[column] ?? '');
  return value === '' ? '' : maskSample(masks, value, target).slice(0, 200);
}

function maskField(masks: MaskPolicy, field: FieldId, value: string): string {
  const { mask, valid } = maskValue(masks, field, value);
  return FIELDS[field].tier === 'open' && valid ? value : mask;
}

/** Of others of a household, whose columns are no fields of their own. */
const FIELD_OF: Readonly<Partial<Record<ColumnTarget, FieldId>>> = {
  tenantName: 'name',
  tenantPhone: 'phone',
  tenantId: 'idNumber',
  coOwnerName: 'name',
  coOwnerPhone: 'phone',
  coOwnerId: 'idNumber',
  familyName: 'name',
  familyPhone: 'phone',
  familyId: 'idNumber',
  occupantName: 'name',
  occupantPhone: 'phone',
  occupantId: 'idNumber',
  landlordName: 'name',
  landlordPhone: 'phone',
  landlordId: 'idNumber',
} satisfies Record<OtherPersonPart, FieldId>;

/** A column that is no field may hold anything all the same, a phone under an unknown header, and pinyin says a name: the first character and stars. */
export function maskSample(masks: MaskPolicy, value: string, target: ColumnTarget | null): string {
  const field = target === null ? undefined : target in FIELDS ? (target as FieldId) : FIELD_OF[target];
  if (field !== undefined) return maskField(masks, field, value);
  const open = target !== null && target !== 'pinyin' && value.length <= 16 && !/\d{7}/.test(value);
  return open ? value : `${[...value][0] ?? ''}***`;
}
