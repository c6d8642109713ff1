/** An admin decides about ID numbers, in an entry that says why. */
import type { IdNumbersView } from '../../../contract/id-numbers/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { readIdNumberDecision } from '../id-number-rules/decision.ts';
import { done } from '../log/done.ts';
import { commit } from '../session/commit.ts';
import type { Session } from '../session/session.ts';
import { withAdmin } from '../session/with-own-pin.ts';
import { readIdNumbers } from './read-holders.ts';

/** Errors: `bad-request` {where: 'choice'} where it is decided so already, `not-allowed`, those of `withSlots` and of the log. */
export async function decide(
  session: Session,
  { choice, words, pin }: RouteRequest<'idNumbers.decide'>,
): Promise<IdNumbersView> {
  await withAdmin(session, pin, (signedBy) =>
    commit(session, async (tx) => {
      if ((await readIdNumberDecision(session, tx))?.choice === choice)
        throw new AppError('bad-request', { where: 'choice' });
      return [done('id-numbers', { choice }, { reason: words, signedBy })];
    }),
  );
  return readIdNumbers(session);
}
