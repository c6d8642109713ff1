/** Photos of paper: sealed, opened with a PIN, and gone once the paper is destroyed. */
import { MAX_PHOTOS } from '../../../contract/paper-register/lists.ts';
import type { PaperRegister } from '../../../contract/paper-register/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { keepAttachment, removeAttachment } from '../attachments/attachments.ts';
import { readPicked } from '../attachments/read-picked.ts';
import type { PickedFiles } from '../files/picked-files.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { requireHere, writePapers } from './keep-paper.ts';

/** Errors: those of `requireHere`, of `readPicked` and `keepAttachment`, `attachment-kind` for what is no picture, `bad-request` {where: photos} where there are enough. */
export async function attachPhoto(
  session: Session,
  pickedFiles: PickedFiles,
  { fileId, showsOn, ...seen }: RouteRequest<'papers.attach'>,
): Promise<PaperRegister> {
  const { name, bytes } = readPicked(pickedFiles, fileId);
  return writePapers(session, async (tx) => {
    const { paperId } = await requireHere(tx, seen);
    if ((await idsOf(tx, paperId)).length >= MAX_PHOTOS)
      throw new AppError('bad-request', { where: 'photos' });
    const { attachmentId, entries } = await keepAttachment(tx, session, { bytes, name, showsOn });
    await tx.run(sql`INSERT INTO paper_photo (attachment_id, paper_id) VALUES (${attachmentId}, ${paperId})`);
    await tx.run(sql`UPDATE paper SET version = version + 1 WHERE id = ${paperId}`);
    return entries;
  });
}

/** Errors: those of `requireHere`, `not-found` for a photo of another paper. */
export const detachPhoto = (
  session: Session,
  { attachmentId, ...seen }: RouteRequest<'papers.detach'>,
): Promise<PaperRegister> =>
  writePapers(session, async (tx) => {
    const { paperId } = await requireHere(tx, seen);
    if (!(await idsOf(tx, paperId)).includes(attachmentId)) throw new AppError('not-found');
    await tx.run(sql`UPDATE paper SET version = version + 1 WHERE id = ${paperId}`);
    return dropPhoto(tx, attachmentId);
  });

/** Removes the photos of a paper, since the content of one that is destroyed may not stay in a photo; returns the entries. */
export async function dropPhotos(tx: WritableStore, paperId: number): Promise<readonly SessionEntry[]> {
  const entries: SessionEntry[] = [];
  for (const attachmentId of await idsOf(tx, paperId)) entries.push(...(await dropPhoto(tx, attachmentId)));
  return entries;
}

async function dropPhoto(tx: WritableStore, attachmentId: number): Promise<readonly SessionEntry[]> {
  await tx.run(sql`DELETE FROM paper_photo WHERE attachment_id = ${attachmentId}`);
  return removeAttachment(tx, attachmentId);
}

async function idsOf(store: ReadableStore, paperId: number): Promise<readonly number[]> {
  const rows = await store.all<{ readonly id: number }>(
    sql`SELECT attachment_id AS id FROM paper_photo WHERE paper_id = ${paperId} ORDER BY attachment_id`,
  );
  return rows.map(({ id }) => id);
}
