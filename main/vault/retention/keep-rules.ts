/** An admin confirms or changes the rules; a supervisor or an admin holds somebody, or ends that; a supervisor opens somebody who is restricted. */
import type { RetentionEntity } from '../../../contract/retention/lists.ts';
import type { RetentionRules } from '../../../contract/retention/log.ts';
import type { RetentionView } from '../../../contract/retention/routes.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { HOLD_QUERIES, type HoldRow, readHolds } from '../erasure/holds.ts';
import { RETENTION_FILE, readSuggested } from '../retention-rules/rules.ts';
import { keepEdition } from '../law/editions.ts';
import { readPersonRow } from '../people/read-person.ts';
import { letOpenRestricted } from '../retention-rules/restricted.ts';
import { type Session, logAlone } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import { checkDay } from '../values/days.ts';
import { readRetention } from './read-retention.ts';
import { withAdmin, withOversight, withSupervisor } from '../session/with-own-pin.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';
import { requireRow } from '../store/rows.ts';

const MAX_HOLDS_OF_ONE = 10;

/** As an entry has them. */
const monthsIn = ({ rules }: RetentionRules): Record<RetentionEntity, number> =>
  Object.fromEntries(rules.map(({ entity, months }) => [entity, months])) as Record<RetentionEntity, number>;

/** With the edition of the data file that has suggested them. Errors: `law-unreadable` {file}, `not-allowed` (no admin's slot), those of `withSlots` and of the log. */
export async function setRules(
  session: Session,
  { rules, words, pin }: RouteRequest<'retention.setRules'>,
): Promise<RetentionView> {
  const suggested = readSuggested(session.lawFolder);
  await withAdmin(session, pin, (signedBy) =>
    commit(session, async (tx) => {
      const edition = await keepEdition(tx, RETENTION_FILE, suggested);
      return [
        done(
          'retention-rules',
          { restrictDays: rules.restrictDays, edition, months: monthsIn(rules) },
          { reason: words, signedBy },
        ),
      ];
    }),
  );
  return readRetention(session);
}

/** Errors: `not-found`, `invalid-value` {field: until} for a day that is over, `bad-request` where there are ten already; those of `withSlots`. */
export async function hold(
  session: Session,
  { personId, kind, words, until, pin }: RouteRequest<'retention.hold'>,
): Promise<RetentionView> {
  const today = dayOf(session.clock.now());
  checkDay('until', until);
  if (until !== null && until < today) throw new AppError('invalid-value', { field: 'until' });
  await readPersonRow(session.store, personId);
  await withOversight(session, pin, (signedBy) =>
    commit(session, async (tx) => {
      if ((await readHolds(tx, personId, today)).length >= MAX_HOLDS_OF_ONE)
        throw new AppError('bad-request', { where: 'holds' });
      const holdId = await takeId(tx, 'hold');
      await tx.run(sql`
        INSERT INTO hold (id, person_id, kind, words, until_date, begun_at, begun_by)
        VALUES (${holdId}, ${personId}, ${kind}, ${words}, ${until}, ${session.clock.now()}, ${session.signedIn.staffId})`);
      return [done('hold', { hold: holdId, kind, until }, { personId, reason: words, signedBy })];
    }),
  );
  return readRetention(session);
}

/** Errors: `not-found`, those of `withSlots`. */
export async function endHold(
  session: Session,
  { holdId, words, pin }: RouteRequest<'retention.endHold'>,
): Promise<RetentionView> {
  await withOversight(session, pin, (signedBy) =>
    commit(session, async (tx) => {
      const row = await requireRow<HoldRow>(tx, HOLD_QUERIES.one(holdId));
      await tx.run(sql`
        UPDATE hold SET ended_at = ${session.clock.now()}, ended_by = ${session.signedIn.staffId} WHERE id = ${holdId}`);
      return [
        done(
          'hold-end',
          { hold: holdId, kind: row.kind },
          { personId: row.personId, reason: words, signedBy },
        ),
      ];
    }),
  );
  return readRetention(session);
}

/** Errors: `not-found`, `needs-supervisor`, those of `withSlots`. */
export async function openRestricted(
  session: Session,
  { personId, words, pin }: RouteRequest<'retention.open'>,
): Promise<RouteReply<'retention.open'>> {
  await readPersonRow(session.store, personId);
  return withSupervisor(session, pin, async (signedBy) => {
    await logAlone(session, done('restricted-open', null, { personId, reason: words, signedBy }));
    return { until: letOpenRestricted(session, personId) };
  });
}
