/** A notice of an authority is taken in: each of its items becomes one of the tracker, due on its day. */
import { MAX_NOTICES } from '../../../contract/rectification/lists.ts';
import type { RectificationRegister } from '../../../contract/rectification/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import { checkDay } from '../values/days.ts';
import { writeTracker } from './read-tracker.ts';
import { addRectification } from './register.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

/**
 * Errors: `invalid-value` {field: until} for a day that there is not, `already-there` for a number of the same authority that was taken in before,
 * `bad-request` {where: notices} where there are too many, those of `withSlots` and `addRectification`, `not-allowed`.
 */
export async function takeNotice(
  session: Session,
  { number, authority, receivedOn, dueOn, items, pin }: RouteRequest<'rectification.takeNotice'>,
): Promise<RectificationRegister> {
  checkDay('until', receivedOn);
  checkDay('until', dueOn);
  return withOversight(session, pin, (present) =>
    writeTracker(session, async (tx) => {
      const there = await tx.get<{ readonly n: number; readonly same: number }>(sql`
        SELECT count(*) AS n, total(number = ${number} AND authority = ${authority}) AS same FROM police_notice`);
      if ((there?.same ?? 0) > 0) throw new AppError('already-there');
      if ((there?.n ?? 0) >= MAX_NOTICES) throw new AppError('bad-request', { where: 'notices' });
      const noticeId = await takeId(tx, 'police_notice');
      await tx.run(sql`
        INSERT INTO police_notice (id, number, authority, received_on, due_on, added_at, added_by, version)
        VALUES (${noticeId}, ${number}, ${authority}, ${receivedOn}, ${dueOn}, ${session.clock.now()}, ${session.signedIn.staffId}, 1)`);
      const opened: SessionEntry[] = [];
      for (const title of items)
        opened.push(
          ...(await addRectification(tx, session, { source: 'police-notice', title, dueOn, noticeId }))
            .entries,
        );
      return [
        done('police-notice', { notice: noticeId, dueOn, items: items.length }, { signedBy: present }),
        ...opened,
      ];
    }),
  );
}
