/** Puts a version of the notice in force: from then on everybody is to be told by that one. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { readPublished } from '../procedures/api.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** Errors: `not-allowed` (by the roster), those of `withSlots`, `log-unavailable`. */
export async function setVersion(
  session: Session,
  { noticeVersion, pin }: RouteRequest<'consent.setVersion'>,
): Promise<void> {
  await withOversight(session, pin, (present) =>
    commit(session, async (tx) => {
      const id = await takeId(tx, 'notice_version');
      await tx.run(sql`
        INSERT INTO notice_version (id, version, set_at, set_by)
        VALUES (${id}, ${noticeVersion}, ${session.clock.now()}, ${session.signedIn.staffId})`);
      return [done('consent-version', { version: noticeVersion }, { signedBy: present })];
    }),
  );
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
