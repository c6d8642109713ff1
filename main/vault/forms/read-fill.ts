/** A filled form as it was answered, by the edition that was answered. */
import type { AttachmentView } from '../../../contract/attachments/views.ts';
import type { FillState } from '../../../contract/forms/lists.ts';
import type { FormAnswer, FormFill } from '../../../contract/forms/routes.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { attachmentView, listAttachments } from '../attachments/attachments.ts';
import { dayOf } from '../clock.ts';
import { readForm } from '../law/read-law.ts';
import { type FormData, formSchema } from '../law/schemas.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { type Sql, sql, startingWith } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { editionOf, readEdition } from '../law/editions.ts';
import { answerDueOn } from './form-rules.ts';
import { asSeen, requireRow } from '../store/rows.ts';

/** A filled form as the store has it. */
export interface FillRow {
  readonly fillId: number;
  readonly version: number;
  readonly form: string;
  readonly edition: string;
  readonly state: FillState;
  readonly subject: string;
  readonly remark: string;
  readonly begunAt: number;
  readonly begunBy: StaffId;
  readonly savedAt: number;
  readonly finishedAt: number | null;
  readonly finishedBy: StaffId | null;
  readonly dueOn: string | null;
  readonly sha256: string | null;
}

const rows =
  startingWith(`SELECT id AS fillId, version, form, edition, state, subject, remark, begun_at AS begunAt, begun_by AS begunBy, saved_at AS savedAt,
    finished_at AS finishedAt, finished_by AS finishedBy, due_on AS dueOn, content_sha256 AS sha256 FROM form_fill`);

/** Queries of filled forms, exported for the test of their plans. */
export const FILL_QUERIES = {
  one: (fillId: number): Sql => rows('WHERE id = ?', fillId),
  draft: (form: string): Sql => rows(`WHERE form = ? AND state = 'draft'`, form),
  finished: (form: string, most: number): Sql =>
    rows(`WHERE form = ? AND finished_at IS NOT NULL ORDER BY finished_at DESC, id DESC LIMIT ?`, form, most),
} as const;

/** An answer as the store has it. */
export interface AnswerRow {
  readonly item: string;
  readonly choice: string | null;
  readonly words: string;
  readonly answeredAt: number;
  readonly rectificationId: number | null;
}

/** Answers of a filled form, by their items. */
export async function readAnswers(
  store: ReadableStore,
  fillId: number,
): Promise<ReadonlyMap<string, AnswerRow>> {
  const answers = await store.all<AnswerRow>(sql`
    SELECT item, choice, words, answered_at AS answeredAt, rectification_id AS rectificationId FROM form_answer WHERE fill_id = ${fillId}`);
  return new Map(answers.map((answer) => [answer.item, answer]));
}

/** Attachments of a filled form, by its items. */
export async function readEvidence(
  session: Session,
  store: ReadableStore,
  fillId: number,
): Promise<ReadonlyMap<string, readonly AttachmentView[]>> {
  const links = await store.all<{ readonly attachmentId: number; readonly item: string }>(
    sql`SELECT attachment_id AS attachmentId, item FROM form_evidence WHERE fill_id = ${fillId}`,
  );
  const attachments = await listAttachments(
    store,
    links.map(({ attachmentId }) => attachmentId),
  );
  const found = new Map<string, AttachmentView[]>();
  for (const [attachmentId, row] of attachments) {
    const item = links.find((link) => link.attachmentId === attachmentId)?.item ?? '';
    found.set(item, [...(found.get(item) ?? []), attachmentView(session, row)]);
  }
  return found;
}

/** Errors: `not-found`. */
async function requireFill(store: ReadableStore, fillId: number): Promise<FillRow> {
  return requireRow<FillRow>(store, FILL_QUERIES.one(fillId));
}

/** A draft that is as the request has seen it. Errors: `not-found` (none, or finished), `changed-meanwhile`. */
export async function requireDraft(
  store: ReadableStore,
  { fillId, version }: Pick<FillRow, 'fillId' | 'version'>,
): Promise<FillRow> {
  const row = await requireFill(store, fillId);
  if (row.state !== 'draft') throw new AppError('not-found');
  return asSeen(row, version);
}

/** Errors: `not-found`, those of `readEdition`. */
export async function readFill(
  session: Session,
  store: ReadableStore,
  fillId: number,
  folder: string,
): Promise<FormFill> {
  const row = await requireFill(store, fillId);
  const content = await readEdition(store, row.edition, formSchema);
  const answers = await readAnswers(store, fillId);
  const evidence = await readEvidence(session, store, fillId);
  const today = dayOf(session.clock.now());
  const { form, version, state, edition, subject, remark, savedAt, finishedAt, finishedBy, sha256 } = row;
  return {
    fillId,
    version,
    form,
    state,
    content,
    edition,
    replaced: state === 'draft' && isReplaced(form, edition, folder),
    subject,
    remark,
    begun: { at: row.begunAt, by: nameOfStaff(session, row.begunBy) },
    savedAt,
    finished:
      finishedAt === null || finishedBy === null || sha256 === null
        ? null
        : { at: finishedAt, by: nameOfStaff(session, finishedBy), sha256 },
    dueOn: row.dueOn,
    answers: content.items.map(({ id }): FormAnswer => {
      const answer = answers.get(id) ?? NO_ANSWER;
      const attached = evidence.get(id) ?? [];
      const dueOn = state === 'draft' || answer.choice === null ? null : dueOf(content, id, answer, attached);
      return {
        item: id,
        choice: answer.choice,
        words: answer.words,
        answeredAt: answer.answeredAt,
        rectificationId: answer.rectificationId,
        dueOn,
        isDue: dueOn !== null && dueOn <= today,
        evidence: [...attached],
      };
    }),
  };
}

const NO_ANSWER: Omit<AnswerRow, 'item'> = { choice: null, words: '', answeredAt: 0, rectificationId: null };

/** From which day on an answer is due again; null where its item is none. */
export function dueOf(
  content: FormData,
  id: string,
  { choice, answeredAt }: Pick<AnswerRow, 'choice' | 'answeredAt'>,
  attached: readonly Pick<AttachmentView, 'showsOn'>[],
): string | null {
  const item = content.items.find((one) => one.id === id);
  if (item === undefined) return null;
  const shown = attached.map(({ showsOn }) => showsOn);
  return answerDueOn(content, item, { item: id, choice, on: dayOf(answeredAt), shown });
}

/** A file that cannot be read replaces nothing. */
function isReplaced(form: string, edition: string, folder: string): boolean {
  try {
    return editionOf(readForm(form, folder)) !== edition;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
