/** Who has not been told, or has not consented: by room, fifty at a time, and counted. Whoever lives nowhere now or is restricted, and every company, is asked for nothing. */
import type { Relation } from '../../../contract/fields.ts';
import {
  GENERAL,
  MISSING_AT_ONCE,
  MISSING_KINDS,
  type MissingKind,
  OF_MINORS,
} from '../../../contract/consent/lists.ts';
import type { MissingRow } from '../../../contract/consent/routes.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { dayOf } from '../clock.ts';
import { type ConsentGrounds, readConsentGrounds } from '../inventory/api.ts';
import { isInUse } from '../retention-rules/on-request.ts';
import { join } from '../scope/scope.ts';
import type { Session } from '../session/session.ts';
import { type Sql, sql } from '../store/sql.ts';
import { maskValue } from '../values/mask.ts';
import { readNoticeVersion } from './consent-rules.ts';
import { countOf } from '../store/rows.ts';

/** Inputs of the conditions. */
export interface MissingBy {
  readonly noticeVersion: string | null;
  readonly grounds: Pick<ConsentGrounds, 'consenting' | 'sensitive'>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

const NOBODY: Sql = { text: '0', values: [] };

/** Whether a row of `person` (its alias is p) lacks it. Somebody who has refused is not asked again. */
function lacks(kind: MissingKind, { noticeVersion, grounds, today }: MissingBy): Sql {
  switch (kind) {
    case 'notice':
      return noticeVersion === null
        ? { text: '1', values: [] }
        : sql`NOT EXISTS (SELECT 1 FROM notice n WHERE n.person_id = p.id AND n.notice_version = ${noticeVersion} AND n.given_on IS NOT NULL)`;
    case 'consent':
      return grounds.consenting.length === 0
        ? NOBODY
        : join([
            'p.list_relation IN ',
            listOf(grounds.consenting),
            ' AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.person_id = p.id AND o.relation NOT IN ',
            listOf(grounds.consenting),
            sql` AND (o.until_date IS NULL OR o.until_date > ${today})) AND `,
            isUnanswered(GENERAL),
          ]);
    case 'sensitive':
      return anyOf(
        grounds.sensitive
          .filter(({ purpose }) => purpose !== OF_MINORS)
          .map(({ field, purpose }) => join([holds(field), ' AND ', isUnanswered(purpose)])),
      );
    case 'guardian':
      return join([
        holds('guardian'),
        sql` AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.person_id = p.id AND n.purpose = ${OF_MINORS}
          AND (n.withdrawn_on IS NOT NULL OR (n.consented_on IS NOT NULL AND n.consenter = 'guardian')))`,
      ]);
  }
}

const holds = (field: string): Sql =>
  sql`EXISTS (SELECT 1 FROM sealed_value v WHERE v.person_id = p.id AND v.field = ${field} AND v.replaced_at IS NULL)`;

const isUnanswered = (purpose: string): Sql =>
  sql`NOT EXISTS (SELECT 1 FROM notice n WHERE n.person_id = p.id AND n.purpose = ${purpose} AND (n.consented_on IS NOT NULL OR n.withdrawn_on IS NOT NULL))`;

const listOf = (values: readonly string[]): Sql => ({
  text: `(${values.map(() => '?').join(', ')})`,
  values,
});

const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0
    ? NOBODY
    : join(['(', ...conditions.flatMap((one, at) => [at === 0 ? '(' : ' OR (', one, ')']), ')']);

interface Row {
  readonly personId: PersonId;
  readonly name: string;
  readonly roomId: RoomId;
  readonly room: string;
  readonly relation: Relation;
}

type Place = NonNullable<RouteRequest<'consent.missing'>['after']>;

/** Natural persons who live here. Whoever has moved out is in no list; whoever was deleted and is back by a restore may still live here by it. */
const ASKED = `SELECT count(*) AS n FROM person p WHERE p.kind = 'person' AND p.list_room_id IS NOT NULL AND ${isInUse('p.id')}`;

/** Queries of the work list, exported for the test of their plans. */
export const MISSING_QUERIES = {
  /** Along the rooms as neighbours, each with the people whose first room it is. */
  page: (kind: MissingKind, by: MissingBy, after: Place | null): Sql =>
    join([
      sql`SELECT p.id AS personId, p.name, r.id AS roomId, r.label AS room, p.list_relation AS relation FROM room r
        CROSS JOIN occupancy lives ON lives.room_id = r.id CROSS JOIN person p ON p.id = lives.person_id
        WHERE p.list_room_id = r.id AND p.list_relation = lives.relation AND p.kind = 'person'
        AND (lives.until_date IS NULL OR lives.until_date > ${by.today}) AND `,
      `${isInUse('p.id')} AND `,
      ...(after === null ? [] : [afterPlace(after), ' AND ']),
      lacks(kind, by),
      ` ORDER BY r.estate, r.building, r.unit, length(r.room), r.room, r.id, p.id LIMIT ${MISSING_AT_ONCE + 1}`,
    ]),
  count: (kind: MissingKind, by: MissingBy): Sql => join([`${ASKED} AND `, lacks(kind, by)]),
  people: { text: ASKED, values: [] } satisfies Sql as Sql,
} as const;

/** A range of the index of neighbours, from the room of the last row on. */
const afterPlace = ([roomId, personId]: Place): Sql =>
  sql`(r.estate, r.building, r.unit, length(r.room), r.room, r.id, p.id) > (SELECT f.estate, f.building, f.unit, length(f.room), f.room, f.id, ${personId} FROM room f WHERE f.id = ${roomId})
    AND (r.estate, r.building, r.unit) >= (SELECT f.estate, f.building, f.unit FROM room f WHERE f.id = ${roomId})`;

/** Errors: those of `readConsentGrounds`. */
async function missingBy(session: Session): Promise<MissingBy> {
  const { store, clock } = session;
  return {
    noticeVersion: (await readNoticeVersion(store))?.version ?? null,
    grounds: await readConsentGrounds(session, store),
    today: dayOf(clock.now()),
  };
}

/** The next of the work list, by masks. Errors: those of the store. */
export async function listMissing(
  session: Session,
  { kind, after }: RouteRequest<'consent.missing'>,
): Promise<RouteReply<'consent.missing'>> {
  const rows = await session.store.all<Row>(MISSING_QUERIES.page(kind, await missingBy(session), after));
  const shown = rows.slice(0, MISSING_AT_ONCE);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => maskRow(session, row)),
    next: rows.length > MISSING_AT_ONCE && last !== undefined ? [last.roomId, last.personId] : null,
  };
}

const maskRow = ({ policy: { masks } }: Pick<Session, 'policy'>, row: Row): MissingRow => ({
  personId: row.personId,
  nameMask: maskValue(masks, 'name', row.name, { kind: 'person' }).mask.slice(0, 220),
  roomId: row.roomId,
  room: row.room.slice(0, 120),
  relation: row.relation,
});

/** Some people as the work list has them, in the order that is given. */
export async function describePeople(session: Session, people: readonly PersonId[]): Promise<MissingRow[]> {
  const rows = await session.store.all<
    Omit<Row, 'roomId' | 'relation'> & Pick<MissingRow, 'roomId' | 'relation'>
  >(sql`
    SELECT p.id AS personId, p.name, p.list_room_id AS roomId, coalesce(p.list_room, '') AS room, p.list_relation AS relation
    FROM json_each(${JSON.stringify(people)}) j CROSS JOIN person p ON p.id = j.value ORDER BY j.key`);
  return rows.map((row) => ({ ...maskRow(session, row as Row), roomId: row.roomId, relation: row.relation }));
}

/** How many there are of each kind, and how many people are asked at all. */
export async function countMissing(
  session: Session,
): Promise<{ readonly people: number; readonly missing: Record<MissingKind, number> }> {
  const by = await missingBy(session);
  const counts: [MissingKind, number][] = [];
  for (const kind of MISSING_KINDS)
    counts.push([kind, await countOf(session.store, MISSING_QUERIES.count(kind, by))]);
  return {
    people: await countOf(session.store, MISSING_QUERIES.people),
    missing: Object.fromEntries(counts) as Record<MissingKind, number>,
  };
}
