/** How it stands with every duty: what the features say of its points, one line for each, and missing where none says anything. */
import { DUTIES, type Duty, EVIDENCE_STATES } from '../../../contract/evidence/lists.ts';
import type { StateCounts } from '../../../contract/evidence/log.ts';
import {
  DUTY_POINTS,
  type PointOf,
  type PointState,
  stateOfPoints,
  worstOf,
} from '../../../contract/evidence/points.ts';
import type { DutyEvidence } from '../../../contract/evidence/routes.ts';
import type { Evidence } from '../feature.ts';

/** One line for each duty, in the order of `DUTIES`. `hasRecords`: a resident is recorded, without whom nothing is shown to be protected. Pure. */
export const standingOf = (found: readonly Evidence[], hasRecords: boolean): DutyEvidence[] =>
  DUTIES.map((duty) =>
    lineOf(
      duty,
      found.filter((one) => one.duty === duty),
      hasRecords,
    ),
  );

/** The worst that is said of each point, the newest date, the first day from which on it is stale, and all that there are. */
function lineOf(duty: Duty, said: readonly Evidence[], hasRecords: boolean): DutyEvidence {
  const records: readonly PointState[] = hasRecords ? ['there'] : [];
  const points = DUTY_POINTS[duty].map((point: PointOf) => ({
    point,
    state: worstOf([
      ...(point === 'records' ? records : []),
      ...said.flatMap((one) => (one.points as Partial<Record<PointOf, PointState>>)[point] ?? []),
    ]),
  }));
  return {
    duty,
    state: stateOfPoints(points.map(({ state }) => state)),
    points,
    at: orNull(said.flatMap(({ at }) => at ?? []).toSorted((one, other) => other - one)[0]),
    dueOn: orNull(said.flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0]),
    count: said.every(({ count }) => count === null)
      ? null
      : said.reduce((sum, { count }) => sum + (count ?? 0), 0),
  };
}

const orNull = <T>(value: T | undefined): T | null => value ?? null;

/** How many duties are in each state. Pure. */
export const countStates = (standing: readonly Pick<DutyEvidence, 'state'>[]): StateCounts =>
  Object.fromEntries(
    EVIDENCE_STATES.map((state) => [state, standing.filter((one) => one.state === state).length]),
  ) as StateCounts;
