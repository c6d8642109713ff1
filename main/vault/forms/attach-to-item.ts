/** Attachments to an item, as evidence for its answer. */
import { MAX_ATTACHMENTS_OF_ITEM } from '../../../contract/attachments/lists.ts';
import type { FormFill } from '../../../contract/forms/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { keepAttachment } from '../attachments/attachments.ts';
import { readPicked } from '../attachments/read-picked.ts';
import type { PickedFiles } from '../files/picked-files.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { readEdition } from '../law/editions.ts';
import { formSchema } from '../law/schemas.ts';
import { detachOne } from './keep-fill.ts';
import { type FillRow, readFill, requireDraft } from './read-fill.ts';
import { countOf } from '../store/rows.ts';
import { commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** Errors: those of `readPicked`, `requireDraft` and `keepAttachment`; `bad-request` {where: attachments} for too many, {where: answers} for no item. */
export async function attachToItem(
  session: Session,
  { item, fileId, showsOn, ...seen }: RouteRequest<'forms.attach'>,
  folder: string,
  pickedFiles: PickedFiles,
): Promise<FormFill> {
  const picked = readPicked(pickedFiles, fileId);
  return changeDraft(session, seen, folder, async (tx, { fillId, edition }) => {
    const { items } = await readEdition(tx, edition, formSchema);
    if (!items.some(({ id }) => id === item)) throw new AppError('bad-request', { where: 'answers' });
    const there = await countOf(
      tx,
      sql`SELECT count(*) AS n FROM form_evidence WHERE fill_id = ${fillId} AND item = ${item}`,
    );
    if (there >= MAX_ATTACHMENTS_OF_ITEM) throw new AppError('bad-request', { where: 'attachments' });
    const { attachmentId, entries } = await keepAttachment(tx, session, { ...picked, showsOn });
    await tx.run(
      sql`INSERT INTO form_evidence (attachment_id, fill_id, item) VALUES (${attachmentId}, ${fillId}, ${item})`,
    );
    return entries;
  });
}

/** Errors: those of `requireDraft` and `detachOne`. */
export const detachFromItem = (
  session: Session,
  { attachmentId, ...seen }: RouteRequest<'forms.detach'>,
  folder: string,
): Promise<FormFill> =>
  changeDraft(session, seen, folder, async (tx, { fillId, form }) => [
    done('form-draft', { form, fill: fillId, did: 'detached' }),
    ...(await detachOne(tx, fillId, attachmentId)),
  ]);

const changeDraft = (
  session: Session,
  seen: Pick<FillRow, 'fillId' | 'version'>,
  folder: string,
  work: (tx: WritableStore, row: FillRow) => Promise<readonly SessionEntry[]>,
): Promise<FormFill> =>
  commitValue(session, async (tx) => {
    const row = await requireDraft(tx, seen);
    const entries = await work(tx, row);
    await tx.run(
      sql`UPDATE form_fill SET version = version + 1, saved_at = ${session.clock.now()} WHERE id = ${row.fillId}`,
    );
    return { value: await readFill(session, tx, row.fillId, folder), entries: entries };
  });
