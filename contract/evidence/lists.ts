/** Duties that a company has to show evidence of, and the state of each. Without schemas, so that pages can read it. */

/** Each is brought by one feature of the vault (`evidence` of main/vault/feature.ts). In the order in which a pack has them. */
export const DUTIES = [
  'responsible-persons',
  'management-system',
  'counter-procedures',
  'incident-plan',
  'undertakings',
  'resident-notices',
  'sign-offs',
  'training',
  'inventory',
  'number-of-people',
  'other-systems',
  'notice-and-consent',
  'requests',
  'retention',
  'encryption-and-keys',
  'permission-matrix',
  'policy',
  'access-oversight',
  'spot-check',
  'quarterly-report',
  'paper',
  'walk-round',
  'disclosures',
  'leftover-files',
  'backups',
  'incidents',
  'incident-drill',
  'impact-assessment',
  'self-audit',
  'computer-checklist',
  'computer-checks',
  'rectification',
] as const;
/** Something that a company has to be able to show. */
export type Duty = (typeof DUTIES)[number];

/** `stale`: what there is has to be renewed, or something of it is open. `explained`: somebody has signed why there is nothing; it is no evidence. */
export const EVIDENCE_STATES = ['there', 'explained', 'stale', 'missing'] as const;
/** How it stands with a duty. */
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** How many of these are open: by one alone nothing is complete. What a statement explains is settled by it, and said to be a statement. */
export const countOpen = ({ stale, missing }: Readonly<Record<'stale' | 'missing', number>>): number =>
  stale + missing;

/** Its actions, as log and papers call them. */
export const EVIDENCE_ACTION_WORDS = { 'inspection-pack': ['生成迎检材料', 'Inspection pack made'] } as const;
