/** An item is put right, or turns out not to be: with a PIN either way. */
import type { RectificationRegister } from '../../../contract/rectification/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { checkDay } from '../values/days.ts';
import { requireOpen } from './keep-item.ts';
import { writeTracker } from './read-tracker.ts';
import { addStep, requireRectification } from './register.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

/** Errors: `invalid-value` {field: until} for a day that there is not or that is to come, those of `withSlots` and `requireOpen`, `not-allowed`. */
export async function finishItem(
  session: Session,
  { doneOn, words, pin, ...seen }: RouteRequest<'rectification.finish'>,
): Promise<RectificationRegister> {
  checkDay('until', doneOn);
  if (doneOn > dayOf(session.clock.now())) throw new AppError('invalid-value', { field: 'until' });
  return withOversight(session, pin, (present) =>
    writeTracker(session, async (tx) => {
      const { rectificationId, source } = await requireOpen(tx, seen);
      await tx.run(sql`
        UPDATE rectification SET state = 'done', done_on = ${doneOn}, done_words = ${words}, version = version + 1 WHERE id = ${rectificationId}`);
      await addStep(tx, session, rectificationId, 'done', words);
      const evidence = await tx.get<{ readonly n: number }>(
        sql`SELECT count(*) AS n FROM rectification_evidence WHERE rectification_id = ${rectificationId}`,
      );
      return [
        done(
          'rectification-done',
          { rectification: rectificationId, source, doneOn, evidence: evidence?.n ?? 0 },
          { reason: words, signedBy: present },
        ),
      ];
    }),
  );
}

/** Errors: those of `withSlots` and `requireRectification`, `not-found` where it is open, `not-allowed`. */
export const reopenItem = (
  session: Session,
  { words, pin, ...seen }: RouteRequest<'rectification.reopen'>,
): Promise<RectificationRegister> =>
  withOversight(session, pin, (present) =>
    writeTracker(session, async (tx) => {
      const { rectificationId, source, state } = await requireRectification(tx, seen);
      if (state !== 'done') throw new AppError('not-found');
      await tx.run(sql`
        UPDATE rectification SET state = 'open', done_on = NULL, done_words = '', version = version + 1 WHERE id = ${rectificationId}`);
      await addStep(tx, session, rectificationId, 'reopened', words);
      return [
        done(
          'rectification-reopen',
          { rectification: rectificationId, source },
          { reason: words, signedBy: present },
        ),
      ];
    }),
  );
