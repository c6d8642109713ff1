/** The import as the screen drives it: open a file, preview with a supervisor's PIN, apply with it again. Keys are dropped in between. */
import { randomBytes } from 'node:crypto';
import type { SealedFieldId, SealedTier } from '../../../contract/fields.ts';
import { SEALED_TIERS, sealedTierOf } from '../../../contract/fields.ts';
import type { RouteReply, RouteRequest, VaultEvent } from '../../../contract/routes.ts';
import type { FileId, ImportPlan, ImportResult, PlanId, StaffId, UndoCheck, UndoResult } from '../../../contract/views.ts';
import { AppError } from '../app-error.ts';
import { createTagger, matchTag } from '../keys/match.ts';
import { openSealed } from '../keys/seal.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import { withTiers } from '../people/open-values.ts';
import type { Session } from '../session/session.ts';
import { logAlone } from '../session/session.ts';
import type { Present, Proof } from '../session/with-slots.ts';
import { requireSupervisor, withSlots } from '../session/with-slots.ts';
import { applyImport } from './apply-import.ts';
import { listImports } from './list-imports.ts';
import type { PreparedImport } from './plan-import.ts';
import { planImport } from './plan-import.ts';
import type { Workbook } from './read-workbook.ts';
import { describeWorkbook, openWorkbook } from './read-workbook.ts';
import type { MatchTags } from './resolve-rows.ts';
import { tagText } from './resolve-rows.ts';
import { checkUndo, undoImport } from './undo-import.ts';
import type { UndoKeys } from './undo-import.ts';

export type Progress = VaultEvent<'import.progress'>;

export interface ImportDesk {
  offerFile(fileId: string, path: string): void;
  open(session: Session, request: RouteRequest<'import.open'>): Promise<RouteReply<'import.open'>>;
  preview(session: Session, request: RouteRequest<'import.preview'>): Promise<ImportPlan>;
  apply(session: Session, request: RouteRequest<'import.apply'>): Promise<ImportResult>;
  cancel(): void;
  list: typeof listImports;
  checkUndo(session: Session, request: RouteRequest<'import.checkUndo'>): Promise<UndoCheck>;
  undo(session: Session, request: RouteRequest<'import.undo'>): Promise<UndoResult>;
}

export interface ImportDeskDependencies {
  readonly onProgress: (progress: Progress) => void;
  /** Long work holds off the idle lock. */
  readonly onLongWork: (running: boolean) => void;
}

export function createImportDesk({ onProgress, onLongWork }: ImportDeskDependencies): ImportDesk {
  const offered = new Map<string, string>();
  let opened: { readonly fileId: FileId; readonly workbook: Workbook } | null = null;
  let planned: { readonly planId: PlanId; readonly plan: PreparedImport } | null = null;
  let running = false;
  let cancelled = false;

  /** The clear rows of a workbook stay no longer than the import that needs them. */
  function forget(): void {
    opened = null;
    planned = null;
    offered.clear();
  }

  /** One piece of long work at a time, that `cancel` ends. */
  async function exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (running) throw new AppError('busy');
    running = true;
    cancelled = false;
    onLongWork(true);
    try {
      return await work();
    } finally {
      running = false;
      onLongWork(false);
    }
  }

  async function workbookOf(fileId: FileId): Promise<Workbook> {
    if (opened?.fileId === fileId) return opened.workbook;
    const path = offered.get(fileId);
    if (path === undefined) throw new AppError('not-found');
    const workbook = await openWorkbook(path);
    opened = { fileId, workbook };
    return workbook;
  }

  return {
    offerFile(fileId, path) {
      offered.set(fileId, path);
    },
    open: ({ policy }, { fileId }) => exclusively(async () => describeWorkbook(policy, await workbookOf(fileId))),
    preview: (session, { fileId, sheets, supervisor }) => exclusively(async () => {
      const workbook = await workbookOf(fileId);
      return withSupervisor(session, supervisor, async (tags, present) => {
        const plan = await planImport({ store: session.store, policy: session.policy, patterns: session.roomPatterns, workbook, mapping: sheets, tags, onProgress, isCancelled: () => cancelled });
        const planId = randomBytes(16).toString('hex') as PlanId;
        planned = { planId, plan };
        await logAlone(session, { action: 'import-preview', outcome: 'done', detail: `rows ${plan.view.counts.rows}`, cosignerId: cosignerOf(session, present) });
        return { planId, ...plan.view };
      });
    }),
    apply: (session, { planId, answers, supervisor }) => exclusively(async () => {
      if (planned?.planId !== planId) throw new AppError('plan-gone');
      const { plan } = planned;
      opened = null; // read again if it is previewed again; its text would lie beside the plan's all the while
      const result = await withSupervisor(session, supervisor, (tags, present) => applyImport({
        store: session.store, log: session.log, masks: session.policy.masks, plan, tags, answers, vaultId: session.keys.vaultId, tierKeys: session.keys.tierKeys,
        staffId: session.signedIn.staffId, cosignerId: cosignerOf(session, present), clock: session.clock, onProgress, isCancelled: () => cancelled,
      }));
      forget();
      return result;
    }),
    cancel() {
      cancelled = true;
      if (!running) forget();
    },
    list: listImports,
    checkUndo: (session, { importId }) => checkUndo(session.store, session.policy.masks, importId),
    undo: (session, { importId, keepEdited, supervisor }) => exclusively(() => withTierKeys(session, supervisor, (keys, present) => undoImport({
      store: session.store, log: session.log, importId, keepEdited, keys: undoKeys(session, keys), staffId: session.signedIn.staffId,
      cosignerId: cosignerOf(session, present), clock: session.clock, onProgress, isCancelled: () => cancelled,
    }))),
  };
}

const undoKeys = ({ keys: { vaultId } }: Session, keys: TierKeys): UndoKeys => ({
  open: (value) => openSealed(vaultId, keyOf(keys, value.field), value, value, value.ciphertext),
  tag: (field, personId, value) => ({ tag: matchTag(vaultId, keyOf(keys, field), field, tagText(field, personId, value)), epoch: keyOf(keys, field).epoch }),
});

type TierKeys = ReadonlyMap<SealedTier, TierPrivate>;

/** A supervisor's PIN opens the keys of both tiers for the time of `work`. */
function withTierKeys<T>(session: Session, proof: Proof, work: (keys: TierKeys, present: Present) => Promise<T>): Promise<T> {
  return withSlots(session, [proof], async (all) => {
    const present = requireSupervisor(all);
    return withTiers(session, present, SEALED_TIERS, (keys) => work(keys, present));
  });
}

/** As `withTierKeys`, for the match keys alone, which tell duplicates. */
function withSupervisor<T>(session: Session, proof: Proof, work: (tags: MatchTags, present: Present) => Promise<T>): Promise<T> {
  return withTierKeys(session, proof, (keys, present) => {
    const taggers = new Map([...keys].map(([tier, key]) => [tier, createTagger(session.keys.vaultId, key)]));
    return work((field, normalised) => required(taggers.get(sealedTierOf(field)))(field, normalised), present);
  });
}

const keyOf = (keys: TierKeys, field: SealedFieldId): TierPrivate => required(keys.get(sealedTierOf(field)));

function required<T>(ofTier: T | undefined): T {
  if (ofTier === undefined) throw new AppError('needs-supervisor');
  return ofTier;
}

const cosignerOf = (session: Session, present: Present): StaffId | null =>
  present.member.staffId === session.signedIn.staffId ? null : present.member.staffId;
