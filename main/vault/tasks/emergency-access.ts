/**
 * An emergency: the contact fields of one person after another in one building, all of them at once, with the own PIN and words of one's own. It has an end, and a
 * supervisor sees it until they have acknowledged it; until then whoever began it begins no other. Many records raise an alert, and take a supervisor in the end. It opens what a receptionist's PIN opens
 * anyway, faster and louder, and nothing of the identity tier.
 */
import type { FieldId } from '../../../contract/fields.ts';
import { MAX_EMERGENCY_OPEN, MAX_EMERGENCY_OPENINGS } from '../../../contract/tasks/limits.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import {
  EMERGENCY_ALERT_RECORDS,
  EMERGENCY_FIELDS,
  EMERGENCY_MS,
  EMERGENCY_OVERDUE_MS,
  EMERGENCY_SUPERVISOR_RECORDS,
} from '../../../contract/tasks/lists.ts';
import type { EmergencyId, PersonId, RoomId, StaffId } from '../../../contract/ids.ts';
import type { RevealedField } from '../../../contract/people/views.ts';
import type {
  Building,
  EmergencyEvent,
  EmergencyOpening,
  OwnEmergency,
} from '../../../contract/tasks/views.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { allChains, ownChain } from '../log/chains.ts';
import {
  type Emergency,
  type EmergencyEntry,
  endEntry,
  endOf,
  peopleOf,
  readEmergencies,
  recordsOf,
} from '../session/emergencies.ts';
import { openValue, withTiers } from '../session/open-values.ts';
import { readNameMask, readPersonRow } from '../people/read-person.ts';
import { reviewerOf } from '../session/reviewer.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { describeWhy } from '../session/access-reason.ts';
import type { ReadableStore } from '../store/store.ts';
import { type SealedValueRow, readSealedValues } from '../people/sealed-values.ts';
import { ownProof, withSupervisor } from '../session/with-own-pin.ts';
import { cosignerOf, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { commit, commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';
import { orNotFound } from '../store/rows.ts';
import { sql } from '../store/sql.ts';

/** How long what was opened may stay on screen, in seconds: time to dial. */
const EMERGENCY_SECONDS = 60;
/** How many of the acknowledged ones are listed. */
const SEEN_LISTED = 50;

/**
 * Errors: `emergency-unacknowledged`, `nothing-sealed` (no contact on record), `not-found`, `invalid-value`, `bad-request` (nobody lives in that room),
 * `needs-supervisor` (outside of the building, or many before), those of `withSlots`, `log-unavailable`; with any of them no value leaves.
 */
export async function breakEmergency(
  session: Session,
  request: RouteRequest<'emergency.begin'>,
): Promise<RouteReply<'emergency.begin'>> {
  const why = describeWhy(session, { reason: 'emergency', words: request.words, ticket: request.ticket });
  const person = await readPersonRow(session.store, request.personId);
  const isAlone = request.cosigner === undefined && session.signedIn.role !== 'supervisor';
  // Before the PIN is tried: nobody is to be shut out by asking.
  const planned = await planOpening(session, session.store, request);
  if (planned.takesSupervisor && isAlone) throw new AppError('needs-supervisor');
  const contacts = await readContacts(session.store, person.id);
  if (contacts.length === 0) throw new AppError('nothing-sealed');
  const own = ownProof(session, request.pin);
  const proofs = request.cosigner === undefined ? [own] : [own, request.cosigner];
  return withSlots(session, proofs, async (all) => {
    const [present] = all;
    const fields = await withTiers(session, present, ['contact'], async (keys) =>
      contacts.map((row): RevealedField => ({
        field: row.field,
        ordinal: row.ordinal,
        value: openValue(session, keys, person.id, row),
        seconds: EMERGENCY_SECONDS,
      })),
    );
    return commitValue(session, async (tx) => {
      // Asked again: it may have ended while the PIN was being stretched, or have more records by now.
      const { detail, records, takesSupervisor } = await planOpening(session, tx, request);
      const supervisor = takesSupervisor || request.cosigner !== undefined ? requireSupervisor(all) : null;
      const opened = fields.map(({ field }) =>
        done('emergency-access', detail, {
          personId: person.id,
          field,
          cosignerId: supervisor === null ? null : cosignerOf(session, supervisor),
          signedBy: all,
          ...why,
        }),
      );
      const alert = done('alert', {
        kind: 'emergency',
        count: records,
        staff: session.signedIn.staffId,
        room: null,
      });
      return {
        value: { fields },
        entries: records === EMERGENCY_ALERT_RECORDS ? [...opened, alert] : opened,
      };
    });
  });
}

/** How one more record fits into the emergency that is under way, or begins one. */
interface Opening {
  readonly detail: LogDetail<'emergency-access'>;
  /** How many records there are with this one; 0 where it was opened in it before. */
  readonly records: number;
  readonly takesSupervisor: boolean;
}

/** Errors: `emergency-unacknowledged`, `bad-request`. */
async function planOpening(
  session: Session,
  store: ReadableStore,
  { personId, roomId }: RouteRequest<'emergency.begin'>,
): Promise<Opening> {
  const running = await joinOwn(session, store);
  const homes = await readHomes(session, store, personId);
  if (running === null) {
    const home = roomId === undefined ? homes[0] : homes.find((one) => one.roomId === roomId);
    if (home === undefined && roomId !== undefined) throw new AppError('bad-request', { where: 'roomId' });
    const detail = home === undefined ? null : { estate: home.estate, building: home.building };
    return { detail, records: 1, takesSupervisor: false };
  }
  const detail = { first: running.first.seq };
  if (peopleOf(running).has(personId)) return { detail, records: 0, takesSupervisor: false };
  const records = recordsOf(running) + 1;
  const { building } = running;
  const isInside =
    building !== null &&
    homes.some((home) => home.estate === building.estate && home.building === building.building);
  return { detail, records, takesSupervisor: !isInside || records >= EMERGENCY_SUPERVISOR_RECORDS };
}

/** The rooms where somebody lives now. */
const readHomes = (
  { clock }: Session,
  store: ReadableStore,
  personId: PersonId,
): Promise<readonly (Building & { readonly roomId: RoomId })[]> =>
  store.all(sql`
    SELECT r.id AS roomId, r.estate, r.building FROM occupancy o CROSS JOIN room r ON r.id = o.room_id
    WHERE o.person_id = ${personId} AND (o.until_date IS NULL OR o.until_date > ${dayOf(clock.now())}) ORDER BY o.id`);

/** In the order of the list, whoever calls first. */
async function readContacts(store: ReadableStore, personId: PersonId): Promise<readonly SealedValueRow[]> {
  const rows = await readSealedValues(store, personId);
  return EMERGENCY_FIELDS.flatMap((field) =>
    rows.filter((row) => row.field === field && row.tier === 'contact'),
  );
}

/**
 * The emergency of whoever is signed in that is under way, or null where an opening begins one. Errors: `emergency-unacknowledged` (the last
 * one is over, and no supervisor has acknowledged it).
 */
async function joinOwn(session: Session, store: ReadableStore): Promise<Emergency | null> {
  const { running, waiting } = await readOwn(session, store);
  if (running === null && waiting) throw new AppError('emergency-unacknowledged');
  return running;
}

/** The own emergency that is under way, and whether one that is over waits for a supervisor. */
async function readOwn(
  session: Session,
  store: ReadableStore,
): Promise<{ readonly running: Emergency | null; readonly waiting: boolean }> {
  const own = (await readEmergencies(session, store, ownChain)).filter(
    ({ first, seen }) => first.staffId === session.signedIn.staffId && seen === null,
  );
  const last = own.at(-1);
  const isRunning = last !== undefined && (await endOf(store, last, session.clock.now())) === null;
  return { running: isRunning ? last : null, waiting: own.length > (isRunning ? 1 : 0) };
}

/** How it stands with the own emergencies. Errors: those of the store. */
export async function readOwnEmergency(session: Session): Promise<OwnEmergency> {
  const { running, waiting } = await readOwn(session, session.store);
  return {
    running:
      running === null
        ? null
        : {
            since: running.first.time,
            until: running.first.time + EMERGENCY_MS,
            building: running.building,
            records: recordsOf(running),
          },
    waiting,
  };
}

/** Errors: `not-found` (none of one's own is under way), `log-unavailable`. */
export async function endEmergency(session: Session): Promise<OwnEmergency> {
  await commit(session, async (tx) => {
    const { running } = await readOwn(session, tx);
    return [endEntry(session, orNotFound(running), 'own')];
  });
  return readOwnEmergency(session);
}

/**
 * Enters the end of what is over by now at this computer. `noticed` keeps for each emergency when this process first met it, by the clock that nobody sets:
 * one that is set back does not give it more than its time.
 */
export async function endWhatIsOver(session: Session, noticed: Map<number, number>): Promise<void> {
  if (!(await readEmergencies(session, session.store, ownChain)).some(isUnended)) return;
  await commit(session, async (tx) => {
    const entries = await Promise.all(
      (await readEmergencies(session, tx, ownChain)).filter(isUnended).map(async (emergency) => {
        const why = (await endOf(tx, emergency, session.clock.now())) ?? overBy(session, emergency, noticed);
        return why === null ? [] : [endEntry(session, emergency, why)];
      }),
    );
    return entries.flat();
  });
}

const isUnended = ({ ended, seen }: Emergency): boolean => ended === null && seen === null;

function overBy(session: Session, { first }: Emergency, noticed: Map<number, number>): 'time' | null {
  const now = session.clock.monotonic();
  const since = noticed.get(first.seq) ?? now;
  noticed.set(first.seq, since);
  return now - since >= EMERGENCY_MS ? 'time' : null;
}

/** Oldest of the unacknowledged first: it has waited longest. */
export async function listEmergency(session: Session): Promise<RouteReply<'emergency.list'>> {
  const all = await readEmergencies(session, session.store, allChains);
  const open = all.filter(({ seen }) => seen === null).slice(0, MAX_EMERGENCY_OPEN);
  const seen = all.filter((one) => one.seen !== null).slice(-SEEN_LISTED);
  return { open: await describeAll(session, open), seen: await describeAll(session, seen.toReversed()) };
}

const describeAll = (session: Session, emergencies: readonly Emergency[]): Promise<EmergencyEvent[]> =>
  Promise.all(emergencies.map((one) => describeEmergency(session, one)));

async function describeEmergency(session: Session, emergency: Emergency): Promise<EmergencyEvent> {
  const { first, seen } = emergency;
  const now = session.clock.now();
  return {
    emergencyId: first.seq as EmergencyId,
    at: first.time,
    staffName: nameOfStaff(session, first.staffId),
    building: emergency.building,
    openings: await describeOpenings(session, emergency),
    records: recordsOf(emergency),
    ended: await endOf(session.store, emergency, now),
    overdue: seen === null && isOverdue(first.time, now),
    reader: readerOf(session, first.staffId),
    seen:
      seen === null
        ? null
        : { at: seen.time, staffName: nameOfStaff(session, seen.staffId), words: seen.reason ?? '' },
  };
}

/** Whether an emergency is overdue; a clock that was set back counts as overdue. */
const isOverdue = (begun: number, now: number): boolean => now < begun || now - begun >= EMERGENCY_OVERDUE_MS;

/** A record that was opened twice is two, each with its words. */
function describeOpenings(session: Session, { entries }: Emergency): Promise<EmergencyOpening[]> {
  const openings = new Map<string, readonly [EmergencyEntry, ...EmergencyEntry[]]>();
  for (const entry of entries) {
    const key = `${entry.personId} ${entry.time}`;
    const [first, ...others] = openings.get(key) ?? [];
    openings.set(key, first === undefined ? [entry] : [first, ...others, entry]);
  }
  return Promise.all(
    [...openings.values()].slice(0, MAX_EMERGENCY_OPENINGS).map(async (opened): Promise<EmergencyOpening> => {
      const [{ time, personId, reason, ticket }] = opened;
      return {
        at: time,
        personId: personId as PersonId,
        personMask: await readNameMask(session.store, session.policy.masks, personId as PersonId),
        fields: [...new Set(opened.flatMap(({ field }) => field ?? []))] as FieldId[],
        words: (reason ?? '').replace(/^emergency: /, ''),
        ticket,
      };
    }),
  );
}

/** An admin acknowledges none. */
const readerOf = (session: Session, openedBy: StaffId): EmergencyEvent['reader'] =>
  session.signedIn.role === 'supervisor' ? reviewerOf(session, openedBy) : 'another';

/**
 * Once, and for good; what is still under way is over with it. Errors: `not-found` (nothing there to acknowledge), `own-emergency` (another supervisor is to), `needs-supervisor`, those of `withSlots`,
 * `log-unavailable`.
 */
export async function acknowledgeEmergency(
  session: Session,
  { emergencyId, words, pin }: RouteRequest<'emergency.acknowledge'>,
): Promise<void> {
  await withSupervisor(session, pin, (present) =>
    commit(session, async (tx) => {
      const broken = (await readEmergencies(session, tx, allChains)).find(
        ({ first, seen }) => first.seq === emergencyId && seen === null,
      );
      if (broken === undefined) throw new AppError('not-found');
      const reader = readerOf(session, broken.first.staffId);
      if (reader === 'another') throw new AppError('own-emergency');
      const ended = await endOf(tx, broken, session.clock.now());
      return [
        ...(broken.ended === null ? [endEntry(session, broken, ended ?? 'acknowledged')] : []),
        done(
          'emergency-seen',
          { entry: emergencyId, alone: reader === 'you-alone' },
          { personId: broken.first.personId, reason: words, signedBy: present },
        ),
      ];
    }),
  );
}
