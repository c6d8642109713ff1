/** The import as the screen drives it: open a file, preview with a supervisor's PIN, apply with it again. Keys are dropped in between. */
import { randomBytes } from 'node:crypto';
import { SEALED_TIERS, type SealedFieldId, type SealedTier, sealedTierOf } from '../../../contract/fields.ts';
import type { VaultEvent } from '../../../contract/events.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { isIdTarget } from '../../../contract/import/lists.ts';
import type { SheetMapping } from '../../../contract/import/requests.ts';
import type { FileId, PlanId, PersonId } from '../../../contract/ids.ts';
import type {
  ImportPlan,
  ImportResult,
  UndoCheck,
  UndoResult,
  WorkbookSheet,
} from '../../../contract/import/views.ts';
import { AppError } from '../app-error.ts';
import type { PickedFiles } from '../files/picked-files.ts';
import { createTagger, matchTag, tagText } from '../keys/match.ts';
import { placeOf } from '../keys/practice-id.ts';
import { openSealed } from '../keys/seal.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import { withTiers } from '../session/open-values.ts';
import type { Scanners } from '../scanner-line.ts';
import { type Session, entryOf, logAlone, tellMasked } from '../session/session.ts';
import {
  type Proof,
  type VerifiedStaff,
  cosignerOf,
  requireSupervisor,
  withSlots,
} from '../session/with-slots.ts';
import { readCanaries } from '../access-monitor/canaries.ts';
import { noticeRecognised } from '../access-monitor/desk-watch.ts';
import { applyImport } from './apply-import.ts';
import { readJournalDigest, requireJournalOf } from './journal.ts';
import { listImports } from './list-imports.ts';
import { type PreparedImport, planImport } from './plan-import.ts';
import { type FileMark, markFile } from '../file-disposal/dispose-file.ts';
import { disposeSource } from '../file-disposal/dispose-source.ts';
import { readEstates } from './estates.ts';
import type { FoundLayout, Layout } from './header-layout.ts';
import { findLayout, forgetLayout, readLayout } from './layouts.ts';
import type { Consenting } from './removed-values.ts';
import { hashOfCells, keepSaid, readSaid } from './said-before.ts';
import { type KeptRows, type LeftRow, NOTHING_KEPT, type Reject, rowKey, unpackKept } from './left-rows.ts';
import type { PackedWorkbook } from './packed-rows.ts';
import type { RowDraft } from './parse-rows.ts';
import { mayBeReal } from '../values/invented.ts';
import { toRanges } from '../log/id-ranges.ts';
import { type LongWork, NEVER_ABORTED, type RunningWork } from '../long-work/long-work.ts';
import { openWorkbookInWorker } from './read-in-worker.ts';
import type { MatchTags } from './resolve-rows.ts';
import { withSheets } from './sheets-in-worker.ts';
import { partWith } from './show-cells.ts';
import { withSmallHeap } from './small-heap.ts';
import { type UndoKeys, checkUndo, undoImport } from './undo-import.ts';
import { commitValue } from '../session/commit.ts';
import { HOLDER_QUERIES, needsIdConsent, requireChoice } from '../id-number-rules/decision.ts';
import { done } from '../log/done.ts';

type Progress = VaultEvent<'import.progress'>;

export interface ImportDesk {
  open(session: Session, request: RouteRequest<'import.open'>): Promise<RouteReply<'import.open'>>;
  keepAnswers(session: Session, request: RouteRequest<'import.keepAnswers'>): Promise<void>;
  preview(session: Session, request: RouteRequest<'import.preview'>): Promise<ImportPlan>;
  apply(session: Session, request: RouteRequest<'import.apply'>): Promise<ImportResult>;
  sheet(session: Session, request: RouteRequest<'import.sheet'>): Promise<WorkbookSheet>;
  forgetLayout(session: Session, request: RouteRequest<'import.forgetLayout'>): Promise<WorkbookSheet>;
  saveRejects(
    session: Session,
    request: RouteRequest<'import.saveRejects'>,
  ): Promise<RouteReply<'import.saveRejects'>>;
  dispose(session: Session, request: RouteRequest<'import.dispose'>): Promise<RouteReply<'import.dispose'>>;
  cancel(): void;
  list: typeof listImports;
  checkUndo(session: Session, request: RouteRequest<'import.checkUndo'>): Promise<UndoCheck>;
  undo(session: Session, request: RouteRequest<'import.undo'>): Promise<UndoResult>;
}

interface ImportDeskDependencies {
  readonly work: LongWork<Progress>;
  readonly pickedFiles: PickedFiles;
  readonly scanners: Scanners;
}

type Running = RunningWork<Progress>;

/** Rows that were not taken, with their cells. */
interface LeftOver {
  readonly kept: KeptRows;
  readonly rejects: readonly Reject[];
}

export function createImportDesk({
  work: longWork,
  pickedFiles,
  scanners,
}: ImportDeskDependencies): ImportDesk {
  let opened: { readonly fileId: FileId; readonly workbook: PackedWorkbook } | null = null;
  let planned: { readonly planId: PlanId; readonly fileId: FileId; readonly plan: PreparedImport } | null =
    null;
  /** Rows that were not taken, until the import is left. */
  let left: LeftOver | null = null;
  /** Marks of files as they were when read, and the file that was imported. */
  const marks = new Map<FileId, FileMark>();
  let imported: FileId | null = null;
  /** The clear rows of a workbook stay no longer than the import that needs them. */
  function forget(): void {
    opened = null;
    planned = null;
    left = null;
    imported = null;
    pickedFiles.forget('workbook');
    pickedFiles.forget('rejects');
    marks.clear();
  }

  const exclusively = <T>(
    first: Progress['phase'] | null,
    work: (running: Running) => Promise<T>,
  ): Promise<T> =>
    longWork.run(
      (running) => withSmallHeap(() => work(running)),
      first === null ? {} : { first: { phase: first, done: 0, total: 0, secondsLeft: null } },
    );

  async function workbookOf(fileId: FileId, { tell, signal }: Running): Promise<PackedWorkbook> {
    if (opened?.fileId === fileId) return opened.workbook;
    const path = pickedFiles.pathOf(fileId, 'workbook');
    const mark = await markFile(path);
    const workbook = await openWorkbookInWorker(path, { onProgress: tell, signal });
    opened = { fileId, workbook };
    if (mark !== undefined) marks.set(fileId, mark);
    return workbook;
  }

  /** Describes a sheet anew; `layoutOf` says how it was mapped before, by the hash of its headers. */
  const describeAnew = (
    session: Session,
    { fileId, sheet, headerRow }: RouteRequest<'import.sheet'>,
    running: Running,
    layoutOf: (hash: Uint8Array | undefined) => Promise<Layout | null>,
  ): Promise<WorkbookSheet> =>
    workbookOf(fileId, running).then((workbook) =>
      withSheets(workbook, running, async (sheets) => {
        const layout = await layoutOf(await sheets.headerHash(sheet, headerRow));
        const estates = await readEstates(session);
        return sheets.describeSheet(session.policy, sheet, headerRow, layout, estates);
      }),
    );

  return {
    open: (session, { fileId }) =>
      exclusively('reading', async (running) =>
        describeWorkbook(session, await workbookOf(fileId, running), running),
      ),
    keepAnswers: async ({ store, signedIn, clock }, { fileId, said }) => {
      if (opened?.fileId !== fileId) throw new AppError('not-found');
      const file = hashOfCells(opened.workbook);
      await store.transaction((tx) => keepSaid(tx, file, signedIn.staffId, said, clock.now()));
    },
    sheet: (session, request) =>
      exclusively(null, (running) =>
        describeAnew(session, request, running, (hash) => readLayout(session.store, hash)),
      ),
    forgetLayout: (session, request) =>
      exclusively(null, (running) =>
        describeAnew(session, request, running, (hash) => forgetAndLog(session, hash)),
      ),
    saveRejects: (session, request) =>
      exclusively(null, async () => {
        const path = pickedFiles.pathOf(request.fileId, 'rejects');
        if (left === null) throw new AppError('no-rejects');
        return writeRejects(session, left, path, request);
      }),
    dispose: (session, { fileId }) =>
      exclusively(null, async () => {
        const mark = marks.get(fileId);
        if (imported !== fileId || mark === undefined) throw new AppError('not-found');
        const destroyed = await disposeSource(session, scanners, {
          of: 'import',
          path: pickedFiles.pathOf(fileId, 'workbook'),
          mark,
          entry: done('import-dispose', { bytes: mark.size }),
        });
        imported = null;
        return destroyed;
      }),
    preview: (session, request) =>
      exclusively('checking', async (running) => {
        const { fileId } = request;
        const plan = await prepareImport(session, request, await workbookOf(fileId, running), running);
        const planId = randomBytes(16).toString('hex') as PlanId;
        planned = { planId, fileId, plan };
        left = { kept: plan.kept, rejects: plan.rejects };
        return { planId, ...plan.view };
      }),
    apply: (session, request) =>
      exclusively('checking', async (running) => {
        if (planned?.planId !== request.planId) throw new AppError('plan-gone');
        const { plan, fileId } = planned;
        opened = null; // read again if it is previewed again; the plan has its cells
        const result = await applyPlan(session, plan, request, running);
        planned = null;
        imported = fileId;
        left = { kept: await keptOf(plan, result.rejected), rejects: result.rejected };
        return result;
      }),
    cancel() {
      longWork.cancel();
      if (!longWork.isRunning()) forget();
    },
    list: listImports,
    checkUndo: async (session, { importId }) => {
      const { store, policy } = session;
      const check = await checkUndo(store, policy.masks, importId);
      await requireJournalOf(store, importId, await readJournalDigest(session, store, importId));
      const said = { import: importId, shown: check.rows.length };
      return tellMasked(session, check, [entryOf(session, done('import-undo-check', said))]);
    },
    undo: (session, request) => exclusively('undoing', (running) => undoOne(session, request, running)),
  };
}

function describeWorkbook(
  session: Session,
  workbook: PackedWorkbook,
  running: Running,
): Promise<RouteReply<'import.open'>> {
  const { store, policy, signedIn, clock } = session;
  return withSheets(workbook, running, async (sheets) => {
    const layouts: (FoundLayout | null)[] = [];
    for (const hashes of await sheets.headerHashes()) layouts.push(await findLayout(store, hashes));
    return {
      fileName: workbook.fileName,
      sheets: [...(await sheets.describeSheets(policy, layouts, await readEstates(session)))],
      kept: await readSaid(store, hashOfCells(workbook), signedIn.staffId, clock.now()),
    };
  });
}

/** Forgets how the sheet with this hash of its headers was mapped; null, as there is no layout any more. */
const forgetAndLog = (session: Session, hash: Uint8Array | undefined): Promise<null> =>
  commitValue(session, async (tx) => {
    await forgetLayout(tx, hash);
    const entry = done('import-layout', { change: 'forgotten' });
    return { value: null, entries: [entry] };
  });

async function writeRejects(
  session: Session,
  { kept, rejects }: LeftOver,
  path: string,
  { language, supervisor }: RouteRequest<'import.saveRejects'>,
): Promise<RouteReply<'import.saveRejects'>> {
  const { encodeRejects, writeWorkbookFile } = await import('./write-rejects.ts');
  const { bytes, rows } = encodeRejects(unpackKept(kept), rejects, language);
  await withSlots(session, [supervisor], async (all) => {
    const cosignerId = cosignerOf(session, requireSupervisor(all));
    // The entry comes first: no clear value leaves without one.
    await logAlone(session, done('import-rejects', { rows }, { cosignerId, signedBy: all }));
    await writeWorkbookFile(path, bytes);
  });
  return { rows };
}

const withoutIdColumns = (mapping: readonly SheetMapping[]): readonly SheetMapping[] =>
  mapping.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.filter(({ target }) => !isIdTarget(target)),
  }));

/**
 * Compares the rows with the store and logs that it did. Errors: those of `withSheets`, `withSlots` and
 * `planImport`; AppError `practice-invented`, `import-guesses-ids`,
 * `ids-undecided`; those of `requireChoice`.
 */
async function prepareImport(
  session: Session,
  { sheets: said, takesIdNumbers, supervisor }: RouteRequest<'import.preview'>,
  workbook: PackedWorkbook,
  running: Running,
): Promise<PreparedImport> {
  const hasIds = said.some(({ columns }) => columns.some(({ target }) => isIdTarget(target)));
  if (takesIdNumbers === null && hasIds) throw new AppError('ids-undecided');
  if (takesIdNumbers === true) await requireChoice(session);
  const mapping = takesIdNumbers === true ? said : withoutIdColumns(said);
  // The thread starts and takes its rows while the PIN is stretched.
  return withSheets(workbook, running, (sheets) =>
    withSupervisor(session, supervisor, async (tags, present) => {
      const canaries = await readCanaries(session, session.store);
      const plan = await planImport({
        store: session.store,
        policy: session.policy,
        patterns: session.roomPatterns,
        workbook,
        sheets,
        keepRows: (rows) => keepInWorker(workbook, mapping, rows, running.signal),
        showCells: (rows) =>
          withSheets(partWith(workbook, rows), running, (sheets) =>
            sheets.showCells(session.policy.masks, mapping, rows),
          ),
        mapping,
        takesIds: takesIdNumbers,
        consenting: await consentingNow(session),
        canaries: canaries.flatMap(({ personId }) => personId ?? []),
        tags,
        onProgress: running.tell,
        signal: running.signal,
      });
      requireInvented(session, plan.drafts);
      const { guessedRow, comparedIds, view } = plan;
      await logAlone(session, {
        action: 'import-preview',
        outcome: guessedRow === null ? 'done' : 'refused',
        detail: {
          rows: view.counts.rows,
          comparedIds: toRanges(comparedIds),
          recognised: view.counts.changed + view.counts.same + view.counts.ambiguous,
        },
        cosignerId: cosignerOf(session, present),
        signedBy: [present],
      });
      await noticeRecognised(session, plan.metCanaries);
      if (guessedRow !== null) throw new AppError('import-guesses-ids', { row: guessedRow });
      return plan;
    }),
  );
}

/** Null where no ID numbers were removed yet. */
const consentingNow = async (session: Session): Promise<Consenting> =>
  (await needsIdConsent(session, session.store))
    ? new Set(
        (await session.store.all<{ readonly personId: PersonId }>(HOLDER_QUERIES.consenting)).map(
          ({ personId }) => personId,
        ),
      )
    : null;

/** ID numbers may have been removed since the preview. */
async function applyPlan(
  session: Session,
  plan: PreparedImport,
  { answers, supervisor }: RouteRequest<'import.apply'>,
  { tell, signal }: Running,
): Promise<ImportResult> {
  const consenting = await consentingNow(session);
  return withSupervisor(session, supervisor, (tags, present) =>
    applyImport({
      store: session.store,
      log: session.log,
      masks: session.policy.masks,
      plan,
      tags,
      consenting,
      answers,
      vaultId: session.keys.vaultId,
      tierKeys: session.keys.tierKeys,
      staffId: session.signedIn.staffId,
      cosignerId: cosignerOf(session, present),
      signedBy: [present],
      clock: session.clock,
      onProgress: tell,
      signal,
    }),
  );
}

const undoOne = (
  session: Session,
  { importId, keepEdited, supervisor }: RouteRequest<'import.undo'>,
  { tell, signal }: Running,
): Promise<UndoResult> =>
  withTierKeys(session, supervisor, (keys, present) =>
    undoImport({
      store: session.store,
      log: session.log,
      anchor: session.anchor,
      roster: session.roster,
      importId,
      keepEdited,
      keys: undoKeys(session, keys),
      staffId: session.signedIn.staffId,
      cosignerId: cosignerOf(session, present),
      signedBy: [present],
      clock: session.clock,
      onProgress: tell,
      signal,
    }),
  );

/** The cells of all rows that were not taken, also of those of which the preview did not know it. Nothing ends it: the import is written. */
async function keptOf(
  { left, kept, workbook, mapping, drafts, rejected }: PreparedImport,
  rejects: readonly Reject[],
): Promise<KeptRows> {
  const known = new Set(left.map(rowKey));
  if (rejects.every((reject) => known.has(rowKey(reject)))) return kept;
  const wanted = new Set(rejects.map(rowKey));
  const rows = [...rejected, ...drafts]
    .filter((row) => wanted.has(rowKey(row)))
    .map(({ sheet, row, notes }) => ({ sheet, row, notes }));
  return keepInWorker(workbook, mapping, rows, NEVER_ABORTED).catch(() => kept);
}

/** In a thread of its own, which is not wanted where every row was taken. */
const keepInWorker = async (
  workbook: PackedWorkbook,
  mapping: readonly SheetMapping[],
  left: readonly LeftRow[],
  signal: AbortSignal,
): Promise<KeptRows> =>
  left.length === 0
    ? NOTHING_KEPT
    : withSheets(workbook, { signal }, (sheets) => sheets.keepRows(mapping, left));

const undoKeys = ({ keys: { vaultId } }: Session, keys: TierKeys): UndoKeys => ({
  open: (value) => openSealed(vaultId, keyOf(keys, value.field), value, value, value.ciphertext),
  tag: (field, personId, value) => ({
    tag: matchTag(vaultId, keyOf(keys, field), field, tagText(field, personId, value)),
    epoch: keyOf(keys, field).epoch,
  }),
});

type TierKeys = ReadonlyMap<SealedTier, TierPrivate>;

/** A supervisor's PIN opens the keys of both tiers for the time of `work`. */
function withTierKeys<T>(
  session: Session,
  proof: Proof,
  work: (keys: TierKeys, present: VerifiedStaff) => Promise<T>,
): Promise<T> {
  return withSlots(session, [proof], async (all) => {
    const present = requireSupervisor(all);
    return withTiers(session, present, SEALED_TIERS, (keys) => work(keys, present));
  });
}

/** As `withTierKeys`, for the match keys alone, which tell duplicates. */
function withSupervisor<T>(
  session: Session,
  proof: Proof,
  work: (tags: MatchTags, present: VerifiedStaff) => Promise<T>,
): Promise<T> {
  return withTierKeys(session, proof, (keys, present) => {
    const taggers = new Map([...keys].map(([tier, key]) => [tier, createTagger(session.keys.vaultId, key)]));
    return work(
      (field, normalised) => required(taggers.get(sealedTierOf(field)))(field, normalised),
      present,
    );
  });
}

const keyOf = (keys: TierKeys, field: SealedFieldId): TierPrivate => required(keys.get(sealedTierOf(field)));

function required<T>(ofTier: T | undefined): T {
  if (ofTier === undefined) throw new AppError('needs-supervisor');
  return ofTier;
}

/** A workbook in use has no business in practice. Errors: AppError `practice-invented` {row}. */
function requireInvented({ header }: Session, drafts: readonly RowDraft[]): void {
  if (placeOf(header.vaultId) === 'real') return;
  const real = drafts.find(({ values }) => values.some(({ field, value }) => mayBeReal(field, value)));
  if (real !== undefined) throw new AppError('practice-invented', { row: real.row });
}
