/** Somebody asks to be deleted (PIPL, Article 47), and is: by a supervisor and an admin, with the same check of what is left as any deletion. */
import type { RequestRegister } from '../../../contract/requests/routes.ts';
import { requestNumber } from '../../../contract/requests/lists.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { erasePeople } from '../erasure/erase-people.ts';
import { cosignedBy, withBoth } from '../key-change/dual-control.ts';
import { keepEdition } from '../law/editions.ts';
import { readDecisions } from '../log/decisions.ts';
import type { Session } from '../session/session.ts';
import { followMerges } from '../store/follow-merges.ts';
import { sql } from '../store/sql.ts';
import { requireKnown } from './identity.ts';
import { readRegister } from './register.ts';
import { requireOpen, logReference } from './row.ts';
import { REQUESTS_FILE, type RequestRules } from './rules.ts';
import { commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** Stands on the certificate. */
const BASIS = '《个人信息保护法》第四十七条：个人请求删除';

/**
 * Deletes the whole record that a request is about, and ends the request with it. A kill in between leaves the person deleted and the request open; it is
 * then called done by the entry of the deletion. Errors: `not-found`, `changed-meanwhile`, `identity-not-verified`, `bad-request` {where: act} for a request
 * for anything else or for parts alone, `on-hold`, `not-allowed` and `needs-supervisor` (the two are no supervisor and admin), those of `withSlots`.
 */
export function eraseFor(
  session: Session,
  { papers, pin, other, ...seen }: RouteRequest<'requests.erase'>,
  rules: RequestRules,
): Promise<RequestRegister> {
  return withBoth(session, pin, other, async (present) => {
    const row = await requireOpen(session.store, seen);
    if (row.what !== 'delete' || row.fields !== '') throw new AppError('bad-request', { where: 'act' });
    await requireKnown(session.store, row, papers);
    const personId = await followMerges(session.store, row.personId);
    await erasePeople(session, present, {
      people: [personId],
      cause: 'request',
      basis: BASIS,
      reason: 'subject-request',
      ticket: requestNumber(row.requestId),
    });
    return commitValue(session, async (tx) => {
      const erased = (await readDecisions(session, tx, 'erase')).findLast(
        ({ row }) => row.personId === personId,
      );
      const edition = await keepEdition(tx, REQUESTS_FILE, rules.file);
      await tx.run(sql`
        UPDATE subject_request SET edition = ${edition}, state = 'done', person_id = ${personId}, ended_at = ${session.clock.now()}, ended_by = ${session.signedIn.staffId},
          act = 'erased', papers = ${papers ? 1 : 0}, version = version + 1 WHERE id = ${row.requestId}`);
      return {
        value: await readRegister(session, tx, rules),
        entries: [
          done(
            'request-decide',
            {
              ...logReference(row),
              how: 'done',
              act: 'erased',
              entry: erased?.row.seq ?? null,
              refusal: null,
              papers,
            },
            { personId, ...cosignedBy(present) },
          ),
        ],
      };
    });
  });
}
