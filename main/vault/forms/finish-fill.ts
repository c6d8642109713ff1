/** A form is finished: every item has its result, what is wrong becomes an item of the tracker, and whoever answers for it signs with the PIN. */
import { createHash } from 'node:crypto';
import { unexplained } from '../../../contract/forms/lists.ts';
import type { FormFill } from '../../../contract/forms/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { type FormData, formSchema } from '../law/schemas.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { addRectification } from '../rectification/register.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { readEdition } from '../law/editions.ts';
import { formDueOn, isFinding, unanswered } from './form-rules.ts';
import { type FillRow, readFill, requireDraft } from './read-fill.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** Days in which a finding is to be put right, until somebody says otherwise. */
const DAYS_TO_PUT_RIGHT = 30;
const DAY_MS = 86_400_000;

/**
 * Errors: those of `withSlots` and `requireDraft`, `not-allowed`, `form-replaced` (the draft is of an edition before), `form-unanswered`, `form-unexplained`,
 * those of `addRectification`.
 */
export const finishFill = (
  session: Session,
  { pin, ...seen }: RouteRequest<'forms.finish'>,
  folder: string,
): Promise<FormFill> =>
  withOversight(session, pin, (present) =>
    commitValue(session, async (tx) => {
      const row = await requireDraft(tx, seen);
      const data = await readEdition(tx, row.edition, formSchema);
      const fill = await readFill(session, tx, row.fillId, folder);
      if (fill.replaced) throw new AppError('form-replaced');
      if (unanswered(data, fill.answers).length > 0 || (data.subject !== null && fill.subject === ''))
        throw new AppError('form-unanswered');
      if (unexplained(data.items, (id) => fill.answers.find(({ item }) => item === id)).length > 0)
        throw new AppError('form-unexplained');
      const now = session.clock.now();
      const answers = fill.answers.map((one) => ({
        item: one.item,
        choice: one.choice,
        on: dayOf(one.answeredAt),
        shown: one.evidence.map(({ showsOn }) => showsOn),
      }));
      const dueOn = formDueOn(data, answers, dayOf(now));
      const sha256 = hashOf(fill);
      await tx.run(sql`
        UPDATE form_fill SET state = 'finished', finished_at = ${now}, finished_by = ${session.signedIn.staffId}, due_on = ${dueOn},
          content_sha256 = ${sha256}, version = version + 1 WHERE id = ${row.fillId}`);
      const opened = await openFindings(tx, session, row, data, fill);
      const finished: SessionEntry = done(
        'form-finish',
        {
          form: row.form,
          fill: row.fillId,
          edition: row.edition,
          sha256,
          findings: opened.findings,
          dueOn,
        },
        { signedBy: present },
      );
      return {
        value: await readFill(session, tx, row.fillId, folder),
        entries: [finished, ...opened.entries],
      };
    }),
  );

/** Of what is signed: the edition, who or what it is about, the answers, and the hashes of what is attached to each. */
const hashOf = ({ edition, subject, remark, answers }: FormFill): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        edition,
        subject,
        remark,
        answers.map(({ item, choice, words, evidence }) => [
          item,
          choice,
          words,
          evidence.map(({ sha256, showsOn }) => [sha256, showsOn]),
        ]),
      ]),
    )
    .digest('hex');

/** One item of the tracker for each finding; one that is still open from before is not opened twice. */
async function openFindings(
  tx: WritableStore,
  session: Session,
  { fillId, form }: FillRow,
  data: FormData,
  { subject, answers }: FormFill,
): Promise<{ readonly findings: number; readonly entries: readonly SessionEntry[] }> {
  const entries: SessionEntry[] = [];
  let findings = 0;
  for (const item of data.items) {
    const answer = answers.find((one) => one.item === item.id);
    if (answer === undefined || !isFinding(data, item, answer.choice)) continue;
    findings += 1;
    const where = [item.group, item.title, subject].filter((part) => part !== undefined && part !== '');
    const opened = await addRectification(tx, session, {
      source: data.finding,
      sourceRef: [form, item.id, subject].join(' '),
      title: where.join(' · '),
      words: answer.words,
      dueOn: dayOf(session.clock.now() + DAYS_TO_PUT_RIGHT * DAY_MS),
    });
    await tx.run(sql`
      UPDATE form_answer SET rectification_id = ${opened.rectificationId} WHERE fill_id = ${fillId} AND item = ${item.id}`);
    entries.push(...opened.entries);
  }
  return { findings, entries };
}
