/**
 * What each duty rests on, point by point: a duty is fulfilled once each of its points is. Features say how it stands with the points that are theirs
 * (main/vault/<feature>/evidence.ts); one that nobody speaks of is missing. Without schemas, so that pages can read it.
 */
import { COMPUTER_CHECKS } from '../computer-checks/lists.ts';
import type { Duty, EvidenceState } from './lists.ts';

/** Of each duty, a deed or a state of affairs each. A duty without points does not compile. */
export const DUTY_POINTS = {
  'responsible-persons': ['information-officer', 'network-officer'],
  'management-system': ['in-force'],
  'counter-procedures': ['data-procedures', 'counter-procedures'],
  'incident-plan': ['in-force'],
  undertakings: ['signed-by-all'],
  'resident-notices': ['resident-notice', 'posted-notice'],
  'sign-offs': ['signed-by-all'],
  training: ['passed-by-all'],
  inventory: ['records', 'purposes'],
  'number-of-people': ['records', 'below-limits'],
  'other-systems': ['registered', 'checked', 'passwords', 'contracts'],
  'notice-and-consent': ['notice', 'told', 'consents', 'guardians', 'children'],
  requests: ['records', 'ways', 'answered'],
  retention: ['rules', 'deleted', 'looked-at'],
  'encryption-and-keys': ['records', 'key-ages', 'leavers', 'theft'],
  'permission-matrix': ['records', 'accounts'],
  policy: ['records'],
  'access-oversight': ['records', 'alerts'],
  'spot-check': ['made'],
  'quarterly-report': ['made'],
  paper: ['registered', 'returned', 'found', 'counted'],
  'walk-round': ['made', 'put-right'],
  disclosures: ['records', 'deleted'],
  'leftover-files': ['swept', 'dealt-with'],
  backups: ['made', 'tested'],
  incidents: ['opened', 'described', 'reported', 'people-told', 'closed'],
  'incident-drill': ['worked-through'],
  'impact-assessment': ['finished', 'put-right'],
  'self-audit': ['finished', 'put-right'],
  'computer-checklist': ['finished', 'put-right', 'agrees'],
  'computer-checks': COMPUTER_CHECKS,
  rectification: ['looked', 'in-time'],
} as const satisfies Readonly<Record<Duty, readonly [string, ...string[]]>>;

/** A point of a duty. */
export type PointOf<D extends Duty = Duty> = (typeof DUTY_POINTS)[D][number];
/** Every name of a point, once. */
export const DUTY_POINT_NAMES: readonly PointOf[] = [...new Set(Object.values(DUTY_POINTS).flat())];

/** The mildest first. `explained`: signed why there is nothing; `unknown`: nobody could tell; `stale`: open, or over; `missing`: never done. */
export const POINT_STATES = ['there', 'explained', 'unknown', 'stale', 'missing'] as const;
/** How it stands with a point. */
export type PointState = (typeof POINT_STATES)[number];

/** The worst of them. Errors: none of an empty list, which is missing. */
export const worstOf = (states: readonly PointState[]): PointState =>
  states.reduce<PointState | null>(
    (worst, state) =>
      worst === null || POINT_STATES.indexOf(state) > POINT_STATES.indexOf(worst) ? state : worst,
    null,
  ) ?? 'missing';

/** How a duty stands whose points stand so: what nobody could tell is open. */
export function stateOfPoints(states: readonly PointState[]): EvidenceState {
  const worst = worstOf(states);
  return worst === 'unknown' ? 'stale' : worst;
}
