/** How it stands with other systems. */
import { isHolder, isSafe, missingClauses } from '../../../contract/other-systems/lists.ts';
import type { PointState } from '../../../contract/evidence/points.ts';
import type { OtherSystem } from '../../../contract/other-systems/routes.ts';
import { startOfDay } from '../clock.ts';
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import type { Register } from './register.ts';

/** Missing while nothing is registered; stale while one was never checked or is overdue, has an unsafe password, or has no contract in force with its vendor, with each clause that an agreement needs. */
export function otherSystemsEvidence(session: Session, { systems }: Register): Evidence {
  const checks = systems.flatMap(({ check: { last } }) => (last === null ? [] : [last])).toSorted();
  const next = systems.flatMap(({ check: { next: day } }) => (day === null ? [] : [day])).toSorted();
  const unless = (isOpen: (system: OtherSystem) => boolean): PointState =>
    systems.length === 0 ? 'missing' : systems.some(isOpen) ? 'stale' : 'there';
  const last = checks.at(-1);
  return {
    duty: 'other-systems',
    points: {
      registered: unless(() => false),
      checked: unless(({ check: { state } }) => state === 'never' || state === 'overdue'),
      passwords: unless(({ password }) => !isSafe(password)),
      contracts: unless(
        ({ kind, contract, contractEnded, agreement }) =>
          contractEnded || (!isHolder(kind) && (contract === '' || missingClauses(agreement).length > 0)),
      ),
    },
    at: last === undefined ? null : Math.min(startOfDay(last), session.clock.now()),
    dueOn: next[0] ?? null,
    count: systems.length,
  };
}
