/** An admin adds reasons, puts some out of use, orders them, and says which ask for a ticket. */
import { mayFollow } from '../../../contract/reasons/lists.ts';
import type { ReasonsView } from '../../../contract/reasons/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { readChosenReasons } from '../session/reasons.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { withAdmin } from '../session/with-own-pin.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** Errors: those of the store. */
export async function readReasons(session: Session): Promise<ReasonsView> {
  const chosen = await readChosenReasons(session, session.store);
  return {
    list: session.reasons,
    chosen:
      chosen === null
        ? null
        : { at: chosen.at, staffName: nameOfStaff(session, chosen.staffId), words: chosen.words },
  };
}

/** Errors: `bad-request` (nothing would change, or a reason would be lost or renamed), `not-allowed` (the own slot is no admin's), those of `withSlots`, `changed-meanwhile`. */
export async function changeReasons(
  session: Session,
  { list, words, pin }: RouteRequest<'reasons.change'>,
): Promise<ReasonsView> {
  const before = session.reasons;
  if (JSON.stringify(before) === JSON.stringify(list) || !mayFollow(before, list))
    throw new AppError('bad-request', { where: 'list' });
  await withAdmin(session, pin, async (signedBy) => {
    if (session.reasons !== before) throw new AppError('changed-meanwhile');
    await commit(session, async () => [done('reasons', { list }, { reason: words, signedBy })]);
    session.reasons = list;
  });
  return readReasons(session);
}
