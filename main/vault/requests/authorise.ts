/** Somebody is shown to act for another: with a PIN, and an entry that says by which paper. */
import type { RouteRequest } from '../../../contract/routes.ts';
import { authorityPapersOf, endsByDay, needsAuthority } from '../../../contract/requests/lists.ts';
import type { RequestRegister } from '../../../contract/requests/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { done } from '../log/done.ts';
import { commitValue } from '../session/commit.ts';
import type { Session } from '../session/session.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { sql } from '../store/sql.ts';
import { checkDay } from '../values/days.ts';
import { readRegister } from './register.ts';
import { type RequestRow, logReference, requireOpen } from './row.ts';
import type { RequestRules } from './rules.ts';

/**
 * Enters who acts for the person; again, where the first was a slip or has ended. Errors: `bad-request` {where: asker} where the person asks themself,
 * {where: paper} for one by which nobody acts so, `invalid-value` {field: until} for no day where it has one, a day where it has none, or one that is over,
 * `not-found`, `changed-meanwhile`, those of `withSlots`, `log-unavailable`.
 */
export function authorise(
  session: Session,
  { name, paper, until, pin, ...seen }: RouteRequest<'requests.authorise'>,
  rules: RequestRules,
): Promise<RequestRegister> {
  return withOwnPin(session, pin, (present) =>
    commitValue(session, async (tx, seq) => {
      const row = await requireOpen(tx, seen);
      if (!needsAuthority(row.asker)) throw new AppError('bad-request', { where: 'asker' });
      if (!authorityPapersOf(row.asker).includes(paper))
        throw new AppError('bad-request', { where: 'paper' });
      requireUntil(row, until, dayOf(session.clock.now()));
      await tx.run(sql`
        UPDATE subject_request SET agent = ${name}, agent_paper = ${paper}, authority_seq = ${seq}, version = version + 1 WHERE id = ${row.requestId}`);
      return {
        value: await readRegister(session, tx, rules),
        entries: [
          done(
            'request-authority',
            { ...logReference(row), asker: row.asker, paper, until },
            { personId: row.personId, signedBy: present },
          ),
        ],
      };
    }),
  );
}

function requireUntil({ asker }: Pick<RequestRow, 'asker'>, until: string | null, today: string): void {
  const day = until === null ? null : checkDay('until', until);
  if ((day !== null) !== endsByDay(asker) || (day !== null && day < today))
    throw new AppError('invalid-value', { field: 'until' });
}
