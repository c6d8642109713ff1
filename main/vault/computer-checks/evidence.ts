/** How it stands with the checks of the computer, by their answers, and whether the checklist says the same. */
import type { CheckReading, ComputerCheck } from '../../../contract/computer-checks/lists.ts';
import type { PointState } from '../../../contract/evidence/points.ts';
import { dayOf } from '../clock.ts';
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { contradictions, readByHand } from './by-hand.ts';
import { readChecks } from './read-checks.ts';

/** A check that failed is open; one that the computer could not tell is unknown, unless the checklist has its answer. */
export async function computerEvidence(session: Session): Promise<readonly Evidence[]> {
  const { checks, due } = await readChecks(session, session.store);
  const byHand = await readByHand(session.store, dayOf(session.clock.now()));
  const [last] = checks;
  const pointOf = ({ check, answer }: CheckReading): PointState => {
    if (due.state === 'overdue' || answer === 'no') return 'stale';
    if (answer === 'yes') return 'there';
    return byHand?.isOver === false && byHand.answers.get(check) === 'yes' ? 'there' : 'unknown';
  };
  const points = last?.readings.map((reading) => [reading.check, pointOf(reading)] as const) ?? [];
  return [
    {
      duty: 'computer-checks',
      points: Object.fromEntries(points) as Partial<Record<ComputerCheck, PointState>>,
      at: last?.at ?? null,
      dueOn: due.on,
      count: last?.readings.filter(({ answer }) => answer === 'yes').length ?? null,
    },
    {
      duty: 'computer-checklist',
      points:
        last === undefined || byHand === null
          ? {}
          : { agrees: contradictions(last, byHand).length > 0 ? 'stale' : 'there' },
      at: null,
      dueOn: null,
      count: null,
    },
  ];
}
