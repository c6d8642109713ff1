/** An admin makes, lists and ends canary records. No entry names the record in its column, which supervisors read. */
import { MAX_CANARIES } from '../../../contract/canaries/lists.ts';
import {
  type CanariesView,
  type CanaryDraft,
  type CanaryView,
  MAX_TOUCHES,
} from '../../../contract/canaries/routes.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { PersonDraft } from '../../../contract/people/requests.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { checkDraft, insertDraft } from '../people/edit.ts';
import { readMaskedPerson } from '../people/read-person.ts';
import { tiersOf, withProof } from '../people/sealed-changes.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { type Canary, type Touch, readCanaries, readTouches } from '../access-monitor/canaries.ts';
import { processNewEntries } from '../access-monitor/desk-watch.ts';
import { sealRecord } from '../access-monitor/sealed-record.ts';
import { commit } from '../session/commit.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

/** Oldest first. Errors: those of the log. */
export async function listCanaries(session: Session): Promise<CanariesView> {
  if (!session.readOnly) await processNewEntries(session);
  const canaries = await readCanaries(session, session.store);
  const touches = await readTouches(session, session.store);
  return {
    canaries: await Promise.all(
      canaries.map((canary) =>
        describeCanary(
          session,
          canary,
          touches.filter((touch) => touch.canary === canary.entry),
        ),
      ),
    ),
  };
}

async function describeCanary(
  session: Session,
  { entry, madeAt, madeBy, personId }: Canary,
  touches: readonly Touch[],
): Promise<CanaryView> {
  const person = personId === null ? null : await findPerson(session, personId);
  return {
    canaryId: entry,
    madeAt,
    madeBy: nameOfStaff(session, madeBy),
    state: person === null ? 'gone' : touches.length > 0 ? 'touched' : 'watching',
    nameMask: person?.nameMask ?? null,
    rooms: (person?.rooms ?? []).map(({ label }) => label),
    phones: (person?.fields ?? []).flatMap(({ field, mask }) => (field === 'phone' ? [mask] : [])),
    touches: touches
      .slice(0, MAX_TOUCHES)
      .map(({ at, staffId }) => ({ at, staffName: nameOfStaff(session, staffId) })),
  };
}

/** Null where it was merged into another record. */
const findPerson = (session: Session, personId: PersonId): Promise<MaskedPerson | null> =>
  readMaskedPerson(session, personId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  });

/**
 * A new record of nobody. Errors: those of `checkDraft`, `room-not-understood`, `needs-supervisor`, those of `withSlots`, `not-allowed` (the own slot is no
 * admin's), `bad-request` (there are as many as there may be), `log-unavailable`.
 */
export async function makeCanary(
  session: Session,
  { person, pin, supervisor }: RouteRequest<'canaries.make'>,
): Promise<CanariesView> {
  const checked = await checkDraft(session, draftOf(person));
  await withProof(session, pin, supervisor, tiersOf(checked.values), async (keys, by) => {
    requireAdmin(by.signedBy);
    const { vaultId } = session.keys;
    await commit(session, async (tx) => {
      if ((await readCanaries(session, tx)).length >= MAX_CANARIES)
        throw new AppError('bad-request', { where: 'canaries' });
      const personId = await insertDraft(tx, session, keys, checked);
      const record = await sealRecord(tx, 'canary', vaultId, personId);
      return [done('canary', { change: 'made', record }, by)];
    });
  });
  return listCanaries(session);
}

/** Without an ID number: one that is valid may be somebody's. */
const draftOf = ({ name, sex, phones, room }: CanaryDraft): PersonDraft => ({
  kind: 'person',
  name,
  sex,
  idType: null,
  rooms: room === null ? [] : [room],
  plates: [],
  sealed: phones.map((value) => ({ field: 'phone', value })),
});

/** Watches a record no more. Errors: `not-found`, `not-allowed` (the own slot is no admin's), those of `withSlots`, `log-unavailable`. */
export async function endCanary(
  session: Session,
  { canaryId, pin }: RouteRequest<'canaries.end'>,
): Promise<CanariesView> {
  await withOwnPin(session, pin, async (present) => {
    requireAdmin(present);
    // What was done with it until now is still raised.
    await processNewEntries(session);
    await commit(session, async (tx) => {
      const canaries = await readCanaries(session, tx);
      if (!canaries.some(({ entry }) => entry === canaryId)) throw new AppError('not-found');
      return [done('canary', { change: 'ended', entry: canaryId }, { signedBy: present })];
    });
  });
  return listCanaries(session);
}

function requireAdmin(present: AllVerified): void {
  if (present[0].member.role !== 'admin') throw new AppError('not-allowed');
}
