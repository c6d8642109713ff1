/**
 * The closed list of counter tasks, without schemas, for screens: what each needs of a record, who is
 * verified, what is opened, what is never told and how it can end.
 */
import {
  type ContactFieldId,
  type OwnFieldId,
  REASONS,
  type Reason,
  type RevealableFieldId,
} from '../fields.ts';

/** Who must be verified before anything is opened or handed over for a task. */
export type VerifiedParty = 'nobody' | 'visitor' | 'owner' | 'both' | 'owner-by-phone';

/** Facts that are not disclosed to a caller or visitor, whatever identity they claim. */
export const UNSAID = ['name', 'phone', 'room', 'at-home', 'id-number', 'other-party'] as const;
export type Unsaid = (typeof UNSAID)[number];

/** Outcomes of a task; the note records one. */
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

/**
 * Extent of access that a task opens.
 * - `fields`: fields one by one, each by a reveal.
 * - `full`: the whole record, with a supervisor.
 * - `extract`: the fields that a document asks for, with a supervisor.
 * - `request`: nothing here; what somebody asks for of their own is registered as a request, for which they are verified.
 * - `add`: nothing; somebody who moves in with them is added.
 * - `emergency`: contact fields at once in an emergency; a supervisor must acknowledge it.
 */
const OPENINGS = ['none', 'fields', 'full', 'extract', 'request', 'add', 'emergency'] as const;
export type Opening = (typeof OPENINGS)[number];

/** Rules of one counter task. */
export interface CounterTask {
  /** Pinyin initials of its Chinese name, to type in the picker. */
  readonly letters: string;
  /** Default reason for what is opened, as the log records it. */
  readonly reason: Reason;
  /** Fields shown first on the record. */
  readonly needs: readonly OwnFieldId[];
  readonly verifies: VerifiedParty;
  readonly opening: Opening;
  /**
   * Fields to open, in this order; empty for `full`, which opens all, for `request`, and for `extract`, where they are
   * chosen.
   */
  readonly opens: readonly RevealableFieldId[];
  readonly supervisor: boolean;
  /** A ticket is required: the number of the requesting document. */
  readonly ticket: boolean;
  /** Where the task begins: at a record, with a plate in the search box, or with a room and no record. */
  readonly begins: 'record' | 'plate' | 'room';
  readonly unsaid: readonly Unsaid[];
  readonly outcomes: readonly NoteOutcome[];
}

/**
 * Fields that an emergency opening shows at once, in this order. A field of another tier than contact does
 * not compile.
 */
export const EMERGENCY_FIELDS = ['emergency', 'phone'] as const satisfies readonly ContactFieldId[];

const define = <const T extends Readonly<Record<string, CounterTask>>>(tasks: T): T => tasks;

const usual = { supervisor: false, ticket: false, begins: 'record' } as const;
const opensNone = { ...usual, opening: 'none', opens: [] } as const;
const opensPhone = { ...usual, opening: 'fields', opens: ['phone'] } as const;

/** Rules of each counter task by its id. */
const TASKS = define({
  repair: {
    letters: 'bxts',
    reason: 'repair',
    needs: ['name', 'phone'],
    verifies: 'visitor',
    ...opensPhone,
    unsaid: ['phone', 'other-party'],
    outcomes: ['passed-on', 'done', 'no-answer'],
  },
  fees: {
    letters: 'sf',
    reason: 'fees',
    needs: ['name', 'plate'],
    verifies: 'nobody',
    ...opensNone,
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
    ...usual,
    supervisor: true,
    unsaid: ['other-party'],
    outcomes: ['handed-over', 'not-verified', 'refused'],
  },
  renovation: {
    letters: 'zx',
    reason: 'renovation',
    needs: ['name', 'phone'],
    verifies: 'owner',
    ...opensPhone,
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
    ...usual,
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
    ...usual,
    supervisor: true,
    unsaid: ['other-party', 'phone'],
    outcomes: ['done', 'passed-on', 'not-verified', 'refused'],
  },
  'moving-out': {
    letters: 'bcfx',
    reason: 'moving-out',
    needs: ['phone', 'name'],
    verifies: 'owner-by-phone',
    ...opensPhone,
    unsaid: ['phone', 'at-home'],
    outcomes: ['consented', 'refused', 'no-answer'],
  },
  'door-card': {
    letters: 'mkys',
    reason: 'door-card',
    needs: ['name', 'phone'],
    verifies: 'visitor',
    ...opensNone,
    unsaid: ['name', 'phone', 'room'],
    outcomes: ['handed-over', 'not-verified'],
  },
  parcel: {
    letters: 'bg',
    reason: 'parcel',
    needs: ['name', 'phone'],
    verifies: 'visitor',
    ...opensNone,
    unsaid: ['name', 'phone', 'room'],
    outcomes: ['handed-over', 'not-verified'],
  },
  visitor: {
    letters: 'fk',
    reason: 'visitor',
    needs: [],
    verifies: 'nobody',
    ...opensNone,
    begins: 'room',
    unsaid: ['name', 'phone', 'at-home'],
    outcomes: ['let-in', 'not-let-in', 'no-answer'],
  },
  'blocking-car': {
    letters: 'nc',
    reason: 'blocking-car',
    needs: ['plate', 'phone'],
    verifies: 'nobody',
    ...opensPhone,
    begins: 'plate',
    unsaid: ['name', 'phone', 'room'],
    outcomes: ['called', 'no-answer', 'passed-on'],
  },
  emergency: {
    letters: 'jj',
    reason: 'emergency',
    needs: EMERGENCY_FIELDS,
    verifies: 'nobody',
    opening: 'emergency',
    opens: EMERGENCY_FIELDS,
    ...usual,
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
    opening: 'request',
    opens: [],
    ...usual,
    supervisor: true,
    unsaid: ['other-party'],
    outcomes: ['done', 'passed-on', 'not-verified', 'refused'],
  },
  tenancy: {
    letters: 'zzdj',
    reason: 'transfer',
    needs: ['name', 'phone'],
    verifies: 'owner',
    opening: 'add',
    opens: [],
    ...usual,
    unsaid: ['other-party', 'phone'],
    outcomes: ['done', 'passed-on', 'not-verified', 'refused'],
  },
});

export type TaskId = keyof typeof TASKS;
/** Every counter task. */
export const TASK_IDS = Object.keys(TASKS) as readonly TaskId[];
/** The rules of a task, without the literal types of `TASKS`. */
export const taskOf = (id: TaskId): CounterTask => TASKS[id];

/** Reasons for which a ticket is required. */
export const REASONS_WITH_TICKET: readonly Reason[] = REASONS.filter((reason) =>
  TASK_IDS.some((id) => TASKS[id].ticket && TASKS[id].reason === reason),
);

/** Milliseconds after which an emergency ends by itself. */
export const EMERGENCY_MS = 30 * 60_000;

/** With so many records in one emergency an alert is raised. */
export const EMERGENCY_ALERT_RECORDS = 4;
/** From so many records on, as for every record outside of the building, an emergency takes a supervisor's PIN. */
export const EMERGENCY_SUPERVISOR_RECORDS = 30;

/** Milliseconds after which an emergency that no supervisor has acknowledged is overdue. */
export const EMERGENCY_OVERDUE_MS = 24 * 3_600_000;

/**
 * Causes that end an emergency: whoever began it, its bounded time, a handover, a lock, a clock that was set back, or the supervisor who
 * acknowledged it while it was under way.
 */
export const EMERGENCY_ENDS = ['own', 'time', 'handover', 'lock', 'clock', 'acknowledged'] as const;
export type EmergencyEnd = (typeof EMERGENCY_ENDS)[number];

/** Its actions, as log and papers call them. */
export const TASKS_ACTION_WORDS = {
  note: ['记录办理', 'Counter note'],
  'room-check': ['查房号', 'Room checked'],
  'emergency-access': ['紧急查看', 'Emergency access'],
  'emergency-end': ['结束紧急查看', 'Emergency ended'],
  'emergency-seen': ['确认紧急查看', 'Emergency acknowledged'],
} as const;
