/** How far a recovery has come, and who is at the desk; the sheet, PINs and keys stay with the components that need them. */
import { createStore } from 'zustand/vanilla';
import type { Role } from '../../contract/fields.ts';
import { toOneLine } from '../../contract/one-line.ts';
import type { FileId, StaffId } from '../../contract/ids.ts';
import type { RecoveryView } from '../../contract/recovery/views.ts';
import { MAX_AT_RECOVERY } from '../../contract/staff/lists.ts';

export type RecoveryStep =
  | 'what'
  | 'backup'
  | 'sheet'
  | 'compare'
  | 'people'
  | 'pins'
  | 'new-sheet'
  | 'prove'
  | 'done';
/** Those that are counted. To compare what a sheet is of, and to prove another, ends the step before it. */
const COUNTED = ['what', 'backup', 'sheet', 'people', 'pins', 'new-sheet', 'done'] as const;
const PART_OF: Partial<Record<RecoveryStep, RecoveryStep>> = { compare: 'sheet', prove: 'new-sheet' };

/** Of a recovery of what lies here, or, on a computer without a vault, from a backup. */
export const stepsOf = (fromBackup: boolean) => COUNTED.filter((step) => step !== 'backup' || fromBackup);

/** Whether a step is the one that is counted, or part of it. */
export const isWithin = (step: RecoveryStep, counted: (typeof COUNTED)[number]): boolean =>
  (PART_OF[step] ?? step) === counted;

/** One backup of a folder that was picked. */
export interface BackupChosen {
  readonly folderId: FileId;
  readonly name: string;
}

export interface PersonChosen {
  /** Null for somebody new. */
  readonly staffId: StaffId | null;
  readonly name: string;
  readonly role: Role;
  readonly there: boolean;
}

export interface RecoveryState {
  readonly step: RecoveryStep;
  readonly view: RecoveryView | null;
  readonly people: readonly PersonChosen[];
  readonly backup: BackupChosen | null;
  readonly goTo: (step: RecoveryStep) => void;
  readonly choose: (backup: BackupChosen) => void;
  /** Takes the vault that the sheet has opened: an admin and a supervisor are taken to be there, or somebody new is asked for in their place. */
  readonly open: (view: RecoveryView) => void;
  readonly setThere: (index: number, there: boolean) => void;
  readonly add: (role: Role) => void;
  readonly rename: (index: number, name: string) => void;
  readonly drop: (index: number) => void;
  readonly leave: () => void;
}

const NEEDED = ['admin', 'supervisor'] as const satisfies readonly Role[];
const someoneNew = (role: Role): PersonChosen => ({ staffId: null, name: '', role, there: true });

export const createRecoveryStore = () =>
  createStore<RecoveryState>()((set, get) => ({
    step: 'what',
    view: null,
    people: [],
    backup: null,
    goTo: (step) => set({ step }),
    choose: (backup) => set({ backup, step: 'sheet' }),
    open: (view) => set({ view, people: chooseFirst(view), step: 'compare' }),
    setThere: (at, there) =>
      set({ people: get().people.map((person, index) => (index === at ? { ...person, there } : person)) }),
    add: (role) => set({ people: [...get().people, someoneNew(role)] }),
    rename: (at, name) =>
      set({ people: get().people.map((person, index) => (index === at ? { ...person, name } : person)) }),
    drop: (at) => set({ people: get().people.filter((_, index) => index !== at) }),
    leave: () => set({ step: 'what', view: null, people: [], backup: null }),
  }));

function chooseFirst({ people }: RecoveryView): readonly PersonChosen[] {
  const firstOf = (role: Role) => people.find((person) => person.role === role);
  const known = people.map((person): PersonChosen => ({
    staffId: person.staffId,
    name: person.displayName,
    role: person.role,
    there: NEEDED.some((role) => firstOf(role) === person),
  }));
  return [...known, ...NEEDED.filter((role) => firstOf(role) === undefined).map(someoneNew)];
}

export const thoseThere = (people: readonly PersonChosen[]): readonly PersonChosen[] =>
  people.filter(({ there }) => there).map((person) => ({ ...person, name: toOneLine(person.name) }));

/** Returns the obstacle to going on with these people; null where there is none. */
export function whyNotThese(
  people: readonly PersonChosen[],
): 'no-admin' | 'no-supervisor' | 'no-name' | 'too-many' | null {
  const there = thoseThere(people);
  if (!there.some(({ role }) => role === 'admin')) return 'no-admin';
  if (!there.some(({ role }) => role === 'supervisor')) return 'no-supervisor';
  if (there.some(({ name }) => name === '')) return 'no-name';
  return there.length > MAX_AT_RECOVERY ? 'too-many' : null;
}

/** One human being as admin and supervisor, as far as names tell. */
export const inTwoRoles = (people: readonly PersonChosen[], person: PersonChosen): boolean =>
  person.role !== 'receptionist' &&
  thoseThere(people).some(
    (other) => other.role !== 'receptionist' && other.role !== person.role && other.name === person.name,
  );
