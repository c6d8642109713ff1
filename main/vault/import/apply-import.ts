/** Writes a planned import: all of it in one transaction with its log entry, or none of it. */
import type { SealedTier } from '../../../contract/fields.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import type { ImportAnswers } from '../../../contract/import/requests.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { ImportResult } from '../../../contract/import/views.ts';
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import type { TrustedTierKey } from '../keys/tier-keys.ts';
import { type Marks, readMarks } from '../log/chains.ts';
import type { EntrySigners } from '../log/entry-signer.ts';
import type { AuditLog } from '../log/audit-log.ts';
import { claimIds } from '../store/ids.ts';
import { withoutListTriggers } from '../store/list-columns.ts';
import { type SqlValue, sql } from '../store/sql.ts';
import type { Store, WritableStore } from '../store/store.ts';
import { withWideCache } from '../store/wide-cache.ts';
import { type ImportRows, buildRows } from './build-rows.ts';
import type { Statement } from './build-statements.ts';
import { keepBefore, keepRanges, sealJournal } from './journal.ts';
import { rememberLayouts } from './layouts.ts';
import { keepFlags } from './open-flags.ts';
import { type Consenting, flagRemoved } from './removed-values.ts';
import { answerWith } from './answer-questions.ts';
import { changedSince } from './changed-since.ts';
import type { RowDraft } from './parse-rows.ts';
import type { PreparedImport } from './plan-import.ts';
import { forgetSaid, hashOfCells } from './said-before.ts';
import { countWritten, REASON_WHEN_WRITTEN } from './preview-plan.ts';
import { type Pace, type Watcher, startPhase } from '../long-work/progress.ts';
import {
  type MatchTags,
  type Matched,
  type Outcome,
  STEPS_PER_DRAFT,
  answerMatched,
  matchRows,
  tagsBeyond,
} from './resolve-rows.ts';

/** Rows after which a cancel is noticed. */
const LOOK_EVERY = 500;
/** How often somebody else may change the store before this is written. */
const MAX_TRIES = 3;
/** Rejected rows named in the result. */
const MAX_REJECTED = 100_000;

interface ApplyOptions extends Watcher {
  readonly store: Store;
  readonly log: AuditLog;
  readonly plan: PreparedImport;
  readonly tags: MatchTags;
  readonly consenting?: Consenting;
  readonly answers: ImportAnswers;
  readonly masks: MaskPolicy;
  readonly vaultId: string;
  readonly tierKeys: Readonly<Record<SealedTier, TrustedTierKey>>;
  readonly staffId: string;
  /** The supervisor, where somebody else is signed in. */
  readonly cosignerId: string | null;
  readonly signedBy: EntrySigners;
  readonly clock: Clock;
}

/**
 * The rows are compared with the store anew where it has changed since the preview, so that that is not undone, and once more if it
 * changes before the transaction begins. A blank cell never erases. The log takes counts, never a value.
 * Errors: AppError `import-not-answered` {stop} (what the plan stops at), `cancelled` (nothing is written), `changed-meanwhile`, those of AuditLog.record.
 */
export async function applyImport(options: ApplyOptions): Promise<ImportResult> {
  const open = options.plan.view.stops.find(({ stop }) => !options.answers.despite.includes(stop));
  if (open !== undefined) throw new AppError('import-not-answered', { stop: open.stop });
  for (let attempt = 1; ; attempt += 1) {
    const result = await applyOnce(options);
    if (result !== null) return result;
    if (attempt === MAX_TRIES) throw new AppError('changed-meanwhile');
  }
}

/** Null where the store changed meanwhile: nothing was written. */
async function applyOnce(options: ApplyOptions): Promise<ImportResult | null> {
  const { store, plan, tags, clock } = options;
  const { since, matched } = await matchOnce(options);
  // Answers decide whose rows are, and so what was taken from them before.
  const drafts = flagRemoved(plan.drafts, matched.removed);
  const pace = startPhase(options, 'writing', matched.people.length);
  const { rows, outcomes } = await buildRows({
    ...options,
    matched,
    tagOf: tagsBeyond(matched.asked, tags),
    drafts,
    now: clock.now(),
    pace,
  });
  const counts = await countWritten(outcomes, drafts, plan.rejected.length, pace);
  const write = startPhase(options, 'finishing', rows.count);
  const stale = new Error('the store changed meanwhile');
  let flagged = 0;
  const importId = await options.log
    .record<number>(store, async (tx) => {
      if (await changedSince(tx, since)) throw stale;
      for (const claim of rows.claims) if (!(await claimIds(tx, claim.table, claim))) throw stale;
      await insertRun(tx, options, rows.importId, counts);
      await keepBefore(tx, rows);
      await withWideCache(tx, () => withoutListTriggers(tx, () => writeRows(tx, rows, write)));
      await keepRanges(tx, rows);
      const journal = await sealJournal(tx, rows.importId);
      await rememberLayouts(tx, plan.layouts, clock.now());
      await forgetSaid(tx, hashOfCells(plan.workbook));
      const missing = options.answers.missing === 'look' ? [...matched.missing.values()] : [];
      flagged = await keepFlags(
        tx,
        rows.importId,
        takenOf(drafts, outcomes),
        missing.map(({ label }) => label),
      );
      return {
        value: rows.importId,
        entries: [
          {
            action: 'import',
            outcome: 'done',
            staffId: options.staffId as StaffId,
            cosignerId: options.cosignerId as StaffId | null,
            signedBy: options.signedBy,
            detail: {
              import: rows.importId,
              rows: counts.rows,
              new: counts.new,
              changed: counts.changed,
              same: counts.same,
              rejected: counts.rejected,
              idNumbers: plan.takesIds,
              journal,
            },
          },
        ],
      };
    })
    .catch((error: unknown) => {
      if (error === stale) return null;
      throw error;
    });
  if (importId === null) return null;
  const unresolved = [...matched.unresolved].flatMap(([index, { outcome }]) => {
    const draft = drafts[index];
    return draft === undefined
      ? []
      : [{ sheet: draft.sheet, row: draft.row, reason: REASON_WHEN_WRITTEN[outcome] }];
  });
  const rejected = [...plan.rejected, ...unresolved]
    .slice(0, MAX_REJECTED)
    .map(({ sheet, row, reason }) => ({ sheet, row, reason }));
  return {
    importId,
    rows: counts.rows,
    created: counts.new,
    changed: counts.changed,
    same: counts.same,
    ...rows.made,
    flagged,
    rejected,
  };
}

/** Rows of which something became something: those that were left out are among the rejected. */
const takenOf = (drafts: readonly RowDraft[], outcomes: readonly Outcome[]): readonly RowDraft[] =>
  drafts.filter((_, index) => !LEFT.has(outcomes[index] ?? 'same'));
const LEFT: ReadonlySet<Outcome> = new Set<Outcome>(['ambiguous', 'left-out', 'unresolved']);

/** As the plan has it, with the answers, if nothing changed since and no other row depends on them; the plan has it once. */
async function matchOnce(
  options: ApplyOptions,
): Promise<{ readonly since: Marks; readonly matched: Matched }> {
  const {
    store,
    plan: { drafts, offered, takeMatched },
    tags,
    answers,
  } = options;
  const planned = takeMatched();
  if (planned !== null && !(await changedSince(store, planned.since))) {
    if (offered.size === 0) return planned;
    const pace = startPhase(options, 'checking', offered.size);
    const answered = await answerMatched(
      planned.matched,
      drafts,
      tags,
      pace,
      answerWith(answers, offered),
      options.consenting,
    );
    if (answered !== null) return { since: planned.since, matched: answered };
  }
  const since = await readMarks(store);
  return {
    since,
    matched: await matchRows(
      store,
      drafts,
      tags,
      startPhase(options, 'checking', drafts.length, STEPS_PER_DRAFT),
      answerWith(answers, offered),
      options.consenting,
    ),
  };
}

async function insertRun(
  tx: WritableStore,
  { staffId, cosignerId, clock, plan }: ApplyOptions,
  id: number,
  counts: Awaited<ReturnType<typeof countWritten>>,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO import_run (id, at, staff_id, cosigner_id, file_name, row_count, created, changed, same, rejected, journal)
    VALUES (${id}, ${clock.now()}, ${staffId}, ${cosignerId}, ${plan.fileName}, ${counts.rows}, ${counts.new}, ${counts.changed}, ${counts.same}, ${counts.rejected}, 1)`);
}

/** Awaits nothing but the transaction. */
async function writeRows(tx: WritableStore, rows: ImportRows, pace: Pace): Promise<void> {
  let done = 0;
  function* watched({ values, counted }: Statement): Generator<readonly SqlValue[]> {
    let taken = 0;
    for (const row of values) {
      yield row;
      if (counted) done += 1;
      if ((taken += 1) % LOOK_EVERY === 0) pace.tick(done);
    }
    pace.tick(done);
  }
  for (const statement of rows.statements()) await tx.runMany(statement.text, watched(statement));
}
