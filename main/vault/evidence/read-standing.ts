/** How it stands with every duty: what the features say, one line for each, and missing where none says anything. */
import { DUTIES, type Duty, EVIDENCE_STATES, type EvidenceState } from '../../../contract/evidence/lists.ts';
import type { StateCounts } from '../../../contract/evidence/log.ts';
import type { DutyEvidence } from '../../../contract/evidence/routes.ts';
import type { Evidence } from '../feature.ts';

/** The worse of two is how a duty stands that two features answer. */
const SEVERITY: Readonly<Record<EvidenceState, number>> = { there: 0, stale: 1, missing: 2 };

/** One line for each duty, in the order of `DUTIES`. Pure. */
export function standingOf(found: readonly Evidence[]): DutyEvidence[] {
  return DUTIES.map((duty) => {
    const [first, ...others] = found.filter((one) => one.duty === duty);
    return first === undefined ? nothingOf(duty) : others.reduce(join, { ...first });
  });
}

const nothingOf = (duty: Duty): DutyEvidence => ({
  duty,
  state: 'missing',
  at: null,
  dueOn: null,
  count: null,
});

/** The worse state, the newest date, the first day from which on it is stale, and all that there are. */
const join = (one: DutyEvidence, other: Evidence): DutyEvidence => ({
  duty: one.duty,
  state: SEVERITY[other.state] > SEVERITY[one.state] ? other.state : one.state,
  at: pick(one.at, other.at, (a, b) => Math.max(a, b)),
  dueOn: pick(one.dueOn, other.dueOn, (a, b) => (a < b ? a : b)),
  count: pick(one.count, other.count, (a, b) => a + b),
});

const pick = <T>(one: T | null, other: T | null, both: (one: T, other: T) => T): T | null =>
  one === null ? other : other === null ? one : both(one, other);

/** How many duties are in each state. Pure. */
export const countStates = (standing: readonly Pick<DutyEvidence, 'state'>[]): StateCounts =>
  Object.fromEntries(
    EVIDENCE_STATES.map((state) => [state, standing.filter((one) => one.state === state).length]),
  ) as StateCounts;
