/** Opens an incident in the book, for whoever finds one: the book's own page, and what reports a loss. */
import type {
  Certainty,
  IncidentKind,
  IncidentOrigin,
  IncidentScope,
  IncidentStep,
} from '../../../contract/incidents/lists.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { done } from '../log/done.ts';

/** Whose information it is, and how many they are as far as anybody knows. */
export interface CountedScope {
  readonly scope: IncidentScope;
  readonly personId: PersonId | null;
  /** Number of the paper, of the file, or of the alert's entry. */
  readonly scopeId: number | null;
  readonly rooms: readonly RoomId[];
  readonly people: number | null;
}

/** Known facts of an incident when it is opened. */
interface NewIncident {
  readonly drill: boolean;
  readonly kind: IncidentKind;
  readonly certainty: Certainty;
  readonly origin: IncidentOrigin;
  /** Record that gave rise to it; while an incident of the same origin is open, no second is opened. Null: always a new one. */
  readonly originId: number | null;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly noticedAt: number;
  readonly scope: CountedScope;
}

/** Reference to an incident in an entry of the log. */
export const incidentOf = (incidentId: number, drill: boolean) => ({ incident: incidentId, drill });

/**
 * Within the caller's transaction; the caller commits `entries` with it. Where one that came from the same is open, that is the one, and nothing is
 * written. Errors: those of `takeId`.
 */
export async function openIncident(
  tx: WritableStore,
  session: Session,
  { drill, kind, certainty, origin, originId, title, noticedAt, scope }: NewIncident,
): Promise<{ readonly incidentId: number; readonly entries: readonly SessionEntry[] }> {
  const same =
    originId === null
      ? undefined
      : await tx.get<{ readonly id: number }>(
          sql`SELECT id FROM incident WHERE state = 'open' AND origin = ${origin} AND origin_id = ${originId} LIMIT 1`,
        );
  if (same !== undefined) return { incidentId: same.id, entries: [] };
  const incidentId = await takeId(tx, 'incident');
  const now = session.clock.now();
  await tx.run(sql`
    INSERT INTO incident (id, drill, kind, certainty, origin, origin_id, title, noticed_at, opened_at, opened_by, scope, person_id, scope_id, rooms, people,
      fields, causes, harm, measures, advice, contact, authority_how, why_not, told, unreached, people_how, authority_text, people_text, state, closed_words, version)
    VALUES (${incidentId}, ${drill ? 1 : 0}, ${kind}, ${certainty}, ${origin}, ${originId}, ${title}, ${noticedAt}, ${now}, ${session.signedIn.staffId},
      ${scope.scope}, ${scope.personId}, ${scope.scopeId}, ${JSON.stringify(scope.rooms)}, ${scope.people},
      '', '', '', '', '', '', '', '', 0, 0, '', '', '', 'open', '', 1)`);
  await addIncidentStep(tx, session, incidentId, 'opened', scope.people);
  return {
    incidentId,
    entries: [
      done('incident-open', { ...incidentOf(incidentId, drill), kind, origin }, { personId: scope.personId }),
    ],
  };
}

/** One more step of its history. */
export async function addIncidentStep(
  tx: WritableStore,
  session: Session,
  incidentId: number,
  what: IncidentStep,
  count: number | null = null,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO incident_step (incident_id, n, at, staff_id, what, count)
    SELECT ${incidentId}, coalesce(MAX(n), 0) + 1, ${session.clock.now()}, ${session.signedIn.staffId}, ${what}, ${count}
    FROM incident_step WHERE incident_id = ${incidentId}`);
}
