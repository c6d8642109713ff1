/** Every migration in the order in which it runs; a new one is added at the end, none is ever changed. */
import type { TableKind } from '../table-kind.ts';
import * as initial from './0010-initial.ts';
import * as listColumns from './0020-list-columns.ts';
import * as records from './0030-records.ts';
import * as importJournal from './0040-import-journal.ts';
import * as roomPatterns from './0050-room-patterns.ts';
import * as policy from './0060-policy.ts';
import * as counterNotes from './0070-counter-notes.ts';
import * as importRecords from './0080-import-records.ts';
import * as roomNotes from './0100-room-notes.ts';
import * as policyFromLog from './0110-policy-from-log.ts';
import * as pendingChange from './0120-pending-change.ts';
import * as signIns from './0160-sign-ins.ts';
import * as mergeJournal from './0180-merge-journal.ts';
import * as backups from './0190-backups.ts';
import * as logSheet from './0200-log-sheet.ts';
import * as rotations from './0210-rotations.ts';
import * as noLeaveIndex from './0220-no-leave-index.ts';
import * as idsThatTravel from './0230-ids-that-travel.ts';
import * as otherSystems from './0240-other-systems.ts';
import * as signedEntries from './0250-signed-entries.ts';
import * as secondLog from './0260-second-log.ts';
import * as heldToTheLog from './0270-held-to-the-log.ts';
import * as limits from './0280-limits.ts';
import * as whoSaw from './0290-who-saw.ts';
import * as emergenciesAndReasons from './0300-emergencies-and-reasons.ts';
import * as canaries from './0320-canaries.ts';
import * as scope from './0330-scope.ts';
import * as traceMarks from './0340-trace-marks.ts';
import * as staffLinks from './0350-staff-links.ts';
import * as sweep from './0360-sweep.ts';
import * as paperRegister from './0370-paper-register.ts';
import * as disclosures from './0390-disclosures.ts';
import * as attachments from './0400-attachments.ts';
import * as rectification from './0410-rectification.ts';
import * as forms from './0420-forms.ts';
import * as paperAndLeftovers from './0430-paper-and-leftovers.ts';
import * as erasure from './0440-erasure.ts';
import * as handovers from './0450-handovers.ts';
import * as procedures from './0460-procedures.ts';
import * as computerChecks from './0480-computer-checks.ts';
import * as training from './0490-training.ts';
import * as inventory from './0500-inventory.ts';
import * as consent from './0510-consent.ts';
import * as requests from './0520-requests.ts';
import * as incidents from './0530-incidents.ts';
import * as inspectionPacks from './0540-inspection-packs.ts';
import * as lawEditions from './0560-law-editions.ts';
import * as erasuresThatStay from './0570-erasures-that-stay.ts';
import * as noPaper from './0580-no-paper.ts';
import * as formerTags from './0590-former-tags.ts';

/** A step of the schema. It runs in one transaction. */
export interface Migration {
  /** Value of `PRAGMA user_version` afterwards; grows in tens. */
  readonly id: number;
  readonly statements: readonly string[];
  /** Of each table that it makes, what becomes of it once many desks keep the same vault. */
  readonly tables?: Readonly<Record<string, TableKind>>;
  /** Those of its tables whose rows have numbers (ids.ts), a range of 2³² for each desk; its statements begin their counters. */
  readonly numbered?: readonly string[];
}

const ALL = [
  initial,
  listColumns,
  records,
  importJournal,
  roomPatterns,
  policy,
  counterNotes,
  importRecords,
  roomNotes,
  policyFromLog,
  pendingChange,
  signIns,
  mergeJournal,
  backups,
  logSheet,
  rotations,
  noLeaveIndex,
  idsThatTravel,
  otherSystems,
  signedEntries,
  secondLog,
  heldToTheLog,
  limits,
  whoSaw,
  emergenciesAndReasons,
  canaries,
  scope,
  traceMarks,
  staffLinks,
  sweep,
  paperRegister,
  disclosures,
  attachments,
  rectification,
  forms,
  paperAndLeftovers,
  erasure,
  handovers,
  procedures,
  computerChecks,
  training,
  inventory,
  consent,
  requests,
  incidents,
  inspectionPacks,
  lawEditions,
  erasuresThatStay,
  noPaper,
  formerTags,
] as const satisfies readonly Migration[];

/** All migrations, oldest first. */
export const MIGRATIONS: readonly Migration[] = ALL;

type Numbering<M> = M extends { readonly numbered: readonly (infer Table extends string)[] } ? Table : never;
/** Tables that a migration says itself to be numbered. */
export type NumberedTable = Numbering<(typeof ALL)[number]>;
