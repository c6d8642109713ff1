/**
 * Who was deleted before a restore that knows nothing of it: a supervisor or an admin enters the numbers of the certificates, and those who are on
 * record are restricted at once; both together take a wrong number back.
 */
import type { PersonId } from '../../../contract/ids.ts';
import type { RetentionView } from '../../../contract/retention/routes.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { cosignedBy, withBoth } from '../key-change/dual-control.ts';
import { RETURNED_QUERIES } from '../retention-rules/returned.ts';
import type { Session } from '../session/session.ts';
import { recallPeople } from '../store/recall-people.ts';
import { sql } from '../store/sql.ts';
import { readRetention } from './read-retention.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { commit, commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** Errors: `not-allowed`, those of `withSlots` and of the log. */
export async function recall(
  session: Session,
  { people, isAll, words, pin }: RouteRequest<'retention.recall'>,
): Promise<RouteReply<'retention.recall'>> {
  const numbers = [...new Set(people)];
  const there = await withOversight(session, pin, (signedBy) =>
    commitValue(session, async (tx) => {
      const found = await recallPeople(tx, numbers, {
        origin: 'certificate',
        at: session.clock.now(),
        staffId: session.signedIn.staffId,
      });
      const said = { reason: words, signedBy };
      const known = { from: 'certificates', people: numbers.length, there: found } as const;
      return {
        value: found,
        entries: [
          ...numbers.map((personId) => done('recall', null, { personId, ...said })),
          ...(isAll ? [done('erasures-known', known, said)] : []),
        ],
      };
    }),
  );
  return { view: await readRetention(session), there };
}

/** Errors: `not-found` where the number was not entered from a certificate; `not-allowed`, `needs-supervisor`, those of `withSlots` and of the log. */
export async function endRecall(
  session: Session,
  { personId, words, pin, other }: RouteRequest<'retention.endRecall'>,
): Promise<RetentionView> {
  await withBoth(session, pin, other, (present) =>
    commit(session, async (tx) => {
      const { changes } = await tx.run(
        sql`DELETE FROM recalled_person WHERE person_id = ${personId} AND origin = 'certificate'`,
      );
      if (changes !== 1) throw new AppError('not-found');
      return [done('recall-end', null, { personId, reason: words, ...cosignedBy(present) })];
    }),
  );
  return readRetention(session);
}

/** Which of some people are back by a restore. */
export async function returnedAmong(
  { store }: Pick<Session, 'store'>,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const rows = await store.all<{ readonly personId: PersonId }>(RETURNED_QUERIES.among(people));
  return new Set(rows.map(({ personId }) => personId));
}
