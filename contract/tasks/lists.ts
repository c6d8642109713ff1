/**
 * The one list of counter tasks: what each needs of a record, who is verified for it, what is opened, what is never said
 * and how it can end. The picker, the strip over a record, reasons and notes read it. Without a schema, so that the page can.
 */
import type { ContactFieldId, OwnFieldId, Reason, RevealableFieldId } from '../fields.ts';
import { REASONS } from '../fields.ts';

/** What a task asks of whoever stands at the counter before anything is opened or handed over. */
export const VERIFIED_PARTIES = ['nobody', 'visitor', 'owner', 'both', 'owner-by-phone'] as const;
export type VerifiedParty = (typeof VERIFIED_PARTIES)[number];

/** What is not told to a caller or visitor, whoever they say they are. */
export const UNSAID = ['name', 'phone', 'room', 'at-home', 'id-number', 'other-party'] as const;
export type Unsaid = (typeof UNSAID)[number];

/** How a task can end; the note keeps one. */
export const NOTE_OUTCOMES = [
  'done',
  'passed-on',
  'handed-over',
  'called',
  'consented',
  'refused',
  'no-answer',
  'not-verified',
  'let-in',
  'not-let-in',
] as const;
export type NoteOutcome = (typeof NOTE_OUTCOMES)[number];

/** - `fields`: one after the other by a reveal; `full`: the record with a supervisor; `extract`: of it the fields that a document asks for; `glass`: contact fields at once, shown to the supervisor until acknowledged. */
export const OPENINGS = ['none', 'fields', 'full', 'extract', 'glass'] as const;
export type Opening = (typeof OPENINGS)[number];

export interface CounterTask {
  /** Typed in the picker, the initials of its Chinese name. */
  readonly letters: string;
  /** Why anything is opened for it, as the log says; chosen unless somebody chooses another. */
  readonly reason: Reason;
  /** Fields that stand first on the record. */
  readonly needs: readonly OwnFieldId[];
  readonly verifies: VerifiedParty;
  readonly opening: Opening;
  /** What is opened, in this order; for `full` nothing, as it opens everything, and for `extract` what is chosen then. */
  readonly opens: readonly RevealableFieldId[];
  readonly supervisor: boolean;
  /** A ticket has to be given: the number of the document that asks. */
  readonly ticket: boolean;
  /** Where it begins: with a record, with a plate in the search box, or with a room alone and no record at all. */
  readonly begins: 'record' | 'plate' | 'room';
  readonly unsaid: readonly Unsaid[];
  readonly outcomes: readonly NoteOutcome[];
}

/** What breaking the glass opens, all at once, in this order. It does not compile with a field of another tier than contact. */
export const GLASS_FIELDS = ['emergency', 'phone'] as const satisfies readonly ContactFieldId[];

const define = <const T extends Readonly<Record<string, CounterTask>>>(tasks: T): T => tasks;

export const TASKS = define({
  repair: {
    letters: 'bxts',
    reason: 'repair',
    needs: ['name', 'phone'],
    verifies: 'visitor',
    opening: 'fields',
    opens: ['phone'],
    supervisor: false,
    ticket: false,
    begins: 'record',
    unsaid: ['phone', 'other-party'],
    outcomes: ['passed-on', 'done', 'no-answer'],
  },
  fees: {
    letters: 'sf',
    reason: 'fees',
    needs: ['name', 'plate'],
    verifies: 'nobody',
    opening: 'none',
    opens: [],
    supervisor: false,
    ticket: false,
    begins: 'record',
    unsaid: ['phone', 'id-number'],
    outcomes: ['done', 'passed-on', 'refused'],
  },
  handover: {
    letters: 'jf',
    reason: 'handover',
    needs: ['name', 'phone', 'idNumber'],
    verifies: 'owner',
    opening: 'full',
    opens: [],
    supervisor: true,
    ticket: false,
    begins: 'record',
    unsaid: ['other-party'],
    outcomes: ['handed-over', 'not-verified', 'refused'],
  },
  renovation: {
    letters: 'zx',
    reason: 'renovation',
    needs: ['name', 'phone'],
    verifies: 'owner',
    opening: 'fields',
    opens: ['phone'],
    supervisor: false,
    ticket: false,
    begins: 'record',
    unsaid: ['phone', 'at-home'],
    outcomes: ['done', 'passed-on', 'not-verified', 'refused'],
  },
  parking: {
    letters: 'tc',
    reason: 'parking',
    needs: ['plate', 'name'],
    verifies: 'owner',
    opening: 'fields',
    opens: ['plate'],
    supervisor: false,
    ticket: false,
    begins: 'record',
    unsaid: ['phone', 'other-party'],
    outcomes: ['done', 'passed-on', 'not-verified'],
  },
  transfer: {
    letters: 'ghzz',
    reason: 'transfer',
    needs: ['name', 'idNumber', 'phone'],
    verifies: 'both',
    opening: 'fields',
    opens: ['idNumber'],
    supervisor: true,
    ticket: false,
    begins: 'record',
    unsaid: ['other-party', 'phone'],
    outcomes: ['done', 'passed-on', 'not-verified', 'refused'],
  },
  'moving-out': {
    letters: 'bcfx',
    reason: 'moving-out',
    needs: ['phone', 'name'],
    verifies: 'owner-by-phone',
    opening: 'fields',
    opens: ['phone'],
    supervisor: false,
    ticket: false,
    begins: 'record',
    unsaid: ['phone', 'at-home'],
    outcomes: ['consented', 'refused', 'no-answer'],
  },
  'door-card': {
    letters: 'mkys',
    reason: 'door-card',
    needs: ['name', 'phone'],
    verifies: 'visitor',
    opening: 'none',
    opens: [],
    supervisor: false,
    ticket: false,
    begins: 'record',
    unsaid: ['name', 'phone', 'room'],
    outcomes: ['handed-over', 'not-verified'],
  },
  parcel: {
    letters: 'bg',
    reason: 'parcel',
    needs: ['name', 'phone'],
    verifies: 'visitor',
    opening: 'none',
    opens: [],
    supervisor: false,
    ticket: false,
    begins: 'record',
    unsaid: ['name', 'phone', 'room'],
    outcomes: ['handed-over', 'not-verified'],
  },
  visitor: {
    letters: 'fk',
    reason: 'visitor',
    needs: [],
    verifies: 'nobody',
    opening: 'none',
    opens: [],
    supervisor: false,
    ticket: false,
    begins: 'room',
    unsaid: ['name', 'phone', 'at-home'],
    outcomes: ['let-in', 'not-let-in', 'no-answer'],
  },
  'blocking-car': {
    letters: 'nc',
    reason: 'blocking-car',
    needs: ['plate', 'phone'],
    verifies: 'nobody',
    opening: 'fields',
    opens: ['phone'],
    supervisor: false,
    ticket: false,
    begins: 'plate',
    unsaid: ['name', 'phone', 'room'],
    outcomes: ['called', 'no-answer', 'passed-on'],
  },
  emergency: {
    letters: 'jj',
    reason: 'emergency',
    needs: GLASS_FIELDS,
    verifies: 'nobody',
    opening: 'glass',
    opens: GLASS_FIELDS,
    supervisor: false,
    ticket: false,
    begins: 'record',
    unsaid: ['other-party'],
    outcomes: ['called', 'no-answer', 'passed-on'],
  },
  authority: {
    letters: 'gajd',
    reason: 'authority',
    needs: ['name', 'idNumber', 'phone'],
    verifies: 'nobody',
    opening: 'extract',
    opens: [],
    supervisor: true,
    ticket: true,
    begins: 'record',
    unsaid: ['other-party'],
    outcomes: ['handed-over', 'refused', 'passed-on'],
  },
  'subject-request': {
    letters: 'brsq',
    reason: 'subject-request',
    needs: ['name', 'idNumber', 'phone'],
    verifies: 'owner',
    opening: 'full',
    opens: [],
    supervisor: true,
    ticket: false,
    begins: 'record',
    unsaid: ['other-party'],
    outcomes: ['done', 'passed-on', 'not-verified', 'refused'],
  },
});

export type TaskId = keyof typeof TASKS;
export const TASK_IDS = Object.keys(TASKS) as readonly TaskId[];
export const taskOf = (id: TaskId): CounterTask => TASKS[id];

/** Reasons that name a document: the ticket may not be left out. */
export const REASONS_WITH_TICKET: readonly Reason[] = REASONS.filter((reason) =>
  TASK_IDS.some((id) => TASKS[id].ticket && TASKS[id].reason === reason),
);

/** Fewest characters of the words with which the glass is broken, and with which that is acknowledged. */
export const FEWEST_GLASS_WORDS = 4;
