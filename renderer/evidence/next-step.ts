/** What comes next of the evening for whoever is signed in. Pure. */
import { type Point, STEPS, type StepId, holds, isDuty, isStated } from '../../contract/evidence/findings.ts';
import type { Dashboard } from '../../contract/evidence/routes.ts';
import type { Role } from '../../contract/fields.ts';
import type { PageName } from '../pages/define-page.ts';
import type { Deed } from '../ui/signing.ts';
import { mayMend, mendedOn } from './duty-pages.ts';

export interface NextStep {
  readonly step: StepId;
  readonly point: Point;
  readonly page: PageName;
}

/** Points that one deed sees to, by the first of them. */
const DEEDS: Readonly<Partial<Record<Point, Point>>> = {
  'sign-offs': 'undertakings',
  items: 'rectification',
};

/**
 * The first point that is open and theirs to see to; null where none is left. What was led to before and is begun is passed over, since the rest of it is
 * others' or takes its time, and so is what waits for a signature.
 */
export function nextStep(
  dashboard: Dashboard,
  role: Role,
  been: ReadonlySet<Point>,
  deeds: readonly Pick<Deed, 'about'>[],
): NextStep | null {
  const waiting = new Set(deeds.map(({ about }) => about));
  for (const { id, points } of STEPS)
    for (const point of points) {
      const mended = mendedOn(point);
      const deed = DEEDS[point] ?? point;
      if (mended === undefined || !mayMend(mended, role)) continue;
      if (holds(point, dashboard) || isStated(point, dashboard) || waiting.has(deed)) continue;
      // Whether there is anything to put right shows once what was found is signed.
      if (deed === 'rectification' && waiting.size > 0) continue;
      if (been.has(deed) && !isUntouched(point, dashboard)) continue;
      return { step: id, point: deed, page: mended.page };
    }
  return null;
}

const isUntouched = (point: Point, { evidence }: Dashboard): boolean =>
  isDuty(point)
    ? point !== 'rectification' && evidence.find(({ duty }) => duty === point)?.state === 'missing'
    : point !== 'items';
