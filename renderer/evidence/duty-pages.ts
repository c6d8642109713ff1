/** Where each duty is seen to, and by whom: the one button that mends it leads there. The pages say so themselves (`mends`). */
import type { Point } from '../../contract/evidence/findings.ts';
import type { Role } from '../../contract/fields.ts';
import type { AnyPage, Mending, PageName } from '../pages/define-page.ts';

/** The page on which a duty is seen to. */
export interface Mended extends Mending {
  readonly page: PageName;
}

const MENDED = new Map<Point, Mended>();

/** Takes what a page sees to. Errors: RangeError where another page does. */
export function bringMended({ name, mends = {} }: AnyPage): void {
  for (const [point, mending] of Object.entries(mends) as [Point, Mending][]) {
    if (MENDED.has(point)) throw new RangeError(`two pages mend ${point}`);
    MENDED.set(point, { ...mending, page: name as PageName });
  }
}

/** Where it is seen to; undefined of what no page does. */
export const mendedOn = (point: Point): Mended | undefined => MENDED.get(point);

/** Whether somebody in that role can see to it. */
export const mayMend = ({ by }: Mending, role: Role): boolean => by === 'both' || by === role;
