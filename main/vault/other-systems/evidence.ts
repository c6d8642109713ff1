/** How it stands with other systems. */
import { isSafe } from '../../../contract/other-systems/lists.ts';
import { startOfDay } from '../clock.ts';
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import type { Register } from './register.ts';

/** Missing while nothing is registered; stale while one was never checked, is overdue, or has a contract that has ended. */
export function otherSystemsEvidence(session: Session, { systems }: Register): Evidence {
  const checks = systems.flatMap(({ check: { last } }) => (last === null ? [] : [last])).toSorted();
  const next = systems.flatMap(({ check: { next: day } }) => (day === null ? [] : [day])).toSorted();
  const isStale = systems.some(
    ({ check: { state }, contractEnded, password }) =>
      state === 'never' || state === 'overdue' || contractEnded || !isSafe(password),
  );
  const last = checks.at(-1);
  return {
    duty: 'other-systems',
    state: systems.length === 0 ? 'missing' : isStale ? 'stale' : 'there',
    at: last === undefined ? null : Math.min(startOfDay(last), session.clock.now()),
    dueOn: next[0] ?? null,
    count: systems.length,
  };
}
