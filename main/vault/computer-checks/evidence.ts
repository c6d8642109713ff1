/** How it stands with the checks of the computer. */
import type { CheckAnswer, ComputerReadings } from '../../../contract/computer-checks/lists.ts';
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { readChecks } from './read-checks.ts';

/** Evidence of the duty `computer-checks`. Failed checks count as well: the findings that follow from them are tracked until they are resolved. */
export async function computerEvidence(session: Session): Promise<Evidence> {
  const { checks, due } = await readChecks(session, session.store);
  const [last] = checks;
  return {
    duty: 'computer-checks',
    state: last === undefined ? 'missing' : due.state === 'overdue' ? 'stale' : 'there',
    at: last?.at ?? null,
    dueOn: due.on,
    count: last === undefined ? null : countOf(last, 'yes'),
  };
}

/** How many checks were answered so. */
const countOf = ({ readings }: ComputerReadings, answer: CheckAnswer): number =>
  readings.filter((reading) => reading.answer === answer).length;
