/**
 * Whoever withdraws a consent and wants nothing but storing is restricted by the same deed: a withdrawal is not done before that (PIPL, Articles 15 and 47).
 * The register of requests has it, so that it can be lifted there.
 */
import type { PersonId } from '../../../contract/ids.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { dayOf } from '../clock.ts';
import { done } from '../log/done.ts';
import type { Session } from '../session/session.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';

/** By which request somebody withdraws, and the number of the entry that says so. `requestId` null: at the counter, where none was taken in. */
export interface ByRequest {
  readonly requestId: number | null;
  readonly seq: number;
}

/** The entries; at the counter those of a request as well, which has ended with it. */
export async function restrictRecord(
  tx: WritableStore,
  session: Session,
  present: AllVerified,
  personId: PersonId,
  by: ByRequest,
): Promise<readonly SessionEntry[]> {
  const requestId = by.requestId ?? (await takeEnded(tx, session, personId, by.seq));
  await tx.run(sql`UPDATE subject_request SET restricts = 1 WHERE id = ${requestId}`);
  const which = { request: requestId, what: 'withdraw-consent' } as const;
  const restricted = done('request-restrict', which, { personId, signedBy: present });
  if (by.requestId !== null) return [restricted];
  return [
    done('request-in', { ...which, asker: 'self', way: 'counter' }, { personId }),
    restricted,
    done(
      'request-decide',
      { ...which, how: 'done', act: 'consent-withdrawn', entry: by.seq, refusal: null },
      { personId, signedBy: present },
    ),
  ];
}

async function takeEnded(
  tx: WritableStore,
  { clock, signedIn }: Session,
  personId: PersonId,
  seq: number,
): Promise<number> {
  const requestId = await takeId(tx, 'subject_request');
  const now = clock.now();
  const home = await tx.get<{ readonly room: string }>(
    sql`SELECT coalesce(list_room, '') AS room FROM person WHERE id = ${personId}`,
  );
  await tx.run(sql`
    INSERT INTO subject_request (id, what, fields, asker, way, person_id, room, taken_at, taken_by, taken_seq, due_on, state, ended_at, ended_by, act, act_seq, words, restricts, version)
    VALUES (${requestId}, 'withdraw-consent', '', 'self', 'counter', ${personId}, ${home?.room ?? ''}, ${now}, ${signedIn.staffId}, ${seq}, ${dayOf(now)},
      'done', ${now}, ${signedIn.staffId}, 'consent-withdrawn', ${seq}, '', 0, 1)`);
  return requestId;
}
