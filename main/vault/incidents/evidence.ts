/** How it stands with incidents and with drills of them: each is to be worked through to its end. A statement that there was none explains, and no more. */
import type { PointOf, PointState } from '../../../contract/evidence/points.ts';
import type { IncidentBook } from '../../../contract/incidents/routes.ts';
import { dayOf } from '../clock.ts';
import type { EvidenceOf, Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { addMonths } from '../values/days.ts';
import { incidentRules } from './rules.ts';
import { readStated } from './stated.ts';

interface Row {
  readonly drill: number;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly described: number;
  readonly reported: number;
  readonly told: number;
}

/** Errors: those of the store, `law-unreadable`. */
export async function incidentEvidence(session: Session): Promise<readonly Evidence[]> {
  const rows = await session.store.all<Row>(sql`
    SELECT drill, opened_at AS openedAt, closed_at AS closedAt, authority_at IS NOT NULL AS reported,
      min(length(fields), length(causes), length(harm), length(measures), length(advice), length(contact)) > 0 AS described,
      coalesce(tell_people = 0 OR (told > 0 AND people_how <> '' AND told + unreached >= people), 0) AS told
    FROM incident`);
  const real = rows.filter(({ drill }) => drill === 0);
  const drills = rows.filter((row) => row.drill === 1 && isWorkedThrough(row));
  return [realEvidence(real, await readStated(session)), drillEvidence(session, drills)];
}

const isWorkedThrough = ({ closedAt, described, reported, told }: Row): boolean =>
  closedAt !== null && described + reported + told === 3;

function realEvidence(rows: readonly Row[], stated: IncidentBook['stated']): EvidenceOf<'incidents'> {
  const none: PointState = stated === null ? 'missing' : stated.isOver ? 'stale' : 'explained';
  const of = (isSo: (row: Row) => boolean): PointState =>
    rows.length === 0 ? none : rows.every(isSo) ? 'there' : 'stale';
  return {
    duty: 'incidents',
    points: {
      opened: of(() => true),
      described: of(({ described }) => described === 1),
      reported: of(({ reported }) => reported === 1),
      'people-told': of(({ told }) => told === 1),
      closed: of(({ closedAt }) => closedAt !== null),
    } satisfies Record<PointOf<'incidents'>, PointState>,
    at: rows.length === 0 ? (stated?.at ?? null) : Math.max(...rows.map(({ openedAt }) => openedAt)),
    dueOn: stated?.until ?? null,
    count: rows.length,
  };
}

function drillEvidence(session: Session, drills: readonly Row[]): EvidenceOf<'incident-drill'> {
  const at = drills.length === 0 ? null : Math.max(...drills.map(({ closedAt }) => closedAt ?? 0));
  const dueOn = at === null ? null : addMonths(dayOf(at), incidentRules(session).drillMonths);
  const isOver = dueOn !== null && dueOn < dayOf(session.clock.now());
  return {
    duty: 'incident-drill',
    points: { 'worked-through': at === null ? 'missing' : isOver ? 'stale' : 'there' },
    at,
    dueOn,
    count: drills.length,
  };
}
