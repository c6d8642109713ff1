/**
 * An import as the page makes it: the file is opened, what is asked is answered from the truth, the plan is applied. The one file of
 * the harness that knows the routes of the import.
 */
import type { FileId } from '../../../contract/ids.ts';
import type { ImportAnswers, SheetMapping } from '../../../contract/import/requests.ts';
import type { ImportPlan, ImportQuestion, RowNote, WorkbookSheet } from '../../../contract/import/views.ts';
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

/** Which cell a note to a row is about. Those that only say how a value was read are no flags. */
const FIELDS_OF_NOTES: Partial<Readonly<Record<RowNote, readonly string[]>>> = {
  'placeholder-phone': ['phone'],
  'placeholder-id': ['idNumber'],
  'id-check-digit': ['idNumber'],
  'id-cut': ['idNumber'],
  'old-id': ['idNumber'],
  'birthday-not-valid': ['birthday'],
  'phone-kept-as-is': ['phone'],
  'plate-kept-as-is': ['plate'],
  'owner-not-found': ['relation', 'room'],
  'phone-in-remark': ['remark', 'phone', 'name', 'relation'],
  'id-in-remark': ['remark', 'idNumber'],
  'car-detail-unclear': ['brand', 'colour'],
  'space-date-not-valid': ['spaceFrom', 'spaceUntil'],
};

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
  const mapping = sheets.flatMap(mappingOf);
  if (mapping.length === 0) return NOT_TAKEN('no-sheet');
  const planned = await desk.ask('import.preview', { fileId: BOOK, sheets: mapping, supervisor });
  if (!planned.ok) return NOT_TAKEN(planned.error.code);
  const plan = planned.value;
  const answers: ImportAnswers = {
    rest: 'leave-out',
    rows: plan.questions.map((question) => answerOf(question, truth)),
  };
  const applied = await desk.ask('import.apply', { planId: plan.planId, answers, supervisor });
  if (!applied.ok) return NOT_TAKEN(applied.error.code);
  return {
    questions: picked.length + plan.questions.length,
    refused: null,
    isAsked: (value) =>
      picked.some((name) => isSheet(value.sheet, name)) || plan.questions.some((asked) => isOf(value, asked)),
    isFlagged: (value) => applied.value.rejected.some((row) => isOf(value, row)) || isNoted(plan, value),
  };
}

const isOf = ({ sheet, cell }: TrueValue, row: { readonly sheet: string; readonly row: number }): boolean =>
  isSheet(sheet, row.sheet) && rowOf(cell) === row.row;

const isNoted = ({ rows }: ImportPlan, value: TrueValue): boolean =>
  rows.some(
    (row) => isOf(value, row) && row.notes.some((note) => FIELDS_OF_NOTES[note]?.includes(value.field)),
  );

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

const mappingOf = ({ name, headerRow, columns }: WorkbookSheet): readonly SheetMapping[] =>
  headerRow === null
    ? []
    : [
        {
          sheet: name,
          headerRow,
          columns: columns.flatMap(({ index, target }) => (target === null ? [] : [{ index, target }])),
        },
      ];

/** Whose row it is, by the truth: the one of an earlier row, or another. */
function answerOf(asked: ImportQuestion, truth: Truth): ImportAnswers['rows'][number] {
  const { question, options } = asked;
  const here = peopleOf(truth, asked.sheet, asked.row);
  const option = options.findIndex(
    ({ row }) => row !== null && peopleOf(truth, asked.sheet, row).some((id) => here.includes(id)),
  );
  return option === -1 ? { question, answer: 'other', option: 0 } : { question, answer: 'same', option };
}

const peopleOf = ({ values }: Truth, sheet: string, row: number): readonly string[] =>
  values.flatMap((value) => (value.field === 'name' && isOf(value, { sheet, row }) ? [value.of] : []));
