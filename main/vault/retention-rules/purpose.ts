/**
 * Whose purpose is over: somebody who neither lives anywhere here nor has a lease, a space or a renovation that goes on. It began to be over
 * on the last day of the last of their homes; of somebody who never had one, on the day of the last change.
 */
import { RELATIONS, type Relation } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { PeopleEntity } from '../../../contract/retention/lists.ts';
import type { RetentionRules } from '../../../contract/retention/log.ts';
import { startOfDay } from '../clock.ts';
import type { Sql, SqlValue } from '../store/sql.ts';
import { monthsOf } from './rules.ts';

/** Entity of a former resident for retention, by the relation to their last home. */
export const entityOf = (relation: Relation): Exclude<PeopleEntity, 'contact'> => ENTITY_OF[relation];
const ENTITY_OF = {
  owner: 'owner',
  'co-owner': 'owner',
  'right-of-residence': 'owner',
  tenant: 'tenant',
  family: 'household',
  temporary: 'household',
} as const satisfies Readonly<Record<Relation, PeopleEntity>>;

/** A day (YYYY-MM-DD) for each relation, and for those of no room: whoever's purpose was over by then is asked for. */
export interface Cutoffs {
  readonly today: string;
  readonly byRelation: Readonly<Record<Relation, string>>;
  readonly contact: string;
}

/** The same day so many months before or after; the last of the month where it has none. */
export function monthsFrom(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(first / 12), ((first % 12) + 12) % 12];
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return [
    String(toYear).padStart(4, '0'),
    ...[toMonth + 1, Math.min(date, last)].map((part) => String(part).padStart(2, '0')),
  ].join('-');
}

/** Who is to be deleted. */
export const cutoffsDue = (rules: RetentionRules, today: string): Cutoffs => ({
  today,
  byRelation: Object.fromEntries(
    RELATIONS.map((relation) => [relation, monthsFrom(today, -monthsOf(rules, entityOf(relation)))]),
  ) as Record<Relation, string>,
  contact: monthsFrom(today, -monthsOf(rules, 'contact')),
});

/** Who is restricted: the same number of days after the end, whatever they were. Somebody of no room is not, until they are due. */
export function cutoffsRestricted(rules: RetentionRules, today: string): Cutoffs {
  const day = daysBefore(today, rules.restrictDays);
  return {
    today,
    byRelation: Object.fromEntries(RELATIONS.map((relation) => [relation, day])) as Record<Relation, string>,
    contact: monthsFrom(today, -monthsOf(rules, 'contact')),
  };
}

function daysBefore(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date - days)).toISOString().slice(0, 10);
}

const caseOf = (relation: string): string =>
  `CASE ${relation} ${RELATIONS.map((name) => `WHEN '${name}' THEN ?`).join(' ')} ELSE '0000' END`;
const valuesOf = ({ byRelation }: Cutoffs): readonly string[] =>
  RELATIONS.map((relation) => byRelation[relation]);
const latestOf = ({ byRelation }: Cutoffs): string => Object.values(byRelation).toSorted().at(-1) ?? '';

/** Nothing goes on of the person in `column`. Binds the day three times. */
const nothingGoesOn = (column: string): string =>
  ['lease', 'space', 'renovation']
    .map(
      (table) =>
        `NOT EXISTS (SELECT 1 FROM ${table} g WHERE g.person_id = ${column} AND (g.until_date IS NULL OR g.until_date > ?))`,
    )
    .join(' AND ');

/** Somebody's last home: no other goes on, ended later, or is still kept. Binds the cutoffs of `c`, and the day three times. */
const isLastHome = `NOT EXISTS (SELECT 1 FROM occupancy l WHERE l.person_id = o.person_id AND (l.until_date IS NULL OR l.until_date > o.until_date
    OR (l.until_date = o.until_date AND l.id > o.id) OR l.until_date > ${caseOf('l.relation')})) AND ${nothingGoesOn('o.person_id')}`;

/** Queries of people whose purpose is over, exported for the test of their plans. */
export const PURPOSE_QUERIES = {
  /** By their last home, in the order of its end; after a day and a row. */
  homes: (cutoffs: Cutoffs, after: { readonly key: string; readonly id: number }, limit: number): Sql => ({
    text: `SELECT o.id AS rowId, o.person_id AS personId, o.relation, o.until_date AS endedOn, o.room_id AS roomId FROM occupancy o
      WHERE o.until_date IS NOT NULL AND (o.until_date, o.id) > (?, ?) AND o.until_date <= ? AND o.until_date <= ${caseOf('o.relation')} AND ${isLastHome}
      ORDER BY o.until_date, o.id LIMIT ?`,
    values: [
      after.key,
      after.id,
      latestOf(cutoffs),
      ...valuesOf(cutoffs),
      ...valuesOf(cutoffs),
      ...today3(cutoffs),
      limit,
    ],
  }),
  /** Those of no room, by their number. */
  contacts: (cutoffs: Cutoffs, after: number, limit: number): Sql => ({
    text: `SELECT p.id AS rowId, p.id AS personId, p.updated_at AS changedAt FROM person p
      WHERE p.list_room_id IS NULL AND p.id > ? AND p.updated_at < ? AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.person_id = p.id)
        AND ${nothingGoesOn('p.id')} ORDER BY p.id LIMIT ?`,
    values: [after, endOf(cutoffs.contact), ...today3(cutoffs), limit],
  }),
  /** Which of some people. */
  among: (cutoffs: Cutoffs, people: readonly PersonId[]): Sql => {
    const list = people.map(() => '?').join(', ');
    return {
      text: `SELECT o.person_id AS personId FROM occupancy o WHERE o.person_id IN (${list}) AND +o.until_date <= ${caseOf('o.relation')} AND ${isLastHome}
        UNION SELECT p.id FROM person p WHERE p.id IN (${list}) AND p.list_room_id IS NULL AND p.updated_at < ?
          AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.person_id = p.id) AND ${nothingGoesOn('p.id')}`,
      values: [
        ...people,
        ...valuesOf(cutoffs),
        ...valuesOf(cutoffs),
        ...today3(cutoffs),
        ...people,
        endOf(cutoffs.contact),
        ...today3(cutoffs),
      ] as readonly SqlValue[],
    };
  },
} as const;

const today3 = ({ today }: Cutoffs): readonly string[] => [today, today, today];
/** Milliseconds since 1970 at which a day is over. */
const endOf = (day: string): number => startOfDay(day, 1);
