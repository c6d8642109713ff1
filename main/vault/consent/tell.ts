/** At the counter: somebody was told, has consented, or takes a consent back. Each is an entry of the log, signed by whoever entered it. */
import type { Basis, Purpose } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { OF_MINORS } from '../../../contract/consent/lists.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { readConsentGrounds, requireNamed } from '../inventory/api.ts';
import { bumpVersion, readBack } from '../people/change-person.ts';
import { readPersonRow } from '../people/read-person.ts';
import type { Session } from '../session/session.ts';
import { withSlots } from '../session/with-slots.ts';
import { takeIds } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { checkDay } from '../values/days.ts';
import { endConsents } from './end-consents.ts';
import { requireNoticeVersion } from './consent-rules.ts';
import { commit, commitValue } from '../session/commit.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

/** Rows that this process has entered, by whom they tell of: what may be taken back without a PIN. */
export type Entered = Map<number, PersonId>;

/**
 * A row for each purpose, of today. Errors: `bad-request` {where: 'version'} (no notice is in force), {where: 'consenter'} (a guardian
 * consents to what is a minor's, and is on record), {where: 'person'} (a company), {where: 'purposes'} (one twice), `purpose-not-named`, `not-found`, `changed-meanwhile`, those of `withSlots`, `log-unavailable`.
 */
export async function tell(
  session: Session,
  { personId, version, purposes, agreed, way, consenter, pin }: RouteRequest<'consent.tell'>,
  entered: Entered,
): Promise<RouteReply<'consent.tell'>> {
  requireDistinct(purposes);
  const own = { slotId: session.signedIn.slotId, pin };
  const recordIds = await withSlots(session, [own], (present) =>
    commitValue(session, async (tx) => {
      await requirePerson(tx, personId, consenter, purposes);
      await requireNamed(session, tx, personId, purposes);
      const noticeVersion = await requireNoticeVersion(tx);
      const basis = agreed ? 'consent' : await basisOf(tx, personId, session);
      await bumpVersion(tx, session, personId, version);
      const first = await takeIds(tx, 'notice', purposes.length);
      const today = dayOf(session.clock.now());
      for (const [at, purpose] of purposes.entries())
        await tx.run(sql`
          INSERT INTO notice (id, person_id, purpose, basis, notice_version, given_on, consented_on, way, consenter)
          VALUES (${first + at}, ${personId}, ${purpose}, ${basis}, ${noticeVersion}, ${today}, ${agreed ? today : null}, ${way}, ${consenter})`);
      return {
        value: purposes.map((_, at) => first + at),
        entries: [
          done(
            'consent-tell',
            { version: noticeVersion, purposes, agreed, way, consenter },
            { personId, signedBy: present },
          ),
        ],
      };
    }),
  );
  for (const recordId of recordIds) entered.set(recordId, personId);
  return { person: await readBack(session, personId), recordIds };
}

function requireDistinct(purposes: readonly Purpose[]): void {
  if (new Set(purposes).size !== purposes.length) throw new AppError('bad-request', { where: 'purposes' });
}

async function requirePerson(
  store: ReadableStore,
  personId: PersonId,
  consenter: RouteRequest<'consent.tell'>['consenter'],
  purposes: readonly Purpose[],
): Promise<void> {
  const { kind } = await readPersonRow(store, personId);
  if (kind === 'company') throw new AppError('bad-request', { where: 'person' });
  if (consenter === 'self') {
    if (purposes.includes(OF_MINORS)) throw new AppError('bad-request', { where: 'consenter' });
    return;
  }
  const guardian = await store.get(
    sql`SELECT 1 FROM sealed_value WHERE person_id = ${personId} AND field = 'guardian' AND replaced_at IS NULL`,
  );
  if (guardian === undefined) throw new AppError('bad-request', { where: 'consenter' });
}

/** By which right they are told of what is done: that of their relation, where they live now. */
async function basisOf(store: ReadableStore, personId: PersonId, session: Session): Promise<Basis> {
  const { clock } = session;
  const { basisOf: bases } = await readConsentGrounds(session, store);
  const rows = await store.all<{ readonly relation: Parameters<typeof bases.get>[0] }>(sql`
    SELECT relation FROM occupancy WHERE person_id = ${personId} AND (until_date IS NULL OR until_date > ${dayOf(clock.now())}) ORDER BY id LIMIT 200`);
  const found = rows.map(({ relation }) => bases.get(relation) ?? 'consent');
  return found.find((basis) => basis !== 'consent') ?? 'consent';
}

/** Deletes records that this process has entered and nobody has changed since. Errors: `not-found`, `changed-meanwhile`, `log-unavailable`. */
export async function takeBack(
  session: Session,
  { personId, version, recordIds }: RouteRequest<'consent.takeBack'>,
  entered: Entered,
): Promise<MaskedPerson> {
  if (recordIds.some((recordId) => entered.get(recordId) !== personId)) throw new AppError('not-found');
  await commit(session, async (tx) => {
    await bumpVersion(tx, session, personId, version);
    for (const recordId of recordIds) await removeRow(tx, personId, recordId);
    return [done('consent-undo', { records: recordIds }, { personId })];
  });
  for (const recordId of recordIds) entered.delete(recordId);
  return readBack(session, personId);
}

async function removeRow(tx: WritableStore, personId: PersonId, recordId: number): Promise<void> {
  const { changes } = await tx.run(
    sql`DELETE FROM notice WHERE id = ${recordId} AND person_id = ${personId} AND withdrawn_on IS NULL`,
  );
  if (changes !== 1) throw new AppError('not-found');
}

/**
 * Every consent to these purposes ends on that day; what they refused without having consented is kept as well, so that nobody asks again. Whoever is to
 * be stored alone is restricted from then on. Errors: `invalid-value` {field: withdrawnOn} for no day or one to come, `not-found`, `changed-meanwhile`, those of `withSlots`, `log-unavailable`.
 */
export async function withdraw(
  session: Session,
  { personId, version, purposes, on, follows, pin }: RouteRequest<'consent.withdraw'>,
): Promise<MaskedPerson> {
  requireDistinct(purposes);
  const today = dayOf(session.clock.now());
  const day = checkDay('withdrawnOn', on) ?? today;
  if (day > today) throw new AppError('invalid-value', { field: 'withdrawnOn' });
  await withOwnPin(session, pin, (present) =>
    commit(session, async (tx, seq) => {
      await readPersonRow(tx, personId);
      await bumpVersion(tx, session, personId, version);
      const by = { requestId: null, seq };
      return endConsents(tx, session, present, { personId, purposes, day, follows, by });
    }),
  );
  return readBack(session, personId);
}
