/** Masked view of a planned import for the screen: counts, rows and questions. */
import { OWN_SEALED_FIELD_IDS, type OwnSealedFieldId, type SealedFieldId } from '../../../contract/fields.ts';
import type { QuestionKind, RejectReason } from '../../../contract/import/lists.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import type { PersonId } from '../../../contract/ids.ts';
import {
  type CellFlag,
  type ImportPlan,
  type ImportQuestion,
  MAX_FLAGS,
  MAX_ROW_VALUES,
  type PlanRow,
} from '../../../contract/import/views.ts';
import type { Pace } from '../long-work/progress.ts';
import { maskValue } from '../values/mask.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Option } from './choose-person.ts';
import { type RejectedRow, type RowDraft, toRejected } from './parse-rows.ts';
import type { Matched, Outcome, Unresolved } from './resolve-rows.ts';

/** Rows that are shown of each outcome. */
const SHOWN = 500;
/** People of one kind that are listed. */
const LISTED = 200;
const MAX_QUESTIONS = 500;

/** Why a row of which nothing becomes anything is among the rejected; an open question is not yet. */
export const REASON_OF: Readonly<Record<Unresolved['outcome'], RejectReason>> = {
  ambiguous: 'left-out',
  'left-out': 'left-out',
  unresolved: 'owner-not-found',
};

/** Reasons at the time of writing: a row that is ambiguous now was clear in the preview, which would have asked otherwise. */
export const REASON_WHEN_WRITTEN: Readonly<Record<Unresolved['outcome'], RejectReason>> = {
  ...REASON_OF,
  ambiguous: 'became-unclear',
};

/** Others get their turn between two rows. */
type Looks = Pick<Pace, 'look'>;

/** People and rooms that are made or change. */
export type MadeCounts = Pick<ImportPlan['counts'], 'newPeople' | 'changedPeople' | 'newRooms'>;
type RowCounts = Omit<ImportPlan['counts'], keyof MadeCounts>;

/** Rows by what becomes of them, and the rooms, vehicles and spaces that they name. Errors: those of `pace`. */
export async function countOutcomes(
  outcomes: readonly Outcome[],
  drafts: readonly RowDraft[],
  rejected: number,
  pace: Looks,
): Promise<RowCounts> {
  const count: Record<Outcome, number> = {
    new: 0,
    changed: 0,
    same: 0,
    ambiguous: 0,
    'left-out': 0,
    unresolved: 0,
  };
  for (const outcome of outcomes) count[outcome] += 1;
  const rooms = new Set<string>();
  const plates = new Set<string>();
  const places = new Set<string>();
  let flagged = 0;
  for (const { room, vehicles, spaces, flags } of drafts) {
    flagged += flags.length;
    if (room !== null) rooms.add(room.canonical);
    for (const { plate } of vehicles) plates.add(plate);
    for (const { code, carPark } of spaces) places.add(`${carPark ?? ''}\n${code}`);
    await pace.look();
  }
  return {
    rows: outcomes.length + rejected,
    new: count.new,
    changed: count.changed,
    same: count.same,
    ambiguous: count.ambiguous,
    rejected: rejected + count['left-out'] + count.unresolved,
    rooms: rooms.size,
    vehicles: plates.size,
    spaces: places.size,
    flagged,
  };
}

/** The same once nothing is asked any more. */
export async function countWritten(...of: Parameters<typeof countOutcomes>): Promise<RowCounts> {
  const counts = await countOutcomes(...of);
  return { ...counts, ambiguous: 0, rejected: counts.rejected + counts.ambiguous };
}

/** Errors: those of `pace`. */
export async function previewRows(
  masks: MaskPolicy,
  drafts: readonly RowDraft[],
  outcomes: readonly Outcome[],
  rejected: readonly RejectedRow[],
  pace: Looks,
): Promise<PlanRow[]> {
  const left = { new: SHOWN, changed: SHOWN, same: SHOWN, flagged: SHOWN };
  const refused = rejected.slice(0, SHOWN);
  const accepted: PlanRow[] = [];
  for (const [index, draft] of drafts.entries()) {
    await pace.look();
    const outcome = outcomes[index] ?? 'same';
    if (outcome === 'ambiguous') continue;
    if (outcome === 'unresolved' || outcome === 'left-out') {
      if (refused.length < SHOWN) refused.push(toRejected(draft, REASON_OF[outcome]));
      continue;
    }
    if ((left[outcome] -= 1) < 0 && (draft.flags.length === 0 || (left.flagged -= 1) < 0)) continue;
    accepted.push({
      outcome,
      ...describeDraft(masks, draft),
      ...describeCars(masks, draft),
      relation: draft.room === null || draft.name === '' ? null : draft.relation,
      values: describeValues(masks, draft),
      cells: [],
      reason: null,
      notes: [...draft.notes],
    });
  }
  return [
    ...accepted,
    ...refused.map((row): PlanRow => ({
      sheet: row.sheet,
      row: row.row,
      outcome: 'rejected',
      nameMask: maskName(masks, row.name, 'person'),
      roomLabel: labelOf(row.roomLabel),
      phoneMask: maskPhone(masks, row.phone),
      vehicles: [],
      spaces: [],
      relation: null,
      values: [],
      cells: [],
      reason: row.reason,
      notes: [...row.notes],
    })),
  ];
}

/** Each open question with those who may be meant, as the store or an earlier row has them. Errors: those of the store and of `pace`. */
export async function describeQuestions(
  store: ReadableStore,
  masks: MaskPolicy,
  drafts: readonly RowDraft[],
  unresolved: ReadonlyMap<number, Unresolved>,
  pace: Looks,
): Promise<ImportQuestion[]> {
  const questions: ImportQuestion[] = [];
  for (const [row, { outcome, options }] of unresolved) {
    await pace.look();
    const draft = drafts[row];
    if (outcome !== 'ambiguous' || draft === undefined) continue;
    if (questions.length === MAX_QUESTIONS) break;
    const described: ImportQuestion['options'] = [];
    for (const option of options) described.push(await describeOption(store, masks, drafts, option));
    questions.push({
      question: row,
      kind: kindOf(options),
      ...describeDraft(masks, draft),
      options: described,
    });
  }
  return questions;
}

/** Who is on record in the rooms of the list, and not in it. */
export const describeMissing = (masks: MaskPolicy, missing: Matched['missing']): ImportPlan['missing'] => ({
  count: missing.size,
  rows: [...missing.values()].slice(0, LISTED).map(({ known, label }) => ({
    personId: known.id as PersonId,
    nameMask: maskName(masks, known.name, known.kind),
    roomLabel: labelOf(label),
  })),
});

/** Why a row is asked about; `several` where more than one reason or nothing but their number is. */
export function kindOf(options: readonly Option[]): QuestionKind {
  const [first, ...others] = new Set(options.map(({ differs }) => differs));
  return first === undefined || first === null || others.length > 0 ? 'several' : first;
}

/** Cells that were set aside or want a look, in the order of the rows, as many as a reply names. */
export function listFlags(drafts: readonly RowDraft[]): CellFlag[] {
  const listed: CellFlag[] = [];
  for (const { sheet, row, flags } of drafts) {
    for (const { column, why } of flags) {
      if (listed.length === MAX_FLAGS) return listed;
      listed.push({ sheet, row, column: column === null || column < 0 ? null : column, why });
    }
  }
  return listed;
}

async function describeOption(
  store: ReadableStore,
  masks: MaskPolicy,
  drafts: readonly RowDraft[],
  { candidate }: Option,
): Promise<ImportQuestion['options'][number]> {
  const { known, folded } = candidate;
  if (known === null) {
    const draft = drafts[folded?.firstRow ?? 0];
    if (draft === undefined) throw new Error('an option without a row');
    return { personId: null, ...describeDraft(masks, draft) };
  }
  const shown = await store.get<{ readonly room: string | null; readonly phone: string | null }>(
    sql`SELECT list_room AS room, list_phone AS phone FROM person WHERE id = ${known.id}`,
  );
  return {
    personId: known.id as PersonId,
    sheet: null,
    row: null,
    nameMask: maskName(masks, known.name, known.kind),
    roomLabel: shown?.room ?? '',
    phoneMask: shown?.phone ?? '',
  };
}

const describeDraft = (masks: MaskPolicy, { sheet, row, name, kind, room, values }: RowDraft) => ({
  sheet,
  row,
  nameMask: maskName(masks, name, kind),
  roomLabel: labelOf(room?.label ?? ''),
  phoneMask: maskPhone(masks, values.find((value) => value.field === 'phone')?.value ?? ''),
});

/** Open but for the plates, of which a text that is none may be anything. */
const describeCars = (
  masks: MaskPolicy,
  { vehicles, spaces }: RowDraft,
): Pick<PlanRow, 'vehicles' | 'spaces'> => ({
  vehicles: vehicles.map(({ plate, ...details }) => ({ plateMask: maskPlate(masks, plate), ...details })),
  spaces: spaces.map(({ plate, ...space }) => ({
    ...space,
    plateMask: plate === null ? null : maskPlate(masks, plate),
  })),
});

/** Those of the person's own record. */
function describeValues(masks: MaskPolicy, { values, idType }: RowDraft): PlanRow['values'] {
  const hints = { idType, now: Date.now() };
  return values
    .flatMap(({ field, value }) =>
      isOwn(field) ? [{ field, mask: maskValue(masks, field, value, hints).mask.slice(0, 200) }] : [],
    )
    .slice(0, MAX_ROW_VALUES);
}

const isOwn = (field: SealedFieldId): field is OwnSealedFieldId =>
  OWN_SEALED_FIELD_IDS.some((id) => id === field);

const maskPlate = (masks: MaskPolicy, plate: string): string => maskValue(masks, 'plate', plate).mask;
const maskName = (masks: MaskPolicy, name: string, kind: RowDraft['kind']): string =>
  name === '' ? '' : maskValue(masks, 'name', name, { kind }).mask.slice(0, 200);
const maskPhone = (masks: MaskPolicy, phone: string): string =>
  phone === '' ? '' : maskValue(masks, 'phone', phone).mask;
/** A room that could not be read may hold anything, so a long number in it is not shown. */
export const labelOf = (label: string): string => label.slice(0, 120).replaceAll(/\d{7,}/g, '***');
