/**
 * What an inspector would ask whatever has a tick: each matter with what it rests on and who answers for it. Nothing of it is stored, and what no program
 * can show says so. Without schemas, so that pages can read it.
 */
import type { EveningFacts } from './findings.ts';
import type { Duty } from './lists.ts';
import { type PointOf, type PointState, worstOf } from './points.ts';

/** Their names. */
export type MatterId =
  | 'computer-entry'
  | 'id-numbers'
  | 'complaints'
  | 'vendors'
  | 'papers-name'
  | 'procedures'
  | 'past-leak'
  | 'phones';

/** One, with all that it rests on. */
export interface Matter {
  readonly id: MatterId;
  /** Points of duties that it rests on. */
  readonly points: readonly (readonly [Duty, PointOf])[];
  /** What else it rests on. */
  readonly fact?: (facts: EveningFacts) => PointState;
  readonly officer: 'information' | 'network';
}

const pointsOf = <D extends Duty>(duty: D, ...points: readonly PointOf<D>[]): Matter['points'] =>
  points.map((point) => [duty, point]);

/** All of them, in the order in which they are told. */
export const MATTERS: readonly Matter[] = [
  { id: 'computer-entry', points: pointsOf('computer-checks', 'sign-in', 'antivirus'), officer: 'network' },
  {
    id: 'id-numbers',
    points: pointsOf('notice-and-consent', 'consents', 'guardians'),
    fact: ({ idNumbers }) => stateOfIds(idNumbers),
    officer: 'information',
  },
  {
    id: 'complaints',
    points: pointsOf('incidents', 'opened', 'reported', 'people-told', 'closed'),
    officer: 'information',
  },
  { id: 'vendors', points: pointsOf('other-systems', 'contracts', 'passwords'), officer: 'network' },
  {
    id: 'papers-name',
    points: [],
    fact: ({ isCompanyStated }) => (isCompanyStated ? 'there' : 'missing'),
    officer: 'information',
  },
  {
    id: 'procedures',
    points: [
      ...pointsOf('management-system', 'in-force'),
      ...pointsOf('counter-procedures', 'data-procedures', 'counter-procedures'),
      ...pointsOf('incident-plan', 'in-force'),
      ...pointsOf('resident-notices', 'resident-notice', 'posted-notice'),
    ],
    officer: 'information',
  },
  // What was before the log, and what lies in pockets, no program can show.
  { id: 'past-leak', points: [], fact: () => 'unknown', officer: 'information' },
  {
    id: 'phones',
    points: [...pointsOf('undertakings', 'signed-by-all'), ...pointsOf('walk-round', 'made')],
    fact: () => 'unknown',
    officer: 'information',
  },
];

/** None may be kept without a consent, and before a decision none at all. */
const stateOfIds = ({ choice, holders, without }: EveningFacts['idNumbers']): PointState =>
  without > 0 ? 'stale' : choice === null && holders > 0 ? 'missing' : 'there';

/** How it stands with everything, point by point. */
interface Known {
  readonly evidence: readonly {
    readonly duty: Duty;
    readonly points: readonly { readonly point: PointOf; readonly state: PointState }[];
  }[];
  readonly evening: EveningFacts;
}

/** Points of a matter, each with how it stands. */
export const pointsOfMatter = (
  { points }: Pick<Matter, 'points'>,
  { evidence }: Pick<Known, 'evidence'>,
): readonly { readonly duty: Duty; readonly point: PointOf; readonly state: PointState }[] =>
  points.map(([duty, point]) => ({
    duty,
    point,
    state:
      evidence.find((one) => one.duty === duty)?.points.find((one) => one.point === point)?.state ??
      'missing',
  }));

/** The worst of what it rests on; `unknown` at best where no program can show it. */
export const stateOfMatter = (matter: Matter, known: Known): PointState =>
  worstOf([
    ...pointsOfMatter(matter, known).map(({ state }) => state),
    ...(matter.fact === undefined ? [] : [matter.fact(known.evening)]),
  ]);
