/** How it stands with incidents and with drills of them: each is to be worked through to its end. A statement that there was none explains, and no more. */
import type { PointOf, PointState } from '../../../contract/evidence/points.ts';
import type { IncidentBook } from '../../../contract/incidents/routes.ts';
import { dayOf } from '../clock.ts';
import type { EvidenceOf, Evidence } from '../feature.ts';
import { allChains } from '../log/chains.ts';
import { decisionRows, readDecisions } from '../log/decisions.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { addMonths } from '../values/days.ts';
import { incidentRules } from './rules.ts';
import { readStated } from './stated.ts';

interface Row {
  readonly id: number;
  readonly drill: number;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly described: number;
  readonly reported: number;
  readonly told: number;
  /** How many were told, and how many could not be reached; empty where they are not to be. */
  readonly people: string;
}

/** What is signed of incidents, in the order in which its index names it. */
const SIGNED = ['incident-told', 'incident-not-told', 'incident-close'] as const;
/** Exported for the test of its plan. */
export const SIGNED_ENTRIES = decisionRows(allChains, SIGNED, 'ORDER BY seq');

/** Of which incidents somebody has signed that the authority was told, how many people were, or why not, and that they are closed: a row says none of it by itself. */
async function readSigned(session: Session) {
  const authority = new Set<number>();
  const people = new Map<number, string>();
  const closed = new Set<number>();
  for (const { action, detail } of await readDecisions(session, session.store, allChains, ...SIGNED))
    if (action === 'incident-close') closed.add(detail.incident);
    else if (action === 'incident-not-told') people.set(detail.incident, '');
    else if (detail.notice === 'authority') authority.add(detail.incident);
    else people.set(detail.incident, `${detail.told} ${detail.unreached}`);
  return { authority, people, closed };
}

/** Errors: those of the store, `law-unreadable`. */
export async function incidentEvidence(session: Session): Promise<readonly Evidence[]> {
  const rows = await session.store.all<Row>(sql`
    SELECT id, drill, opened_at AS openedAt, closed_at AS closedAt, authority_at IS NOT NULL AS reported,
      min(length(fields), length(causes), length(harm), length(measures), length(advice), length(contact)) > 0 AS described,
      coalesce(tell_people = 0 OR (told > 0 AND people_how <> '' AND told + unreached >= people), 0) AS told,
      CASE tell_people WHEN 0 THEN '' ELSE told || ' ' || unreached END AS people
    FROM incident`);
  const signed = await readSigned(session);
  const real = rows
    .filter(({ drill }) => drill === 0)
    .map((row) => ({
      ...row,
      reported: signed.authority.has(row.id) ? row.reported : 0,
      told: signed.people.get(row.id) === row.people ? row.told : 0,
      closedAt: signed.closed.has(row.id) ? row.closedAt : null,
    }));
  const drills = rows.filter((row) => row.drill === 1 && signed.closed.has(row.id) && isWorkedThrough(row));
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
