/** Who asks is found out for one request, as at the counter: by what they say, without showing anything. */
import { usedReason } from '../../../contract/reasons/lists.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { verify } from '../people/verify.ts';
import type { Session } from '../session/session.ts';
import { followMerges } from '../store/follow-merges.ts';
import { sql } from '../store/sql.ts';
import { readRegister } from './register.ts';
import { requireRequest } from './row.ts';
import type { RequestRules } from './rules.ts';

/**
 * Compares an answer for one request. Errors: `not-found` (it has ended, or is about somebody else), `changed-meanwhile`, those of `verify`, which are
 * the same as at the counter: wrong answers of a day count together, whatever they were for.
 */
export async function verifyFor(
  session: Session,
  { requestId, version, personId, kind, said, pin, cosigner }: RouteRequest<'requests.verify'>,
  rules: RequestRules,
): Promise<RouteReply<'requests.verify'>> {
  const row = await requireRequest(session.store, { requestId, version });
  if (row.state !== 'open' || (await followMerges(session.store, row.personId)) !== personId)
    throw new AppError('not-found');
  const isUsed = usedReason(session.reasons, 'subject-request') !== undefined;
  const answer = await verify(
    session,
    {
      personId,
      kind,
      said,
      pin,
      ...(cosigner === undefined ? {} : { cosigner }),
      ...(isUsed ? { reason: 'subject-request' as const } : {}),
    },
    {
      request: requestId,
      // Never fails: an answer that was compared is entered in any case.
      onMatch: async (tx, seq) => {
        await tx.run(sql`
          UPDATE subject_request SET identity_seq = ${seq}, version = version + 1 WHERE id = ${requestId} AND state = 'open'`);
      },
    },
  );
  return { ...answer, register: await readRegister(session, session.store, rules) };
}
