/**
 * An import as the page makes it: the file is opened, what is asked is answered from the truth, the plan is applied. The one file of
 * the harness that knows the routes of the import.
 */
import type { FileId } from '../../../contract/ids.ts';
import { isIdTarget } from '../../../contract/import/lists.ts';
import type { ImportAnswers, SheetMapping } from '../../../contract/import/requests.ts';
import {
  type ColumnTarget,
  type ImportQuestion,
  type WorkbookSheet,
  columnTargetSchema,
} from '../../../contract/import/views.ts';
import type { VaultHarness } from '../vault-harness.ts';
import { type Truth, type TrueValue, isSheet, rowOf } from './truth.ts';

/** What was said while it went in. */
export interface Told {
  /** How often somebody had to answer. */
  readonly questions: number;
  /** A code, where the workbook was not taken at all. */
  readonly refused: string | null;
  /** Whether an answer decided what became of the cell. */
  readonly isAsked: (value: TrueValue) => boolean;
  /** Whether the cell was named to whoever imports as one to look at. */
  readonly isFlagged: (value: TrueValue) => boolean;
}

const BOOK = 'b0'.repeat(16) as FileId;

const NOT_TAKEN = (code: string): Told => ({
  questions: 0,
  refused: code,
  isAsked: () => false,
  isFlagged: () => true,
});

/** As whoever is signed in, with a supervisor beside them. */
export async function importWorkbook(desk: VaultHarness, path: string, truth: Truth): Promise<Told> {
  desk.vault.offerFile(BOOK, path);
  const opened = await desk.ask('import.open', { fileId: BOOK });
  if (!opened.ok) return NOT_TAKEN(opened.error.code);
  const { sheets, picked } = await pickHeads(desk, opened.value.sheets, truth);
  const supervisor = await desk.proofOf('supervisor');
  const answered = sheets.map((sheet) => answerSheet(sheet, sheets, truth));
  const mapping = answered.flatMap((one) => one.mapping);
  if (mapping.length === 0) return NOT_TAKEN('no-sheet');
  const ask = (takesIdNumbers: true | null) =>
    desk.ask('import.preview', { fileId: BOOK, sheets: mapping, takesIdNumbers, supervisor });
  // As the page: where a column has ID numbers it is asked whether they are kept, else where the vault finds some.
  const hasIds = mapping.some(({ columns }) => columns.some(({ target }) => isIdTarget(target)));
  const first = await ask(hasIds ? true : null);
  const planned = !first.ok && first.error.code === 'ids-undecided' ? await ask(true) : first;
  if (!planned.ok) return NOT_TAKEN(planned.error.code);
  const plan = planned.value;
  const answers: ImportAnswers = {
    rest: 'leave-out',
    kinds: [],
    despite: plan.stops.map(({ stop }) => stop),
    rows: plan.questions.map((question) => answerOf(question, truth)),
  };
  const applied = await desk.ask('import.apply', { planId: plan.planId, answers, supervisor });
  if (!applied.ok) return NOT_TAKEN(applied.error.code);
  const groups = new Set(plan.questions.map((question) => groupOf(question, answers)));
  return {
    questions:
      plan.stops.length + picked.length + answered.reduce((sum, { asks }) => sum + asks, 0) + groups.size,
    refused: null,
    isAsked: (value) =>
      picked.some((name) => isSheet(value.sheet, name)) ||
      answered.some(({ isAsked }) => isAsked(value)) ||
      plan.questions.some((asked) => isOf(value, asked)),
    isFlagged: (value) =>
      applied.value.rejected.some((row) => isOf(value, row)) ||
      plan.flags.some(
        (flag) => isOf(value, flag) && (flag.column === null || flag.column === columnIndexOf(value.cell)),
      ),
  };
}

/** Questions of one kind with one answer are settled together. */
const groupOf = ({ question, kind }: ImportQuestion, { rows }: ImportAnswers): string =>
  `${kind} ${rows.find((row) => row.question === question)?.answer ?? ''}`;

const isOf = ({ sheet, cell }: TrueValue, row: { readonly sheet: string; readonly row: number }): boolean =>
  isSheet(sheet, row.sheet) && rowOf(cell) === row.row;

/** A is 0. */
const columnIndexOf = (cell: string): number =>
  [...(/^[A-Z]+/.exec(cell)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

interface AnsweredSheet {
  readonly mapping: readonly SheetMapping[];
  /** How many answers it took. */
  readonly asks: number;
  readonly isAsked: (value: TrueValue) => boolean;
}

const NOT_ASKED = { asks: 0, isAsked: () => false };

/** What is asked of a sheet, answered from the truth: what its unsure columns are, where its rooms are, whether there is anybody in it. */
function answerSheet(
  sheet: WorkbookSheet,
  sheets: readonly WorkbookSheet[],
  { answers }: Truth,
): AnsweredSheet {
  const { name, headerRow, columns, sameAs, place } = sheet;
  const told = answers.sheets.find((one) => isSheet(one.sheet, name));
  const asked = new Set([...sheet.asks, ...(sameAs === null ? [] : (sheets[sameAs]?.asks ?? []))]);
  const isUnsure = asked.has('columns') || asked.has('rooms');
  if (headerRow === null) return { mapping: [], ...NOT_ASKED };
  if (isUnsure && told?.residents === false) return { mapping: [], asks: 1, isAsked: () => false };
  const trueColumns = answers.columns.filter((one) => isSheet(one.sheet, name));
  const fieldsOf = (index: number): readonly string[] =>
    trueColumns.find(({ column }) => columnIndexOf(`${column}1`) === index)?.fields ?? [];
  // Where the rooms are asked for, whoever imports says which column they are in, however sure it is of something else.
  const unsure = new Set(
    columns.flatMap(({ index, sure }) =>
      (isUnsure && !sure) || (asked.has('rooms') && fieldsOf(index).includes('room')) ? [index] : [],
    ),
  );
  const isInBuilding = columns.some(({ index, target }) =>
    unsure.has(index)
      ? fieldsOf(index).includes('building') && !fieldsOf(index).includes('room')
      : target === 'building',
  );
  const isPlaced = sheet.asks.includes('place');
  const lacksEstate = asksEstate(sheet, sheets);
  const estate = told?.estate ?? '';
  const answeredPlace = isPlaced
    ? { estate, building: told?.building ?? '', unit: told?.unit ?? '' }
    : lacksEstate
      ? { ...place, estate }
      : place;
  const mapped = columns.flatMap(({ index, target }) => {
    if (!unsure.has(index)) return target === null ? [] : [{ index, target }];
    const said = targetOf(fieldsOf(index), target, isInBuilding);
    return said === null ? [] : [{ index, target: said }];
  });
  return {
    mapping: [{ sheet: name, headerRow, place: answeredPlace, columns: mapped }],
    asks:
      (isPlaced ? 1 : 0) + (sheet.asks.includes('estate') ? 1 : 0) + (sameAs === null && isUnsure ? 1 : 0),
    isAsked: (value) =>
      isSheet(value.sheet, name) &&
      (unsure.has(columnIndexOf(value.cell)) ||
        (isPlaced && ['estate', 'building', 'unit'].includes(value.field)) ||
        (lacksEstate && value.field === 'estate')),
  };
}

/** It is asked of one sheet, for all that have the same, mostly none. */
const asksEstate = ({ place }: WorkbookSheet, sheets: readonly WorkbookSheet[]): boolean =>
  sheets.some((other) => other.asks.includes('estate') && other.place.estate === place.estate);

/** Fields of the truth as targets of the import; a proposal that fits them stands. */
const TARGETS: Readonly<Record<string, ColumnTarget>> = {
  movedIn: 'moveIn',
  space: 'spaceCode',
  room: 'roomText',
};

function targetOf(
  fields: readonly string[],
  proposed: ColumnTarget | null,
  isInBuilding: boolean,
): ColumnTarget | null {
  if (fields.length === 0 || fields.includes('none')) return null;
  const isRoom = fields.includes('room');
  if (isRoom && fields.includes('building')) return 'roomText';
  if (isRoom && fields.includes('unit')) return 'unitRoom';
  if (isRoom && (proposed === 'room' || proposed === 'roomText' || proposed === 'unitRoom')) return proposed;
  if (isRoom && isInBuilding) return 'room';
  if (proposed !== null && /^(?:tenant|coOwner|family)/.test(proposed)) return proposed;
  for (const field of fields) {
    const said = TARGETS[field] ?? columnTargetSchema.safeParse(field).data;
    if (said !== undefined) return said;
  }
  return null;
}

/** A sheet whose heads are not known asks for them. */
async function pickHeads(
  desk: VaultHarness,
  sheets: readonly WorkbookSheet[],
  { answers }: Truth,
): Promise<{ readonly sheets: readonly WorkbookSheet[]; readonly picked: readonly string[] }> {
  const found: WorkbookSheet[] = [];
  const picked: string[] = [];
  for (const sheet of sheets) {
    const { headerRow, name } = sheet;
    const told = answers.sheets.find((one) => isSheet(one.sheet, name));
    if (headerRow !== null || told === undefined || !told.residents) {
      found.push(sheet);
      continue;
    }
    picked.push(name);
    const asked = { fileId: BOOK, sheet: name, headerRow: told.heads.at(-1) ?? 0 };
    const again = await desk.ask('import.sheet', asked);
    found.push(again.ok ? again.value : sheet);
  }
  return { sheets: found, picked };
}

/** Whose row it is, by the truth: the one of an earlier row, or another. */
function answerOf(asked: ImportQuestion, truth: Truth): ImportAnswers['rows'][number] {
  const { question, options } = asked;
  const here = peopleOf(truth, asked.sheet, asked.row);
  const option = options.findIndex(
    ({ sheet, row }) =>
      sheet !== null && row !== null && peopleOf(truth, sheet, row).some((id) => here.includes(id)),
  );
  return option === -1 ? { question, answer: 'other', option: 0 } : { question, answer: 'same', option };
}

const peopleOf = ({ values }: Truth, sheet: string, row: number): readonly string[] =>
  values.flatMap((value) => (value.field === 'name' && isOf(value, { sheet, row }) ? [value.of] : []));
