/** Who is restricted, who is due, and which records are: lists by the page, and counts up to a bound. */
import {
  MAX_COUNTED,
  PEOPLE_A_PAGE,
  RECORD_ENTITIES,
  type RecordEntity,
  type RetentionEntity,
} from '../../../contract/retention/lists.ts';
import type { RetentionRules } from '../../../contract/retention/log.ts';
import type { RetentionCursor, RetentionPerson } from '../../../contract/retention/routes.ts';
import { RELATIONS, type Relation } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { dayOf, startOfDay } from '../clock.ts';
import { readHolds } from '../erasure/holds.ts';
import { readNameMask } from '../people/read-person.ts';
import {
  type Cutoffs,
  PURPOSE_QUERIES,
  cutoffsDue,
  entityOf,
  monthsFrom,
} from '../retention-rules/purpose.ts';
import { RETURNED_QUERIES, type ReturnedRow } from '../retention-rules/returned.ts';
import { monthsOf } from '../retention-rules/rules.ts';
import type { Session } from '../session/session.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { columnsOf, tableOfRecords } from '../store/tables.ts';
import { countRowsOf } from '../store/rows.ts';

interface HomeRow {
  readonly rowId: number;
  readonly personId: PersonId;
  readonly relation: Relation;
  readonly endedOn: string;
  readonly roomId: number;
}
interface ContactRow {
  readonly rowId: number;
  readonly personId: PersonId;
  readonly changedAt: number;
}

const BEGINNING: RetentionCursor = { of: 'rooms', key: '', id: 0 };

/** One page, those whose purpose was over first before the others; those of no room stand last. */
export async function readPage(
  session: Session,
  rules: RetentionRules,
  cutoffs: Cutoffs,
  after: RetentionCursor | null,
): Promise<{ readonly people: RetentionPerson[]; readonly next: RetentionCursor | null }> {
  const from = after ?? BEGINNING;
  const { store } = session;
  if (from.of === 'rooms') {
    const rows = await store.all<HomeRow>(PURPOSE_QUERIES.homes(cutoffs, from, PEOPLE_A_PAGE));
    const last = rows.at(-1);
    if (last !== undefined)
      return {
        people: await Promise.all(rows.map((row) => describeHome(session, rules, row))),
        next:
          rows.length < PEOPLE_A_PAGE
            ? { of: 'contacts', key: '', id: 0 }
            : { of: 'rooms', key: last.endedOn, id: last.rowId },
      };
  }
  const rows = await store.all<ContactRow>(
    PURPOSE_QUERIES.contacts(cutoffs, from.of === 'contacts' ? from.id : 0, PEOPLE_A_PAGE),
  );
  const last = rows.at(-1);
  return {
    people: await Promise.all(rows.map((row) => describeContact(session, rules, row))),
    next:
      last === undefined || rows.length < PEOPLE_A_PAGE ? null : { of: 'contacts', key: '', id: last.rowId },
  };
}

async function describeHome(
  session: Session,
  rules: RetentionRules,
  { personId, relation, endedOn, roomId }: HomeRow,
): Promise<RetentionPerson> {
  const room = await session.store.get<{ readonly label: string }>(
    sql`SELECT label FROM room WHERE id = ${roomId}`,
  );
  const entity = entityOf(relation);
  return {
    ...(await readCommonFacts(session, personId)),
    entity,
    relation,
    room: room?.label ?? '',
    endedOn,
    dueOn: monthsFrom(endedOn, monthsOf(rules, entity)),
  };
}

async function describeContact(
  session: Session,
  rules: RetentionRules,
  { personId, changedAt }: ContactRow,
): Promise<RetentionPerson> {
  const endedOn = dayOf(changedAt);
  return {
    ...(await readCommonFacts(session, personId)),
    entity: 'contact',
    relation: null,
    room: '',
    endedOn,
    dueOn: monthsFrom(endedOn, monthsOf(rules, 'contact')),
  };
}

async function readCommonFacts(session: Session, personId: PersonId) {
  const { store, policy, clock } = session;
  return {
    personId,
    nameMask: (await readNameMask(store, policy.masks, personId)) ?? '',
    held: (await readHolds(store, personId, dayOf(clock.now()))).length > 0,
    recalled: false,
  };
}

/** A page of those who were deleted and are back by a restore, by their numbers. */
export async function readReturnedPage(
  session: Session,
  after: RetentionCursor | null,
): Promise<{ readonly people: RetentionPerson[]; readonly next: RetentionCursor | null }> {
  const rows = await session.store.all<ReturnedRow>(
    RETURNED_QUERIES.page(after?.of === 'returned' ? after.id : 0, PEOPLE_A_PAGE),
  );
  const last = rows.at(-1);
  return {
    people: await Promise.all(rows.map((row) => describeReturned(session, row))),
    next:
      last === undefined || rows.length < PEOPLE_A_PAGE
        ? null
        : { of: 'returned', key: '', id: last.personId },
  };
}

async function describeReturned(
  session: Session,
  { personId, origin, at, relation, room }: ReturnedRow,
): Promise<RetentionPerson> {
  const known = RELATIONS.find((one) => one === relation) ?? null;
  const day = dayOf((await deletedAt(session.store, personId)) ?? at);
  return {
    ...(await readCommonFacts(session, personId)),
    entity: known === null ? 'contact' : entityOf(known),
    relation: known,
    room: room ?? '',
    endedOn: day,
    dueOn: day,
    recalled: origin === 'certificate',
  };
}

/** Null where no deletion of them is known but by its certificate. */
async function deletedAt(store: ReadableStore, personId: PersonId): Promise<number | null> {
  const row = await store.get<{ readonly at: number }>(
    sql`SELECT e.done_at AS at FROM erased_person p JOIN erasure e ON e.id = p.erasure_id WHERE p.person_id = ${personId}`,
  );
  return row?.at ?? null;
}

/** Numbers of those who are back, up to so many, those who are held among them. */
export async function readReturnedPeople(store: ReadableStore, most: number): Promise<readonly PersonId[]> {
  const rows = await store.all<{ readonly personId: PersonId }>(RETURNED_QUERIES.all(most));
  return rows.map(({ personId }) => personId);
}

/** Up to `MAX_COUNTED` + 1: those who are back, and those of them who are not held. */
export async function countReturned({
  store,
  clock,
}: Pick<Session, 'store' | 'clock'>): Promise<{ readonly all: number; readonly notHeld: number }> {
  return {
    all: await countRowsOf(store, RETURNED_QUERIES.all(MAX_COUNTED + 1)),
    notHeld: await countRowsOf(store, RETURNED_QUERIES.notHeld(clock.now(), MAX_COUNTED + 1)),
  };
}

/** Up to `MAX_COUNTED` + 1. */
export async function countPeople(store: ReadableStore, cutoffs: Cutoffs): Promise<number> {
  return (
    (await countRowsOf(store, PURPOSE_QUERIES.homes(cutoffs, { key: '', id: 0 }, MAX_COUNTED + 1))) +
    (await countRowsOf(store, PURPOSE_QUERIES.contacts(cutoffs, 0, MAX_COUNTED + 1)))
  );
}

/** Of each kind of people, those who are due: up to `MAX_COUNTED` + 1 of all that had a home here. */
export async function countDuePeople(
  store: ReadableStore,
  rules: RetentionRules,
  today: string,
): Promise<ReadonlyMap<RetentionEntity, number>> {
  const cutoffs = cutoffsDue(rules, today);
  const { text, values } = PURPOSE_QUERIES.homes(cutoffs, { key: '', id: 0 }, MAX_COUNTED + 1);
  const homes = await store.all<{ readonly relation: Relation; readonly n: number }>({
    text: `SELECT relation, count(*) AS n FROM (${text}) GROUP BY relation`,
    values,
  });
  const counts = new Map<RetentionEntity, number>();
  for (const { relation, n } of homes)
    counts.set(entityOf(relation), (counts.get(entityOf(relation)) ?? 0) + n);
  return counts.set(
    'contact',
    await countRowsOf(store, PURPOSE_QUERIES.contacts(cutoffs, 0, MAX_COUNTED + 1)),
  );
}

/** Numbers of those who are due, up to so many. */
export async function readDuePeople(
  store: ReadableStore,
  rules: RetentionRules,
  today: string,
  most: number,
): Promise<readonly PersonId[]> {
  const cutoffs = cutoffsDue(rules, today);
  const homes = await store.all<HomeRow>(PURPOSE_QUERIES.homes(cutoffs, { key: '', id: 0 }, most));
  const contacts = await store.all<ContactRow>(PURPOSE_QUERIES.contacts(cutoffs, 0, most));
  return [...homes, ...contacts].map(({ personId }) => personId).slice(0, most);
}

/** Ended records of people who live here, whose time is over; of notes all. Rows: id, whose they are, and their place. */
export function recordsDue(rules: RetentionRules, entity: RecordEntity, today: string, limit: number): Sql {
  const day = monthsFrom(today, -monthsOf(rules, entity as RetentionEntity));
  if (entity === 'note')
    return sql`SELECT id, person_id AS personId, ordinal FROM counter_note WHERE at < ${startOfDay(day, 1)} ORDER BY at, id LIMIT ${limit}`;
  const table = tableOfRecords(entity);
  const ordinal = columnsOf(table).includes('ordinal') ? 'r.ordinal' : 'NULL';
  return {
    text: `SELECT r.id, r.person_id AS personId, ${ordinal} AS ordinal FROM ${table} r WHERE r.until_date <= ?
      AND EXISTS (SELECT 1 FROM occupancy o WHERE o.person_id = r.person_id AND (o.until_date IS NULL OR o.until_date > ?)) ORDER BY r.until_date, r.id LIMIT ?`,
    values: [day, today, limit],
  };
}

/** Of each kind, up to so many. */
export const countRecords = (
  store: ReadableStore,
  rules: RetentionRules,
  today: string,
  most: number = MAX_COUNTED + 1,
): Promise<{ readonly entity: RecordEntity; readonly count: number }[]> =>
  Promise.all(
    RECORD_ENTITIES.map(async (entity) => ({
      entity,
      count: await countRowsOf(store, recordsDue(rules, entity, today, most)),
    })),
  );
