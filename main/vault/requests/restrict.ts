/** Somebody limits what is done with their information (PIPL, Article 44): nothing but storing, until that is lifted. */
import type { RequestRegister } from '../../../contract/requests/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { done } from '../log/done.ts';
import { commitValue } from '../session/commit.ts';
import type { Session } from '../session/session.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { sql } from '../store/sql.ts';
import { endRequest } from './end-request.ts';
import { requireAskedFor } from './identity.ts';
import { readRegister } from './register.ts';
import { requireRequest, logReference } from './row.ts';
import type { RequestRules } from './rules.ts';

/**
 * Restricts the record, and ends the request with it. Errors: `not-found`, `changed-meanwhile`, `bad-request` {where: act} for a request for anything else,
 * those of `requireKnown` and `withSlots`, `not-allowed`, `log-unavailable`.
 */
export function restrictFor(
  session: Session,
  { words, pin, ...seen }: RouteRequest<'requests.restrict'>,
  rules: RequestRules,
): Promise<RequestRegister> {
  return withOversight(session, pin, (present) =>
    commitValue(session, async (tx, seq) => {
      const row = await requireAskedFor(session, tx, seen, ({ what }) => what === 'restrict');
      await tx.run(sql`UPDATE subject_request SET restricts = 1 WHERE id = ${row.requestId}`);
      const ended = await endRequest(tx, session, present, row, rules, {
        how: 'done',
        act: 'restricted',
        entry: seq,
        refusal: null,
        words,
      });
      return {
        value: await readRegister(session, tx, rules),
        entries: [
          done('request-restrict', logReference(row), {
            personId: row.personId,
            reason: words,
            signedBy: present,
          }),
          ended,
        ],
      };
    }),
  );
}

/** Ends the restriction. Errors: `not-found` (no such request, or it restricts nothing), `changed-meanwhile`, those of `withSlots`, `not-allowed`, `log-unavailable`. */
export function liftRestriction(
  session: Session,
  { words, pin, ...seen }: RouteRequest<'requests.lift'>,
  rules: RequestRules,
): Promise<RequestRegister> {
  return withOversight(session, pin, (present) =>
    commitValue(session, async (tx) => {
      const row = await requireRequest(tx, seen);
      if (row.restricts !== 1) throw new AppError('not-found');
      await tx.run(sql`
        UPDATE subject_request SET restricts = 0, version = version + 1 WHERE id = ${row.requestId}`);
      return {
        value: await readRegister(session, tx, rules),
        entries: [
          done('request-lift', logReference(row), {
            personId: row.personId,
            reason: words,
            signedBy: present,
          }),
        ],
      };
    }),
  );
}
