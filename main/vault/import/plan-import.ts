/** Plans an import without writing anything: has the mapped rows read, tells new from known, and prepares what the screen may see of it. */
import type { Policy } from '../../../contract/policy/lists.ts';
import type { SheetMapping } from '../../../contract/import/requests.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { ImportPlan } from '../../../contract/import/views.ts';
import { AppError } from '../app-error.ts';
import { type Marks, readMarks } from '../log/chains.ts';
import { NO_PATTERNS, type RoomPatterns } from '../values/room-pattern.ts';
import type { ReadableStore } from '../store/store.ts';
import { type Offered, offeredIn } from './answer-questions.ts';
import { type DraftPack, createDraftUnpacker } from './draft-packs.ts';
import { guessedRowOf } from './guessed-ids.ts';
import type { MappedLayout } from './header-layout.ts';
import type { KeptRows, LeftRow, Reject } from './left-rows.ts';
import { checkTimeOf } from './limits.ts';
import { metCanaries } from './met-canaries.ts';
import { type PackedWorkbook, rowsOf } from './packed-rows.ts';
import { type RejectedRow, type RowDraft, toRejected } from './parse-rows.ts';
import {
  type MadeCounts,
  countOutcomes,
  describeMissing,
  describeQuestions,
  listFlags,
  previewRows,
  REASON_OF,
} from './preview-plan.ts';
import { type Pace, type Watcher, startPhase } from '../long-work/progress.ts';
import {
  type ChangeVisitor,
  type MatchTags,
  type Matched,
  STEPS_PER_DRAFT,
  compareMatched,
  matchRows,
  tagsBeyond,
} from './resolve-rows.ts';
import { findElsewhere, findStops } from './stops.ts';
import { type Consenting, flagRemoved } from './removed-values.ts';
import { withoutIds, withoutIdsInWords, withoutSharedIds } from './shared-ids.ts';
import type { RowPlace, ShownCells } from './show-cells.ts';
import type { SheetsInWorker } from './sheets-in-worker.ts';

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
  /** Those of `PlanOptions.canaries` that rows were found to be, or whose phones stand in them. */
  readonly metCanaries: readonly PersonId[];
  /** Where the workbook tries out ID numbers, so that nobody may be shown `view`; null where it does not. */
  readonly guessedRow: number | null;
  /** Rows that may not be taken, their cells, and those of them that are rejected whatever is answered. */
  readonly left: readonly LeftRow[];
  readonly kept: KeptRows;
  readonly rejects: readonly Reject[];
  /** Cells of all rows: what is clear now may be unclear when it is written. */
  readonly workbook: PackedWorkbook;
  readonly mapping: readonly SheetMapping[];
  readonly takesIds: boolean;
  /** Who is who, as it was when the log ended with the marks `since`. For an import once, since it lets go of it as it goes; null where other rows depend on what is answered. */
  takeMatched(): { readonly since: Marks; readonly matched: Matched } | null;
  /** How the layouts were mapped; null for one that needs no remembering. */
  readonly layouts: readonly MappedLayout[];
}

interface PlanOptions extends Watcher {
  readonly store: ReadableStore;
  readonly workbook: PackedWorkbook;
  /** Answers about the cells of `workbook`; ended as soon as its rows have been read. */
  readonly sheets: SheetsInWorker;
  /** Keeps the cells of rows that may not be taken. */
  readonly keepRows: (left: readonly LeftRow[]) => Promise<KeptRows>;
  /** The cells of rows that are shown, in their order. */
  readonly showCells: (rows: readonly RowPlace[]) => Promise<readonly ShownCells[]>;
  readonly mapping: readonly SheetMapping[];
  /** Unless it is true, no ID number is taken, wherever it stands; null where nobody said it, and there may be none. */
  readonly takesIds: boolean | null;
  /** Whose ID numbers alone are taken; anybody's where it is left out. */
  readonly consenting?: Consenting;
  readonly tags: MatchTags;
  readonly policy: Policy;
  /** Records of nobody; none where it is left out. */
  readonly canaries?: readonly PersonId[];
  /** How the estate writes its rooms. */
  readonly patterns?: RoomPatterns;
  /** Milliseconds since the epoch: nobody is born later. Default: the machine's clock. */
  readonly now?: number;
  /** Milliseconds that it may take in all. */
  readonly maxMilliseconds?: number;
}

/**
 * Errors: AppError `workbook-no-columns` (no column of a mapped sheet is a name or a room), `bad-request` (a sheet or
 * header row that the workbook does not have, a sheet that is mapped twice), `workbook-empty` (no row holds data), `ids-undecided`, `cancelled`,
 * `workbook-too-slow`, those of `SheetsInWorker` and of the store.
 */
export async function planImport(options: PlanOptions): Promise<PreparedImport> {
  const { store, workbook, sheets, mapping, tags, policy } = options;
  const { maxMilliseconds = checkTimeOf(rowsOf(workbook)) } = options;
  const limit = { endsAt: performance.now() + maxMilliseconds, error: 'workbook-too-slow' } as const;
  const { total, layouts } = await sheets.startRows({
    mapping,
    switchedOn: policy.switchedOn,
    patterns: options.patterns ?? NO_PATTERNS,
    now: options.now ?? Date.now(),
  });
  const pace = startPhase({ ...options, limit }, 'checking', total, 2 + STEPS_PER_DRAFT);
  const { drafts: taken, rejected } = await takeDrafts(sheets, mapping, pace);
  const read = await (options.takesIds === true
    ? withoutSharedIds(
        (options.consenting ?? null) === null ? taken : await withoutIdsInWords(taken, pace),
        pace,
      )
    : withoutIds(taken, pace, options.takesIds));
  sheets.end(); // its memory is wanted for the matching
  if (read.length + rejected.length === 0) throw new AppError('workbook-empty');
  const since = await readMarks(store);
  const matched = await matchRows(store, read, tags, pace, undefined, options.consenting);
  const drafts = flagRemoved(read, matched.removed);
  const met = await metCanaries(store, drafts, matched, options.canaries ?? [], pace);
  const counter = createCounter();
  const outcomes = await compareMatched(
    { ...matched, people: [...matched.people] },
    tagsBeyond(matched.asked, tags),
    drafts,
    counter,
    pace,
  );
  const isOpen = [...matched.unresolved.values()].some(({ outcome }) => outcome === 'ambiguous');
  let clear = isOpen && matched.open === null ? null : { since, matched };
  const { fileName } = workbook;
  const unresolved = [...matched.unresolved].flatMap(([row, { outcome }]) =>
    drafts.slice(row, row + 1).map((draft) => ({ draft, outcome })),
  );
  const left = [...rejected, ...unresolved.map(({ draft }) => draft)].map(({ sheet, row, notes }) => ({
    sheet,
    row,
    notes,
  }));
  const rows = await previewRows(policy.masks, drafts, outcomes, rejected, pace);
  const cells = await options.showCells(rows);
  return {
    takeMatched: () => {
      const taken = clear;
      clear = null;
      return taken;
    },
    fileName,
    drafts,
    rejected,
    mapping,
    workbook,
    takesIds: options.takesIds === true,
    offered: offeredIn(matched.unresolved),
    comparedIds: [...matched.comparedIds.keys()] as PersonId[],
    metCanaries: met,
    guessedRow: await guessedRowOf(drafts, matched, pace),
    layouts,
    left,
    kept: await options.keepRows(left),
    rejects: [
      ...rejected,
      ...unresolved.flatMap(({ draft, outcome }) =>
        outcome === 'ambiguous' ? [] : [toRejected(draft, REASON_OF[outcome])],
      ),
    ],
    view: {
      fileName,
      counts: { ...(await countOutcomes(outcomes, drafts, rejected.length, pace)), ...counter.counted },
      missing: describeMissing(policy.masks, matched.missing),
      stops: [...(await findStops(drafts, pace)), ...(await findElsewhere(store, matched, drafts, pace))],
      flags: listFlags(drafts),
      rows: rows.map((row, at) => ({ ...row, cells: cells[at] ?? [] })),
      questions: await describeQuestions(store, policy.masks, drafts, matched.unresolved, pace),
    },
  };
}

/** A plan only counts. */
function createCounter(): ChangeVisitor & { readonly counted: MadeCounts } {
  const counted = { newPeople: 0, changedPeople: 0, newRooms: 0 };
  return {
    counted,
    room: ({ known }) => (counted.newRooms += known === null ? 1 : 0),
    person: ({ known }) => (counted[known === null ? 'newPeople' : 'changedPeople'] += 1),
  };
}

/** The thread reads the rows after a pack while those in it are taken apart. */
async function takeDrafts(
  sheets: SheetsInWorker,
  mapping: readonly SheetMapping[],
  pace: Pace,
): Promise<{ readonly drafts: readonly RowDraft[]; readonly rejected: readonly RejectedRow[] }> {
  const unpack = createDraftUnpacker(mapping.map(({ sheet }) => sheet));
  const drafts: RowDraft[] = [];
  const rejected: RejectedRow[] = [];
  let read = 0;
  const next = (): Promise<DraftPack | null> => {
    const asked = sheets.nextDrafts();
    asked.catch(() => undefined); // told where it is awaited, if it still is
    return asked;
  };
  let coming = next();
  for (let pack = await coming; pack !== null; pack = await coming) {
    coming = next();
    const taken = unpack(pack);
    for (const draft of taken.drafts) drafts.push(draft);
    for (const row of taken.rejected) rejected.push(row);
    for (; read < pack.rows; read += 1) await pace.step();
    await pace.breathe();
  }
  return { drafts, rejected };
}
