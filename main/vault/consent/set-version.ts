/** Puts a version of the notice in force: from then on everybody is to be told by that one. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { readPublished } from '../procedures/api.ts';
import { type Session, entryOf } from '../session/session.ts';
import { requireOversight, withSlots } from '../session/with-slots.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';

/** Errors: `not-allowed` (by the roster), those of `withSlots`, `log-unavailable`. */
export async function setVersion(
  session: Session,
  { noticeVersion, pin }: RouteRequest<'consent.setVersion'>,
): Promise<void> {
  await withSlots(session, [{ slotId: session.signedIn.slotId, pin }], async (present) => {
    requireOversight(present);
    await session.log.record(session.store, async (tx) => {
      const id = await takeId(tx, 'notice_version');
      await tx.run(sql`
        INSERT INTO notice_version (id, version, set_at, set_by)
        VALUES (${id}, ${noticeVersion}, ${session.clock.now()}, ${session.signedIn.staffId})`);
      return {
        value: undefined,
        entries: [
          entryOf(session, {
            action: 'consent-version',
            outcome: 'done',
            detail: { version: noticeVersion },
            signedBy: present,
          }),
        ],
      };
    });
  });
}

/** Notices to residents that are in force among the company's own documents, by title and number, as one line. Errors: those of the store. */
export async function listPublished(session: Session): Promise<RouteReply<'consent.published'>> {
  const documents = await readPublished(session);
  return {
    versions: documents
      .filter(({ kind }) => kind === 'resident-notice')
      .map(({ title, number }) => `${[...title].slice(0, 24).join('')} 第 ${number} 版`)
      .slice(0, 10),
  };
}
