/** A draft: begun, saved as often as somebody likes, moved to a newer edition, or given up. What comes of it is entered once it is finished. */
import type { FormFill } from '../../../contract/forms/routes.ts';
import { MAX_REMARK } from '../../../contract/forms/lists.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { removeAttachment } from '../attachments/attachments.ts';
import { dayOf } from '../clock.ts';
import { readForm } from '../law/read-law.ts';
import { type FormData, formSchema } from '../law/schemas.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { keepEdition, readEdition } from '../law/editions.ts';
import { optionOf } from './form-rules.ts';
import {
  FILL_QUERIES,
  type FillRow,
  dueOf,
  readAnswers,
  readEvidence,
  readFill,
  requireDraft,
} from './read-fill.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** The draft of the form where there is one. Errors: `not-found`, `law-unreadable` {file}. */
export function beginFill(
  session: Session,
  { form, carry }: RouteRequest<'forms.begin'>,
  folder: string,
): Promise<FormFill> {
  const data = readForm(form, folder);
  return session.store.transaction(async (tx) => {
    const there = await tx.get<FillRow>(FILL_QUERIES.draft(form));
    const fillId = there?.fillId ?? (await insertFill(tx, session, form, data));
    if (there === undefined && carry) await carryOver(tx, session, { form, fillId, data });
    return readFill(session, tx, fillId, folder);
  });
}

async function insertFill(
  tx: WritableStore,
  session: Session,
  form: string,
  data: FormData,
): Promise<number> {
  const edition = await keepEdition(tx, form, data);
  const fillId = await takeId(tx, 'form_fill');
  const now = session.clock.now();
  await tx.run(sql`
    INSERT INTO form_fill (id, form, edition, state, subject, remark, begun_at, begun_by, saved_at, version)
    VALUES (${fillId}, ${form}, ${edition}, 'draft', '', '', ${now}, ${session.signedIn.staffId}, ${now}, 1)`);
  return fillId;
}

/** Copies the last answers that are not due and still asked into the draft: each with the day on which it was given, and its evidence. */
async function carryOver(
  tx: WritableStore,
  session: Session,
  { form, fillId, data }: { readonly form: string; readonly fillId: number; readonly data: FormData },
): Promise<void> {
  const [last] = await tx.all<FillRow>(FILL_QUERIES.finished(form, 1));
  if (last === undefined) return;
  const before = await readEdition(tx, last.edition, formSchema);
  const answers = await readAnswers(tx, last.fillId);
  const evidence = await readEvidence(session, tx, last.fillId);
  const today = dayOf(session.clock.now());
  for (const item of data.items) {
    const answer = answers.get(item.id);
    const option = optionOf(data, item, answer?.choice);
    // What was to be put right is looked at again.
    if (answer === undefined || option === undefined || option.finding === true) continue;
    const dueOn = dueOf(before, item.id, answer, evidence.get(item.id) ?? []);
    if (dueOn === null || dueOn <= today) continue;
    await tx.run(sql`
      INSERT INTO form_answer (fill_id, item, choice, words, answered_at) VALUES (${fillId}, ${item.id}, ${answer.choice}, ${answer.words}, ${answer.answeredAt})`);
    await tx.run(sql`
      INSERT INTO form_evidence (attachment_id, fill_id, item)
      SELECT attachment_id, ${fillId}, item FROM form_evidence WHERE fill_id = ${last.fillId} AND item = ${item.id}`);
  }
  await tx.run(sql`UPDATE form_fill SET subject = ${last.subject} WHERE id = ${fillId}`);
}

/**
 * An answer that differs is given today. Errors: those of `requireDraft`, `bad-request` {where: answers} for an item or a result that the draft's
 * edition does not have.
 */
export function saveFill(
  session: Session,
  { fillId, version, subject, remark, answers }: RouteRequest<'forms.save'>,
  folder: string,
): Promise<FormFill> {
  return session.store.transaction(async (tx) => {
    const row = await requireDraft(tx, { fillId, version });
    const data = await readEdition(tx, row.edition, formSchema);
    const before = await readAnswers(tx, fillId);
    const now = session.clock.now();
    for (const { item: id, choice, words } of answers) {
      const item = data.items.find((one) => one.id === id);
      if (item === undefined || (choice !== null && optionOf(data, item, choice) === undefined))
        throw new AppError('bad-request', { where: 'answers' });
      const was = before.get(id);
      if (was !== undefined && was.choice === choice && was.words === words) continue;
      await tx.run(sql`
        INSERT INTO form_answer (fill_id, item, choice, words, answered_at) VALUES (${fillId}, ${id}, ${choice}, ${words}, ${now})
        ON CONFLICT (fill_id, item) DO UPDATE SET choice = excluded.choice, words = excluded.words, answered_at = excluded.answered_at`);
    }
    await touch(tx, session, fillId, { subject, remark });
    return readFill(session, tx, fillId, folder);
  });
}

const touch = (
  tx: WritableStore,
  session: Session,
  fillId: number,
  { subject, remark }: Pick<FillRow, 'subject' | 'remark'>,
): Promise<unknown> =>
  tx.run(sql`
    UPDATE form_fill SET subject = ${subject}, remark = ${remark}, saved_at = ${session.clock.now()}, version = version + 1 WHERE id = ${fillId}`);

/**
 * The draft goes on with the newest edition: answers stay with the items that both have; what was said of an item that there is no more goes into the
 * remark, so that nothing is lost. Errors: those of `requireDraft`, `law-unreadable` {file}.
 */
export function renewFill(
  session: Session,
  seen: RouteRequest<'forms.renew'>,
  folder: string,
): Promise<FormFill> {
  return session.store.transaction(async (tx) => {
    const row = await requireDraft(tx, seen);
    const data = readForm(row.form, folder);
    const before = await readEdition(tx, row.edition, formSchema);
    const edition = await keepEdition(tx, row.form, data);
    const left: string[] = [];
    for (const answer of (await readAnswers(tx, row.fillId)).values()) {
      const item = data.items.find(({ id }) => id === answer.item);
      const option = item === undefined ? undefined : optionOf(data, item, answer.choice);
      if (option !== undefined) continue;
      const old = before.items.find(({ id }) => id === answer.item);
      if (item === undefined) {
        const chosen = old === undefined ? undefined : optionOf(before, old, answer.choice);
        left.push([old?.title, chosen?.text, answer.words].filter(Boolean).join('：'));
        await tx.run(sql`DELETE FROM form_answer WHERE fill_id = ${row.fillId} AND item = ${answer.item}`);
        // Its evidence stays with the form, at its first item.
        await tx.run(sql`
          UPDATE form_evidence SET item = ${data.items[0]?.id ?? answer.item} WHERE fill_id = ${row.fillId} AND item = ${answer.item}`);
      } else
        await tx.run(sql`
          UPDATE form_answer SET choice = NULL WHERE fill_id = ${row.fillId} AND item = ${answer.item}`);
    }
    await tx.run(sql`UPDATE form_fill SET edition = ${edition} WHERE id = ${row.fillId}`);
    const remark = [row.remark, ...left]
      .filter((line) => line !== '')
      .join('；')
      .slice(0, MAX_REMARK);
    await touch(tx, session, row.fillId, { subject: row.subject, remark });
    return readFill(session, tx, row.fillId, folder);
  });
}

/** The draft and what was attached to it and to nothing else. Errors: those of `requireDraft`. */
export const discardFill = (session: Session, seen: RouteRequest<'forms.discard'>): Promise<void> =>
  commit(session, async (tx) => {
    const { fillId, form } = await requireDraft(tx, seen);
    const links = await tx.all<{ readonly id: number }>(
      sql`SELECT attachment_id AS id FROM form_evidence WHERE fill_id = ${fillId}`,
    );
    const entries: SessionEntry[] = [done('form-draft', { form, fill: fillId, did: 'discarded' })];
    for (const { id } of links) entries.push(...(await detachOne(tx, fillId, id)));
    await tx.run(sql`DELETE FROM form_fill WHERE id = ${fillId}`);
    return entries;
  });

/** Takes an attachment from a draft; one that no other form refers to is removed. Errors: `not-found`. */
export async function detachOne(
  tx: WritableStore,
  fillId: number,
  attachmentId: number,
): Promise<readonly SessionEntry[]> {
  const { changes } = await tx.run(
    sql`DELETE FROM form_evidence WHERE attachment_id = ${attachmentId} AND fill_id = ${fillId}`,
  );
  if (changes === 0) throw new AppError('not-found');
  const other = await tx.get(sql`SELECT 1 FROM form_evidence WHERE attachment_id = ${attachmentId} LIMIT 1`);
  return other === undefined ? removeAttachment(tx, attachmentId) : [];
}
