/** The register of what has to be put right: the only place that writes it. */
import type { AttachmentView } from '../../../contract/attachments/views.ts';
import type { StaffId } from '../../../contract/ids.ts';
import {
  type EvidenceSide,
  MAX_DONE_LISTED,
  MAX_RECTIFICATIONS,
  type RectificationSource,
  type RectificationState,
  type RectificationStep,
} from '../../../contract/rectification/lists.ts';
import { toOneLine } from '../../../contract/one-line.ts';
import { AppError } from '../app-error.ts';
import { attachmentView, listAttachments } from '../attachments/attachments.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { type Sql, sql, startingWith } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { checkDay } from '../values/days.ts';
import { fitText } from './fit-text.ts';
import { asSeen, countOf, requireRow } from '../store/rows.ts';
import { done } from '../log/done.ts';

/** A new item of the tracker. No text may hold a value of a resident's. */
interface NewRectification {
  readonly source: RectificationSource;
  /** Part of the source that it is about (`gate-lock`, the id of an item): while one with the same is open, no second is opened. Left out: always a new one. */
  readonly sourceRef?: string;
  /** Cut to what a line holds. */
  readonly title: string;
  /** More of it, one line. */
  readonly words?: string;
  /** A name or a post. */
  readonly who?: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn?: string | null;
  /** The notice that asks for it. */
  readonly noticeId?: number;
}

/** An item as the store has it. */
export interface RectificationRow {
  readonly rectificationId: number;
  readonly version: number;
  readonly source: RectificationSource;
  readonly sourceRef: string;
  readonly noticeId: number | null;
  readonly title: string;
  readonly words: string;
  readonly who: string;
  readonly dueOn: string | null;
  readonly state: RectificationState;
  readonly openedAt: number;
  readonly openedBy: StaffId;
  readonly doneOn: string | null;
  readonly doneWords: string;
}

const rows =
  startingWith(`SELECT id AS rectificationId, version, source, source_ref AS sourceRef, notice_id AS noticeId, title, words, who, due_on AS dueOn, state,
    opened_at AS openedAt, opened_by AS openedBy, done_on AS doneOn, done_words AS doneWords FROM rectification`);

/** Queries of the register, exported for the test of their plans. What is due first comes first, and what has no day last. */
export const RECTIFICATION_QUERIES = {
  open: rows(`WHERE state = 'open' ORDER BY due_on IS NULL, due_on, id`),
  done: rows(`WHERE state = 'done' ORDER BY done_on DESC, id DESC LIMIT ?`, MAX_DONE_LISTED),
  ofNotice: (noticeId: number): Sql => rows('WHERE notice_id = ? ORDER BY id', noticeId),
  one: (rectificationId: number): Sql => rows('WHERE id = ?', rectificationId),
  sameSource: (source: string, ref: string): Sql =>
    rows(`WHERE state = 'open' AND source = ? AND source_ref = ? LIMIT 1`, source, ref),
} as const;

/**
 * Opens an item within the caller's transaction; the caller commits `entries` with it. Where one of the same source and `sourceRef` is open, that is
 * the one, and nothing is written.
 * Errors: `bad-request` {where: rectifications} where the register is full, `invalid-value` {field: until}, those of `takeId`.
 */
export async function addRectification(
  tx: WritableStore,
  session: Session,
  item: NewRectification,
): Promise<{ readonly rectificationId: number; readonly entries: readonly SessionEntry[] }> {
  const sourceRef = item.sourceRef ?? '';
  const same =
    sourceRef === ''
      ? undefined
      : await tx.get<RectificationRow>(RECTIFICATION_QUERIES.sameSource(item.source, sourceRef));
  if (same !== undefined) return { rectificationId: same.rectificationId, entries: [] };
  const open = await countOf(tx, sql`SELECT count(*) AS n FROM rectification WHERE state = 'open'`);
  if (open >= MAX_RECTIFICATIONS) throw new AppError('bad-request', { where: 'rectifications' });
  const dueOn = checkDay('until', item.dueOn ?? null);
  const rectificationId = await takeId(tx, 'rectification');
  const { title, words, who } = fitText(item);
  await tx.run(sql`
    INSERT INTO rectification (id, source, source_ref, notice_id, title, words, who, due_on, state, opened_at, opened_by, done_words, version)
    VALUES (${rectificationId}, ${item.source}, ${sourceRef}, ${item.noticeId ?? null}, ${title}, ${words}, ${who}, ${dueOn}, 'open',
      ${session.clock.now()}, ${session.signedIn.staffId}, '', 1)`);
  await addStep(tx, session, rectificationId, 'opened');
  return {
    rectificationId,
    entries: [done('rectification-add', { rectification: rectificationId, source: item.source, dueOn })],
  };
}

/** Items of a source that are still open. */
export const countOpen = (store: ReadableStore, source: RectificationSource): Promise<number> =>
  countOf(store, sql`SELECT count(*) AS n FROM rectification WHERE state = 'open' AND source = ${source}`);

/** One more step of an item's history. */
export async function addStep(
  tx: WritableStore,
  session: Session,
  rectificationId: number,
  what: RectificationStep,
  words = '',
): Promise<void> {
  const id = await takeId(tx, 'rectification_step');
  await tx.run(sql`
    INSERT INTO rectification_step (id, rectification_id, at, staff_id, what, words)
    VALUES (${id}, ${rectificationId}, ${session.clock.now()}, ${session.signedIn.staffId}, ${what}, ${toOneLine(words)})`);
}

/** Errors: `not-found`, `changed-meanwhile` where it is no longer what the request has seen. */
export const requireRectification = async (
  store: ReadableStore,
  { rectificationId, version }: Pick<RectificationRow, 'rectificationId' | 'version'>,
): Promise<RectificationRow> =>
  asSeen(await requireRow<RectificationRow>(store, RECTIFICATION_QUERIES.one(rectificationId)), version);

/** Evidence of each of these items, in the order of what it shows. */
export async function evidenceOf(
  session: Session,
  store: ReadableStore,
  ids: readonly number[],
): Promise<
  ReadonlyMap<number, readonly { readonly side: EvidenceSide; readonly attachment: AttachmentView }[]>
> {
  const links = await store.all<{
    readonly attachmentId: number;
    readonly rectificationId: number;
    readonly side: EvidenceSide;
  }>({
    text: `SELECT attachment_id AS attachmentId, rectification_id AS rectificationId, side FROM rectification_evidence
      WHERE rectification_id IN (SELECT value FROM json_each(?))`,
    values: [JSON.stringify(ids)],
  });
  const attachments = await listAttachments(
    store,
    links.map(({ attachmentId }) => attachmentId),
  );
  const found = new Map<number, { readonly side: EvidenceSide; readonly attachment: AttachmentView }[]>();
  for (const [attachmentId, row] of attachments) {
    const link = links.find((one) => one.attachmentId === attachmentId);
    if (link === undefined) continue;
    const of = found.get(link.rectificationId) ?? [];
    of.push({ side: link.side, attachment: attachmentView(session, row) });
    found.set(link.rectificationId, of);
  }
  return found;
}
