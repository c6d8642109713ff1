/** Photos of paper as they are told without their content. */
import type { AttachmentView } from '../../../contract/attachments/views.ts';
import { attachmentView, listAttachments } from '../attachments/attachments.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Facts of the photos of all papers, by the numbers of the papers. */
export async function readPhotos(
  session: Session,
  store: ReadableStore,
): Promise<ReadonlyMap<number, readonly AttachmentView[]>> {
  const rows = await store.all<{ readonly attachmentId: number; readonly paperId: number }>(
    sql`SELECT attachment_id AS attachmentId, paper_id AS paperId FROM paper_photo ORDER BY attachment_id`,
  );
  if (rows.length === 0) return new Map();
  const known = await listAttachments(
    store,
    rows.map(({ attachmentId }) => attachmentId),
  );
  const photos = new Map<number, AttachmentView[]>();
  for (const { attachmentId, paperId } of rows) {
    const row = known.get(attachmentId);
    if (row === undefined) continue;
    photos.set(paperId, [...(photos.get(paperId) ?? []), attachmentView(session, row)]);
  }
  return photos;
}
