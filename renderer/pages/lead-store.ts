/** Where the guide leads: which point a page is opened for, so that it begins with the deed itself. No value of anybody. */
import { createStore } from 'zustand/vanilla';
import type { Point } from '../../contract/evidence/findings.ts';
import { signingStore } from '../ui/signing.ts';
import type { PageName } from './define-page.ts';
import { deskStore } from './stores.ts';

interface LeadState {
  /** Somebody goes from step to step. */
  readonly isLed: boolean;
  /** Led to so far since the sign-in. */
  readonly been: ReadonlySet<Point>;
  /** How often: a page that is led to again begins anew. */
  readonly times: number;
  /** What somebody was led to last. */
  readonly at: Point | null;
  /** The same until its page is left. */
  readonly begins: Point | null;
}

export const leadStore = createStore<LeadState>()(() => ({
  isLed: false,
  been: new Set(),
  times: 0,
  at: null,
  begins: null,
}));

deskStore.subscribe((now, before) => {
  if (now.page !== before.page) leadStore.setState({ begins: null });
});

/** Opens the page with the deed that the point needs; a form with something in it is asked about first. */
export function leadTo(point: Point, page: PageName): void {
  deskStore.getState().leave(() => {
    const { been, times } = leadStore.getState();
    deskStore.getState().go(page);
    signingStore.getState().gather(point);
    leadStore.setState({
      isLed: true,
      been: new Set([...been, point]),
      times: times + 1,
      at: point,
      begins: point,
    });
  });
}

/** Opens the page with the deed that the point needs, and leads no further. */
export function beginAt(point: Point, page: PageName): void {
  const { times } = leadStore.getState();
  deskStore.getState().go(page);
  signingStore.getState().gather(null);
  leadStore.setState({ isLed: false, times: times + 1, begins: point });
}

/** Which of these the page was opened for; null where it was opened for itself. */
export function ledTo<P extends Point>(...points: readonly P[]): P | null {
  const { begins } = leadStore.getState();
  return points.find((point) => point === begins) ?? null;
}
