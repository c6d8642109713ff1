/** A request is taken in, and put off: each in one commit with its entry. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { MAX_REQUESTS_OPEN } from '../../../contract/requests/lists.ts';
import type { RequestRegister } from '../../../contract/requests/routes.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { readPersonRow } from '../people/read-person.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { addDays, checkDay } from '../values/days.ts';
import { latestDay, readRegister } from './register.ts';
import { requireOpen, logReference } from './row.ts';
import type { RequestRules } from './rules.ts';
import { commitValue } from '../session/commit.ts';
import { countOf } from '../store/rows.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

/**
 * Each is a request of its own, with an identity of its own, also where another of the same person is open: that is shown, and lends it nothing.
 * Errors: `not-found` (no such person), `bad-request` {where: requests} where too many are open, `log-unavailable`.
 */
export async function takeIn(
  session: Session,
  { personId, what, fields, asker, way }: RouteRequest<'requests.takeIn'>,
  rules: RequestRules,
): Promise<RouteReply<'requests.takeIn'>> {
  await readPersonRow(session.store, personId);
  return commitValue(session, async (tx, seq) => {
    const open = await countOf(tx, sql`SELECT COUNT(*) AS n FROM subject_request WHERE state = 'open'`);
    if (open >= MAX_REQUESTS_OPEN) throw new AppError('bad-request', { where: 'requests' });
    const now = session.clock.now();
    const today = dayOf(now);
    const requestId = await takeId(tx, 'subject_request');
    await tx.run(sql`
      INSERT INTO subject_request (id, what, fields, asker, way, person_id, room, taken_at, taken_by, taken_seq, due_on, state, words, restricts, version)
      VALUES (${requestId}, ${what}, ${[...new Set(fields)].join(',')}, ${asker}, ${way}, ${personId}, ${await roomOf(tx, personId, today)}, ${now},
        ${session.signedIn.staffId}, ${seq}, ${addDays(today, rules.termOf(what).days)}, 'open', '', 0, 1)`);
    return {
      value: { register: await readRegister(session, tx, rules), requestId },
      entries: [done('request-in', { ...logReference({ requestId, what }), asker, way }, { personId })],
    };
  });
}

/** Where the letter goes: the home of today, the first where there are several; empty where there is none. */
async function roomOf(store: ReadableStore, personId: PersonId, today: string): Promise<string> {
  const room = await store.get<{ readonly label: string }>(sql`
    SELECT r.label FROM occupancy o JOIN room r ON r.id = o.room_id
    WHERE o.person_id = ${personId} ORDER BY coalesce(o.until_date <= ${today}, 0), o.id LIMIT 1`);
  return room?.label ?? '';
}

/**
 * Puts it off, to a day that the data allows. Errors: `invalid-value` {field: until} for one that is none, none to come or too late, `not-found` (it has
 * ended), `changed-meanwhile`, those of `withSlots`, `not-allowed`, `log-unavailable`.
 */
export function extend(
  session: Session,
  { dueOn, words, pin, ...seen }: RouteRequest<'requests.extend'>,
  rules: RequestRules,
): Promise<RequestRegister> {
  checkDay('until', dueOn);
  return withOversight(session, pin, (present) =>
    commitValue(session, async (tx) => {
      const row = await requireOpen(tx, seen);
      if (dueOn <= row.dueOn || dueOn > latestDay(row, rules))
        throw new AppError('invalid-value', { field: 'until' });
      await tx.run(sql`
        UPDATE subject_request SET due_on = ${dueOn}, version = version + 1 WHERE id = ${row.requestId}`);
      return {
        value: await readRegister(session, tx, rules),
        entries: [
          done(
            'request-extend',
            { ...logReference(row), dueOn },
            { personId: row.personId, reason: words, signedBy: present },
          ),
        ],
      };
    }),
  );
}
