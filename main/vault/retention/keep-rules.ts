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
import { type Session, entryOf, logAlone } from '../session/session.ts';
import { requireOversight, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import { checkDay } from '../values/days.ts';
import { readRetention } from './read-retention.ts';

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
  await withSlots(session, [{ slotId: session.signedIn.slotId, pin }], async (signedBy) => {
    if (signedBy[0].member.role !== 'admin') throw new AppError('not-allowed');
    await session.log.record(session.store, async (tx) => {
      const edition = await keepEdition(tx, RETENTION_FILE, suggested);
      return {
        value: undefined,
        entries: [
          entryOf(session, {
            action: 'retention-rules',
            outcome: 'done',
            reason: words,
            detail: { restrictDays: rules.restrictDays, edition, months: monthsIn(rules) },
            signedBy,
          }),
        ],
      };
    });
  });
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
  await withSlots(session, [{ slotId: session.signedIn.slotId, pin }], async (signedBy) => {
    requireOversight(signedBy);
    await session.log.record(session.store, async (tx) => {
      if ((await readHolds(tx, personId, today)).length >= MAX_HOLDS_OF_ONE)
        throw new AppError('bad-request', { where: 'holds' });
      const holdId = await takeId(tx, 'hold');
      await tx.run(sql`
        INSERT INTO hold (id, person_id, kind, words, until_date, begun_at, begun_by)
        VALUES (${holdId}, ${personId}, ${kind}, ${words}, ${until}, ${session.clock.now()}, ${session.signedIn.staffId})`);
      return {
        value: undefined,
        entries: [
          entryOf(session, {
            action: 'hold',
            outcome: 'done',
            personId,
            reason: words,
            detail: { hold: holdId, kind, until },
            signedBy,
          }),
        ],
      };
    });
  });
  return readRetention(session);
}

/** Errors: `not-found`, those of `withSlots`. */
export async function endHold(
  session: Session,
  { holdId, words, pin }: RouteRequest<'retention.endHold'>,
): Promise<RetentionView> {
  await withSlots(session, [{ slotId: session.signedIn.slotId, pin }], async (signedBy) => {
    requireOversight(signedBy);
    await session.log.record(session.store, async (tx) => {
      const row = await tx.get<HoldRow>(HOLD_QUERIES.one(holdId));
      if (row === undefined) throw new AppError('not-found');
      await tx.run(sql`
        UPDATE hold SET ended_at = ${session.clock.now()}, ended_by = ${session.signedIn.staffId} WHERE id = ${holdId}`);
      return {
        value: undefined,
        entries: [
          entryOf(session, {
            action: 'hold-end',
            outcome: 'done',
            personId: row.personId,
            reason: words,
            detail: { hold: holdId, kind: row.kind },
            signedBy,
          }),
        ],
      };
    });
  });
  return readRetention(session);
}

/** Errors: `not-found`, `needs-supervisor`, those of `withSlots`. */
export async function openRestricted(
  session: Session,
  { personId, words, pin }: RouteRequest<'retention.open'>,
): Promise<RouteReply<'retention.open'>> {
  await readPersonRow(session.store, personId);
  return withSlots(session, [{ slotId: session.signedIn.slotId, pin }], async (signedBy) => {
    requireSupervisor(signedBy);
    await logAlone(session, {
      action: 'restricted-open',
      outcome: 'done',
      personId,
      reason: words,
      signedBy,
    });
    return { until: letOpenRestricted(session, personId) };
  });
}
