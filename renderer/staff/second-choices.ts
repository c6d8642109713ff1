/** Who has to be at the desk for a change of staff beside the admin, and who of the list can be it. Pure; the vault and the keys decide. */
import type { Role } from '../../contract/fields.ts';
import type { StaffMember } from '../../contract/staff/views.ts';
import type { StaffCeremony } from './staff-store.ts';

export interface SecondChoices {
  /** Role in which they agree; null where nobody else is needed. */
  readonly as: 'supervisor' | 'admin' | 'root' | null;
  readonly people: readonly StaffMember[];
  /** The recovery sheet can stand in. */
  readonly sheet: boolean;
}

const NOBODY: SecondChoices = { as: null, people: [], sheet: false };

export function secondChoices(options: {
  readonly kind: StaffCeremony;
  readonly members: readonly StaffMember[];
  /** The admin who is signed in. */
  readonly me: StaffMember | undefined;
  /** Whom it is about; null for somebody new. */
  readonly member: StaffMember | null;
  /** The role that keys are given for. */
  readonly role: Role;
  /** Of a scope: more than before is in it. */
  readonly widens?: boolean;
}): SecondChoices {
  const { kind, members, me, member, role, widens = false } = options;
  const others = members.filter(
    (one) => one.slotId !== null && one.staffId !== me?.staffId && one.staffId !== member?.staffId,
  );
  const supervisors = others.filter((one) => one.role === 'supervisor');
  // A root is retired by another one.
  const retires = (kind === 'leave' || kind === 'role') && member?.root === true && me?.root !== true;
  const may = (people: readonly StaffMember[]): readonly StaffMember[] =>
    retires ? people.filter((one) => one.root) : people;
  switch (kind) {
    case 'rename':
    case 'link':
      return NOBODY;
    case 'scope':
      return widens ? { as: 'supervisor', people: supervisors, sheet: false } : NOBODY;
    case 'open':
      return { as: 'supervisor', people: supervisors, sheet: false };
    case 'leave':
      return retires ? { as: 'root', people: may(others), sheet: true } : NOBODY;
    case 'add':
    case 'reset':
    case 'role':
      return role === 'admin'
        ? { as: 'admin', people: may(others.filter((one) => one.role === 'admin')), sheet: true }
        : { as: 'supervisor', people: may(supervisors), sheet: true };
  }
}
