/**
 * The findings of an inspection that a company is put right after in one evening: what each needs, and the steps that lead there. How far it
 * is follows from what is there; nothing of it is stored. Without schemas, so that pages can read it.
 */
import type { Duty, EvidenceState } from './lists.ts';

/** Facts of the evening that no duty covers. */
export interface EveningFacts {
  /** At least one resident is recorded. */
  readonly hasResidents: boolean;
  /** Imports in force whose original is still to be disposed of. */
  readonly originalsLeft: number;
  /** A pack was made in which nothing was missing. */
  readonly hasWholePack: boolean;
}

/** Something that has to be so. */
export type Point = Duty | 'residents' | 'originals' | 'pack';

interface Finding {
  readonly id: FindingId;
  readonly points: readonly [Point, ...Point[]];
}

/** As they were found: records on an unmanaged computer, a booklet at the desk, nobody in charge, no system and no procedures, calls from a leak, nothing put right. */
export const FINDING_IDS = [
  'unmanaged-computer',
  'booklet',
  'no-custodian',
  'no-procedures',
  'leak',
  'not-rectified',
] as const;
/** One of them. */
export type FindingId = (typeof FINDING_IDS)[number];

/** Findings, each with the points that put it right once all of them are fulfilled. */
export const FINDINGS: readonly Finding[] = [
  { id: 'unmanaged-computer', points: ['residents', 'originals', 'leftover-files', 'encryption-and-keys'] },
  { id: 'booklet', points: ['paper', 'walk-round'] },
  { id: 'no-custodian', points: ['responsible-persons', 'permission-matrix', 'undertakings'] },
  {
    id: 'no-procedures',
    points: ['management-system', 'counter-procedures', 'incident-plan', 'resident-notices', 'sign-offs'],
  },
  { id: 'leak', points: ['access-oversight', 'policy'] },
  { id: 'not-rectified', points: ['rectification', 'pack'] },
];

/** The steps of the evening, in their order. */
export const STEP_IDS = ['import', 'dispose', 'paper', 'procedures', 'sign-offs', 'sweep', 'pack'] as const;
/** One of them. */
export type StepId = (typeof STEP_IDS)[number];

/** Steps, each with the points that it is done by. */
export const STEPS: readonly { readonly id: StepId; readonly points: readonly [Point, ...Point[]] }[] = [
  { id: 'import', points: ['residents'] },
  { id: 'dispose', points: ['originals'] },
  { id: 'paper', points: ['paper', 'walk-round'] },
  {
    id: 'procedures',
    points: [
      'responsible-persons',
      'management-system',
      'counter-procedures',
      'incident-plan',
      'resident-notices',
    ],
  },
  { id: 'sign-offs', points: ['undertakings', 'sign-offs'] },
  { id: 'sweep', points: ['leftover-files'] },
  { id: 'pack', points: ['pack'] },
];

/** How it stands with each duty and with the evening. */
export interface Standing {
  readonly evidence: readonly { readonly duty: Duty; readonly state: EvidenceState }[];
  readonly evening: EveningFacts;
}

/** Whether a point is so: of a duty, that its evidence is there and in date. */
export function holds(point: Point, { evidence, evening }: Standing): boolean {
  if (point === 'residents') return evening.hasResidents;
  // Before anybody is recorded there is no original to dispose of.
  if (point === 'originals') return evening.hasResidents && evening.originalsLeft === 0;
  if (point === 'pack') return evening.hasWholePack;
  return evidence.find(({ duty }) => duty === point)?.state === 'there';
}

/** How many of the points hold. */
export const countHeld = (points: readonly Point[], standing: Standing): number =>
  points.filter((point) => holds(point, standing)).length;
