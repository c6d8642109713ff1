/** Plans an import without writing anything: reads the mapped rows, tells new from known, and prepares what the screen may see of it. */
import type { Policy } from '../../../contract/policy/lists.ts';
import type { SheetMapping } from '../../../contract/intake/requests.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { ImportPlan } from '../../../contract/intake/views.ts';
import { AppError } from '../app-error.ts';
import type { RoomPatterns } from '../values/room-pattern.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Offered } from './answer-questions.ts';
import { offeredIn } from './answer-questions.ts';
import { lastEntry } from './changed-since.ts';
import { findDataRows } from './find-table.ts';
import { guessedRowOf } from './guessed-ids.ts';
import type { MappedLayout } from './layouts.ts';
import { mappedLayout } from './layouts.ts';
import type { RejectedSheet, PackedWorkbook, Reject } from './left-rows.ts';
import { keepRows, packWorkbook } from './left-rows.ts';
import { isTaken, isUsable } from './map-columns.ts';
import type { ParsedRow, RejectedRow, RowDraft } from './parse-rows.ts';
import { createRowParser } from './parse-rows.ts';
import { countOutcomes, describeQuestions, previewRows, REASON_OF, toRejected } from './preview-plan.ts';
import type { RoomDraft } from './read-room.ts';
import type { Watcher } from '../long-work/progress.ts';
import { startPhase } from '../long-work/progress.ts';
import { resolveReferences } from './resolve-references.ts';
import type { ChangeVisitor, Matched, MatchTags } from './resolve-rows.ts';
import { compareMatched, matchRows, STEPS_PER_DRAFT, tagsBeyond } from './resolve-rows.ts';
import type { Workbook } from './workbook.ts';

export type { MatchTags } from './resolve-rows.ts';

/** A planned import. `view` may cross to the screen; the rest is in clear and stays in this process. */
export interface PreparedImport {
  readonly view: Omit<ImportPlan, 'planId'>;
  readonly fileName: string;
  readonly drafts: readonly RowDraft[];
  readonly rejected: readonly RejectedRow[];
  /** Who may be meant where it has to be asked. */
  readonly offered: Offered;
  /** Residents with whose ID number rows were compared. */
  readonly comparedIds: readonly PersonId[];
  /** Where the workbook tries out ID numbers, so that nobody may be shown `view`; null where it does not. */
  readonly guessedRow: number | null;
  /** Cells of all rows that may not be taken, and those of them that are rejected whatever is answered. */
  readonly left: readonly RejectedSheet[];
  readonly rejects: readonly Reject[];
  /** Cells of all rows: what is clear now may be unclear when it is written. */
  readonly packed: PackedWorkbook;
  readonly mapping: readonly SheetMapping[];
  /** Who is who, as it was once entry `since` was the last of the log. For an import once, since it lets go of it as it goes; null where answers have their say. */
  takeMatched(): { readonly since: number; readonly matched: Matched } | null;
  /** How the layouts were mapped; null for one that needs no remembering. */
  readonly layouts: readonly MappedLayout[];
}

export interface PlanOptions extends Watcher {
  readonly store: ReadableStore;
  readonly workbook: Workbook;
  readonly mapping: readonly SheetMapping[];
  readonly tags: MatchTags;
  readonly policy: Policy;
  /** How the estate writes its rooms. */
  readonly patterns?: RoomPatterns;
  /** Milliseconds since the epoch: nobody is born later. Default: the machine's clock. */
  readonly now?: number;
}

/**
 * Errors: AppError `workbook-no-columns` (no column of a mapped sheet is a name or a room), `bad-request` (a sheet or
 * header row that the workbook does not have), `workbook-empty` (no row holds data), `cancelled`, those of the store.
 */
export async function planImport(options: PlanOptions): Promise<PreparedImport> {
  const { store, workbook, mapping, tags, policy } = options;
  const sheets = mapping.map((sheetMapping) => findRows(workbook, sheetMapping, policy));
  if (!mapping.some(({ columns }) => isUsable(columns.map(({ target }) => target))))
    throw new AppError('workbook-no-columns', { sheets: mapping.length });
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  const pace = startPhase(options, 'checking', total, 2 + STEPS_PER_DRAFT);
  const sorted: Sorted = { drafts: [], rejected: [], seen: new Map(), rooms: new Map() };
  for (const { sheet, columns, rows } of sheets) {
    const parse = createRowParser(sheet, columns, options.now ?? Date.now(), options.patterns);
    for (const index of rows) {
      for (const parsed of parse(index)) sort(parsed, sorted);
      await pace.step();
    }
  }
  const { drafts, unresolved } = resolveReferences(sorted.drafts);
  const rejected = [...sorted.rejected, ...unresolved.map(({ draft, reason }) => toRejected(draft, reason))];
  if (drafts.length + rejected.length === 0) throw new AppError('workbook-empty');
  const since = await lastEntry(store);
  const matched = await matchRows(store, drafts, tags, pace);
  const outcomes = await compareMatched(
    { ...matched, people: [...matched.people] },
    tagsBeyond(matched.asked, tags),
    drafts,
    NOBODY,
    pace,
  );
  let kept = [...matched.aside.values()].some(({ outcome }) => outcome === 'ambiguous')
    ? null
    : { since, matched };
  const { fileName } = workbook;
  const aside = [...matched.aside].flatMap(([row, { outcome }]) =>
    drafts.slice(row, row + 1).map((draft) => ({ draft, outcome })),
  );
  return {
    takeMatched: () => {
      const taken = kept;
      kept = null;
      return taken;
    },
    fileName,
    drafts,
    rejected,
    mapping,
    packed: await packWorkbook(workbook, mapping, pace),
    offered: offeredIn(matched.aside),
    comparedIds: [...matched.comparedIds.keys()] as PersonId[],
    guessedRow: guessedRowOf(drafts, matched),
    layouts: mapping.flatMap((one) => mappedLayout(workbook, one)),
    left: keepRows(workbook, mapping, [...rejected, ...aside.map(({ draft }) => draft)]),
    rejects: [
      ...rejected,
      ...aside.flatMap(({ draft, outcome }) =>
        outcome === 'ambiguous' ? [] : [toRejected(draft, REASON_OF[outcome])],
      ),
    ],
    view: {
      fileName,
      counts: countOutcomes(outcomes, drafts, rejected.length),
      rows: previewRows(policy.masks, drafts, outcomes, rejected),
      questions: await describeQuestions(store, policy.masks, drafts, matched.aside),
    },
  };
}

/** A plan only counts. */
const NOBODY: ChangeVisitor = { room: () => undefined, person: () => undefined };

function findRows(
  workbook: Workbook,
  { sheet: name, headerRow, columns }: SheetMapping,
  { switchedOn }: Policy,
) {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined || headerRow > sheet.rows.length)
    throw new AppError('bad-request', { where: 'sheet' });
  return {
    sheet,
    columns: columns.filter(({ target }) => isTaken(target, switchedOn)),
    rows: findDataRows(sheet, headerRow - 1),
  };
}

interface Sorted {
  readonly drafts: RowDraft[];
  readonly rejected: RejectedRow[];
  /** Rows so far by a hash of all that they hold. */
  readonly seen: Map<number, RowDraft>;
  /** Rooms so far, by canonical form. */
  readonly rooms: Map<string, RoomDraft>;
}

/** A family has one room, and one object for it. */
function shareRoom(draft: RowDraft, rooms: Map<string, RoomDraft>): RowDraft {
  const { room } = draft;
  if (room === null) return draft;
  const known = rooms.get(room.canonical);
  if (known === undefined) rooms.set(room.canonical, room);
  const same =
    known !== undefined &&
    (Object.keys(room) as (keyof RoomDraft)[]).every((key) => known[key] === room[key]);
  return same ? { ...draft, room: known } : draft;
}

/** A row that holds nothing but what an earlier one did is most likely pasted twice, and is said to be so. */
function sort(parsed: ParsedRow, { drafts, rejected, seen, rooms }: Sorted): void {
  if ('rejected' in parsed) {
    rejected.push(parsed.rejected);
    return;
  }
  const draft = shareRoom(parsed.draft, rooms);
  const key = hashOf(draft);
  const before = seen.get(key);
  if (before === undefined || contentOf(before) !== contentOf(draft)) {
    seen.set(key, draft);
    drafts.push(draft);
    return;
  }
  rejected.push(toRejected(draft, 'repeated-row'));
}

const contentOf = ({ sheet: _sheet, row: _row, notes: _notes, ...content }: RowDraft): string =>
  JSON.stringify(content);

/** 53 bits of what makes rows differ, enough to keep a hundred thousand of them apart; equal ones are compared in full. */
function hashOf({
  name,
  pinyin,
  sex,
  idType,
  relation,
  room,
  vehicles,
  spaces,
  values,
  ownerCode,
}: RowDraft): number {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  const take = (text: string | null | undefined): void => {
    for (let at = 0; at < (text?.length ?? 0); at += 1) {
      const unit = text?.charCodeAt(at) ?? 0;
      low = Math.imul(low ^ unit, 0x5bd1e995);
      high = Math.imul(high ^ unit, 0x1b873593) + low;
    }
    high = Math.imul(high ^ 0xffff, 0x1b873593) + low;
  };
  for (const text of [
    name,
    pinyin,
    sex,
    idType,
    relation,
    ownerCode,
    room?.canonical,
    room?.floor,
    room?.layout,
    room?.status,
    room?.area?.toString(),
  ])
    take(text);
  for (const car of [...vehicles, ...spaces]) for (const said of Object.values(car)) take(said);
  for (const { value } of values) take(value);
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
