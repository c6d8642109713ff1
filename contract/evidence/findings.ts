/**
 * The findings of an inspection that a company is put right after in one evening: what each needs, and the steps that lead there. How far it
 * is follows from what is there; nothing of it is stored. Without schemas, so that pages can read it.
 */
import type { IdChoice } from '../id-numbers/lists.ts';
import { DUTIES, type Duty, type EvidenceState } from './lists.ts';

/** Facts of the evening that no duty covers. */
export interface EveningFacts {
  /** Papers can say who the company is. */
  readonly isCompanyStated: boolean;
  /** At least one resident is recorded. */
  readonly hasResidents: boolean;
  /** Items of the tracker that are open. */
  readonly itemsOpen: number;
  /** Imports in force whose original is still to be disposed of. */
  readonly originalsLeft: number;
  /** Of the last half year, by a company that has stated what papers say of it, with every duty in place; `explained`: some of them by a signed statement. */
  readonly pack: Exclude<EvidenceState, 'stale'>;
  /** What was decided of ID numbers, who has one on record, and whose may not be kept. */
  readonly idNumbers: {
    readonly choice: IdChoice | null;
    readonly holders: number;
    readonly without: number;
  };
  /** Names by the appointments; empty where nobody is appointed. */
  readonly officers: { readonly information: string; readonly network: string };
}

/** Something that has to be so. */
export type Point = Duty | 'company' | 'residents' | 'originals' | 'items' | 'pack';

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
  {
    id: 'unmanaged-computer',
    points: [
      'residents',
      'originals',
      'leftover-files',
      'encryption-and-keys',
      'computer-checks',
      'computer-checklist',
    ],
  },
  { id: 'booklet', points: ['paper', 'walk-round'] },
  { id: 'no-custodian', points: ['responsible-persons', 'permission-matrix', 'undertakings'] },
  {
    id: 'no-procedures',
    points: [
      'management-system',
      'counter-procedures',
      'incident-plan',
      'resident-notices',
      'sign-offs',
      'training',
    ],
  },
  { id: 'leak', points: ['incidents', 'access-oversight', 'spot-check', 'policy', 'other-systems'] },
  { id: 'not-rectified', points: ['rectification', 'items', 'pack'] },
];

/** The steps of the evening, in their order: who the company is and its rules, then its records, then what is found and put right. */
export const STEP_IDS = [
  'company',
  'procedures',
  'sign-offs',
  'systems',
  'keeping',
  'import',
  'dispose',
  'notice',
  'sweep',
  'leak',
  'oversight',
  'assessment',
  'paper',
  'computer',
  'audit',
  'rectify',
  'pack',
] as const;
/** One of them. */
export type StepId = (typeof STEP_IDS)[number];

/** Steps, each with the points that it is done by. */
export const STEPS: readonly { readonly id: StepId; readonly points: readonly [Point, ...Point[]] }[] = [
  { id: 'company', points: ['company'] },
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
  { id: 'sign-offs', points: ['undertakings', 'sign-offs', 'training'] },
  { id: 'systems', points: ['other-systems'] },
  { id: 'keeping', points: ['retention', 'backups'] },
  { id: 'import', points: ['residents'] },
  { id: 'dispose', points: ['originals'] },
  { id: 'notice', points: ['notice-and-consent'] },
  { id: 'sweep', points: ['leftover-files'] },
  { id: 'leak', points: ['incidents', 'incident-drill'] },
  { id: 'oversight', points: ['spot-check', 'quarterly-report'] },
  { id: 'assessment', points: ['impact-assessment'] },
  // Destroyed before a witness: what waits for a signature is signed along with it.
  { id: 'paper', points: ['walk-round', 'paper'] },
  { id: 'computer', points: ['computer-checks', 'computer-checklist'] },
  { id: 'audit', points: ['self-audit'] },
  { id: 'rectify', points: ['rectification', 'items'] },
  { id: 'pack', points: ['pack'] },
];

/** How it stands with each duty and with the evening. */
export interface Standing {
  readonly evidence: readonly { readonly duty: Duty; readonly state: EvidenceState }[];
  readonly evening: EveningFacts;
}

/** Whether a point is a duty of its own. */
export const isDuty = (point: Point): point is Duty => DUTIES.some((duty) => duty === point);

/** Whether a point is so: of a duty, that its evidence is there and in date. */
export function holds(point: Point, { evidence, evening }: Standing): boolean {
  if (point === 'company') return evening.isCompanyStated;
  if (point === 'residents') return evening.hasResidents;
  // Before anybody is recorded there is no original to dispose of.
  if (point === 'originals') return evening.hasResidents && evening.originalsLeft === 0;
  if (point === 'items') return evening.hasResidents && evening.itemsOpen === 0;
  if (point === 'pack') return evening.pack === 'there';
  return stateOf(point, evidence) === 'there';
}

/** Whether somebody has signed why there is nothing, which is no evidence, and there is nothing to do but for whoever finds otherwise. */
export const isStated = (point: Point, { evidence, evening }: Standing): boolean =>
  (point === 'pack' ? evening.pack : stateOf(point, evidence)) === 'explained';

/** Whether each point holds or is stated. */
export const isSettled = (points: readonly Point[], standing: Standing): boolean =>
  points.every((point) => holds(point, standing) || isStated(point, standing));

/** Whether they are settled, and some by a statement alone. */
export const isExplained = (points: readonly Point[], standing: Standing): boolean =>
  isSettled(points, standing) && points.some((point) => isStated(point, standing));

const stateOf = (point: Point, evidence: Standing['evidence']): EvidenceState | undefined =>
  evidence.find(({ duty }) => duty === point)?.state;

/** How many of the points hold. */
export const countHeld = (points: readonly Point[], standing: Standing): number =>
  points.filter((point) => holds(point, standing)).length;
