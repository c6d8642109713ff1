/** Somebody asks to be deleted (PIPL, Article 47), and is: by a supervisor and an admin, with the same check of what is left as any deletion. */
import type { RequestRegister } from '../../../contract/requests/routes.ts';
import { requestNumber } from '../../../contract/requests/lists.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { erasePeople } from '../erasure/erase-people.ts';
import { withBoth } from '../key-change/dual-control.ts';
import { allChains } from '../log/chains.ts';
import { readDecisions } from '../log/decisions.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { endRequest } from './end-request.ts';
import { requireAskedFor } from './identity.ts';
import { readRegister } from './register.ts';
import type { RequestRules } from './rules.ts';
import { commitValue } from '../session/commit.ts';

/** Stands on the certificate. */
const BASIS = '《个人信息保护法》第四十七条：个人请求删除';

/**
 * Deletes the whole record that a request is about, and ends the request with it. A kill in between leaves the person deleted and the request open; it is
 * then called done by the entry of the deletion. Errors: `not-found`, `changed-meanwhile`, `identity-not-verified`, `bad-request` {where: act} for a request
 * for anything else or for parts alone, `on-hold`, `not-allowed` and `needs-supervisor` (the two are no supervisor and admin), those of `withSlots`.
 */
export function eraseFor(
  session: Session,
  { pin, other, ...seen }: RouteRequest<'requests.erase'>,
  rules: RequestRules,
): Promise<RequestRegister> {
  return withBoth(session, pin, other, async (present) => {
    const row = await requireAskedFor(
      session,
      session.store,
      seen,
      ({ what, fields }) => what === 'delete' && fields === '',
    );
    const { personId } = row;
    await erasePeople(session, present, {
      people: [personId],
      cause: 'request',
      basis: BASIS,
      reason: 'subject-request',
      ticket: requestNumber(row.requestId),
    });
    return commitValue(session, async (tx) => {
      const erased = (await readDecisions(session, tx, allChains, 'erase')).findLast(
        ({ row }) => row.personId === personId,
      );
      // The merges that led here went with the record.
      await tx.run(sql`UPDATE subject_request SET person_id = ${personId} WHERE id = ${row.requestId}`);
      const entry = await endRequest(tx, session, present, row, rules, {
        how: 'done',
        act: 'erased',
        entry: erased?.row.seq ?? null,
        refusal: null,
        words: '',
      });
      return { value: await readRegister(session, tx, rules), entries: [entry] };
    });
  });
}
