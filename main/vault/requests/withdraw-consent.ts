/** Somebody withdraws consents by a request (PIPL, Article 15): they end as they do at the counter, and the request with them; whoever is to be stored alone is restricted by it. */
import type { RequestRegister } from '../../../contract/requests/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { endConsents, readConsents } from '../consent/api.ts';
import { commitValue } from '../session/commit.ts';
import type { Session } from '../session/session.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { sql } from '../store/sql.ts';
import { endRequest } from './end-request.ts';
import { requireAskedFor } from './identity.ts';
import { readRegister } from './register.ts';
import type { RequestRules } from './rules.ts';

/**
 * Errors: `not-found`, `changed-meanwhile`, `bad-request` {where: act} for a request for anything else, {where: purposes} for one to which there is no
 * consent, those of `requireKnown` and `withSlots`, `not-allowed`, `log-unavailable`.
 */
export function withdrawConsentFor(
  session: Session,
  { purposes, follows, pin, ...seen }: RouteRequest<'requests.withdrawConsent'>,
  rules: RequestRules,
): Promise<RequestRegister> {
  return withOversight(session, pin, (present) =>
    commitValue(session, async (tx, seq) => {
      const row = await requireAskedFor(session, tx, seen, ({ what }) => what === 'withdraw-consent');
      const { personId } = row;
      const given = await readConsents(tx, personId);
      if (!purposes.every((purpose) => given.includes(purpose)))
        throw new AppError('bad-request', { where: 'purposes' });
      await tx.run(sql`
        UPDATE person SET version = version + 1, updated_at = ${session.clock.now()} WHERE id = ${personId}`);
      const withdrawn = await endConsents(tx, session, present, {
        personId,
        purposes: [...new Set(purposes)],
        day: dayOf(session.clock.now()),
        follows,
        by: { requestId: row.requestId, seq },
      });
      const ended = await endRequest(tx, session, present, row, rules, {
        how: 'done',
        act: 'consent-withdrawn',
        entry: seq,
        refusal: null,
        words: '',
      });
      return { value: await readRegister(session, tx, rules), entries: [...withdrawn, ended] };
    }),
  );
}
