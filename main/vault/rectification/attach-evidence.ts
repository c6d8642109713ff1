/** Evidence for an item: its state before, and its state now. */
import { MAX_ATTACHMENTS_OF_ITEM } from '../../../contract/attachments/lists.ts';
import type { RectificationRegister } from '../../../contract/rectification/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { keepAttachment, removeAttachment } from '../attachments/attachments.ts';
import { readPicked } from '../attachments/read-picked.ts';
import type { PickedFiles } from '../files/picked-files.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { writeTracker } from './read-tracker.ts';
import { requireOpen } from './keep-item.ts';
import { addStep } from './register.ts';
import { countOf } from '../store/rows.ts';
import { withOwnPin } from '../session/with-own-pin.ts';

/** Errors: those of `readPicked`, `requireOpen` and `keepAttachment`; `bad-request` {where: attachments} where the item has as many as it may. */
export async function attachEvidence(
  session: Session,
  { side, fileId, showsOn, ...seen }: RouteRequest<'rectification.attach'>,
  pickedFiles: PickedFiles,
): Promise<RectificationRegister> {
  const picked = readPicked(pickedFiles, fileId);
  return writeTracker(session, async (tx) => {
    const { rectificationId } = await requireOpen(tx, seen);
    const there = await countOf(
      tx,
      sql`SELECT count(*) AS n FROM rectification_evidence WHERE rectification_id = ${rectificationId}`,
    );
    if (there >= MAX_ATTACHMENTS_OF_ITEM) throw new AppError('bad-request', { where: 'attachments' });
    const { attachmentId, entries } = await keepAttachment(tx, session, { ...picked, showsOn });
    await tx.run(sql`
      INSERT INTO rectification_evidence (attachment_id, rectification_id, side) VALUES (${attachmentId}, ${rectificationId}, ${side})`);
    await tx.run(sql`UPDATE rectification SET version = version + 1 WHERE id = ${rectificationId}`);
    await addStep(tx, session, rectificationId, 'evidence', showsOn);
    return entries;
  });
}

/** Evidence of an item that is done stays. Errors: `not-found` (no evidence of this item), those of `requireOpen` and `withSlots`. */
export const detachEvidence = (
  session: Session,
  { attachmentId, pin, ...seen }: RouteRequest<'rectification.detach'>,
): Promise<RectificationRegister> =>
  withOwnPin(session, pin, (present) =>
    writeTracker(session, async (tx) => {
      const { rectificationId } = await requireOpen(tx, seen);
      const { changes } = await tx.run(
        sql`DELETE FROM rectification_evidence WHERE attachment_id = ${attachmentId} AND rectification_id = ${rectificationId}`,
      );
      if (changes === 0) throw new AppError('not-found');
      const entries = await removeAttachment(tx, attachmentId);
      await tx.run(sql`UPDATE rectification SET version = version + 1 WHERE id = ${rectificationId}`);
      await addStep(tx, session, rectificationId, 'evidence-removed');
      return entries.map((entry) => ({ ...entry, signedBy: present }));
    }),
  );
