/** The staff, and the change that is being made: what and about whom. PINs and the sheet pass through and are not kept. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Role } from '../../contract/fields.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { Failure, Result } from '../../contract/result.ts';
import type { Scope } from '../../contract/scope/lists.ts';
import type { Second } from '../../contract/staff/requests.ts';
import type { StaffMember, StaffView } from '../../contract/staff/views.ts';

export const STAFF_CEREMONIES = ['add', 'role', 'reset', 'rename', 'link', 'leave', 'open', 'scope'] as const;
export type StaffCeremony = (typeof STAFF_CEREMONIES)[number];
export const CEREMONY_STEPS = ['what', 'proof', 'done'] as const;
export type CeremonyStep = (typeof CEREMONY_STEPS)[number];

export interface Ceremony {
  readonly kind: StaffCeremony;
  /** Whom it is about; null for somebody new. */
  readonly member: StaffMember | null;
  readonly step: CeremonyStep;
  /** As it is to be. */
  readonly role: Role;
  readonly name: string;
  /** Somebody of the list takes another role as well. */
  readonly twoRoles: boolean;
  /** Whose record is theirs: of nobody who lives here (null), or not chosen yet. */
  readonly resident: PersonId | null | 'not-chosen';
  /** Areas that a receptionist is to look after; empty is everything. */
  readonly scope: Scope;
  /** Why it changes. */
  readonly why: string;
}

interface Proofs {
  readonly pin: string;
  readonly newPin?: string;
  readonly second?: Second;
}

export interface StaffState {
  readonly members: readonly StaffMember[];
  readonly known: boolean;
  readonly failure: Failure | null;
  readonly ceremony: Ceremony | null;
  readonly busy: boolean;
  readonly read: () => Promise<void>;
  readonly begin: (kind: StaffCeremony, member: StaffMember | null) => void;
  readonly choose: (
    changes: Partial<Pick<Ceremony, 'role' | 'name' | 'twoRoles' | 'resident' | 'scope' | 'why'>>,
  ) => void;
  readonly goTo: (step: CeremonyStep) => void;
  readonly leave: () => void;
  /** Null when it is done. */
  readonly submit: (proofs: Proofs) => Promise<Failure | null>;
}

type Ask = Pick<
  Bridge['vault'],
  | 'staff.list'
  | 'staff.add'
  | 'staff.changeRole'
  | 'staff.reset'
  | 'staff.rename'
  | 'staff.link'
  | 'staff.remove'
  | 'staff.openSlot'
  | 'staff.changeScope'
>;

export const createStaffStore = (ask: Ask) =>
  createStore<StaffState>()((set, get) => ({
    members: [],
    known: false,
    failure: null,
    ceremony: null,
    busy: false,

    read: async () => {
      const reply = await ask['staff.list']({});
      set(reply.ok ? { members: reply.value.members, known: true, failure: null } : { failure: reply.error });
    },

    begin: (kind, member) =>
      set({
        ceremony: {
          kind,
          member,
          step: 'what',
          role:
            kind === 'role' && member?.role === 'receptionist'
              ? 'supervisor'
              : kind === 'role'
                ? 'receptionist'
                : (member?.role ?? 'receptionist'),
          name: '',
          twoRoles: false,
          resident: 'not-chosen',
          scope: member?.scope ?? [],
          why: '',
        },
      }),
    choose: (changes) =>
      set(({ ceremony }) => ({ ceremony: ceremony === null ? null : { ...ceremony, ...changes } })),
    goTo: (step) => set(({ ceremony }) => ({ ceremony: ceremony === null ? null : { ...ceremony, step } })),
    leave: () => {
      if (!get().busy) set({ ceremony: null });
    },

    submit: async (proofs) => {
      const { ceremony, busy } = get();
      if (ceremony === null || busy) return null;
      set({ busy: true });
      const reply = await send(ask, ceremony, proofs);
      if (!reply.ok) {
        set({ busy: false });
        return reply.error;
      }
      set({ busy: false, members: reply.value.members, ceremony: { ...ceremony, step: 'done' } });
      return null;
    },
  }));

function send(
  ask: Ask,
  { kind, member, role, name, twoRoles, resident, scope, why }: Ceremony,
  { pin, newPin = '', second }: Proofs,
): Promise<Result<StaffView>> {
  const staffId = member?.staffId;
  if (kind === 'add' && second !== undefined)
    return ask['staff.add']({ name, role, twoRoles, newPin, pin, second });
  if (staffId !== undefined) {
    if (kind === 'rename') return ask['staff.rename']({ staffId, name, pin });
    if (kind === 'link' && resident !== 'not-chosen')
      return ask['staff.link']({ staffId, personId: resident, pin });
    if (kind === 'leave')
      return ask['staff.remove']({ staffId, pin, ...(second === undefined ? {} : { second }) });
    if (kind === 'role' && second !== undefined)
      return ask['staff.changeRole']({ staffId, role, newPin, pin, second });
    if (kind === 'reset' && second !== undefined) return ask['staff.reset']({ staffId, newPin, pin, second });
    if (kind === 'scope' && (second === undefined || 'slotId' in second))
      return ask['staff.changeScope']({
        staffId,
        scope: [...scope],
        words: why.trim(),
        pin,
        ...(second === undefined ? {} : { supervisor: second }),
      });
    if (kind === 'open' && second !== undefined && 'slotId' in second)
      return ask['staff.openSlot']({ staffId, pin, supervisor: second });
  }
  throw new RangeError(`${kind} lacks somebody`);
}
