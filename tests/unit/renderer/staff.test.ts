/** Who is asked to be there for a change of staff, and what the store sends. */
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import { ok } from '../../../contract/result.ts';
import type { SlotId, StaffId } from '../../../contract/ids.ts';
import type { StaffMember } from '../../../contract/staff/views.ts';
import { secondChoices } from '../../../renderer/staff/second-choices.ts';
import { type StaffCeremony, createStaffStore } from '../../../renderer/staff/staff-store.ts';
import { words } from '../../support/words.ts';

let n = 0;
const person = (displayName: string, role: Role, more: Partial<StaffMember> = {}): StaffMember => {
  const id = String(++n).padStart(16, '0');
  return {
    staffId: id as StaffId,
    slotId: id as SlotId,
    displayName,
    role,
    since: 1,
    lastSignInAt: null,
    waitSeconds: 0,
    closed: false,
    twoRoles: false,
    dormant: false,
    suspended: false,
    resident: null,
    root: false,
    last: false,
    scope: [],
    ...more,
  };
};
const [rootAdmin, admin, rootSupervisor, supervisor, desk] = [
  person('A', 'admin', { root: true }),
  person('B', 'admin'),
  person('C', 'supervisor', { root: true }),
  person('D', 'supervisor'),
  person('E', 'receptionist'),
] as const;
const members = [rootAdmin, admin, rootSupervisor, supervisor, desk];
const choices = (
  kind: StaffCeremony,
  me: StaffMember,
  member: StaffMember | null,
  role: Role = member?.role ?? 'receptionist',
) => {
  const { as, people, sheet } = secondChoices({ kind, members, me, member, role });
  return [as, people.map(({ displayName }) => displayName).join(''), sheet];
};

describe('who has to be there beside the admin', () => {
  it.each([
    [
      'a supervisor or the sheet for a receptionist',
      'add',
      rootAdmin,
      null,
      'receptionist',
      ['supervisor', 'CD', true],
    ],
    [
      'a supervisor or the sheet for a supervisor',
      'add',
      rootAdmin,
      null,
      'supervisor',
      ['supervisor', 'CD', true],
    ],
    ['another admin or the sheet for an admin', 'add', rootAdmin, null, 'admin', ['admin', 'B', true]],
    [
      'not the one whose PIN was forgotten',
      'reset',
      rootAdmin,
      supervisor,
      'supervisor',
      ['supervisor', 'C', true],
    ],
    ['nobody for a name', 'rename', admin, desk, 'receptionist', [null, '', false]],
    ['nobody for who leaves and holds no root', 'leave', admin, supervisor, 'supervisor', [null, '', false]],
    [
      'nobody for a root who leaves, where the admin holds another',
      'leave',
      rootAdmin,
      rootSupervisor,
      'supervisor',
      [null, '', false],
    ],
    [
      'another root or the sheet for a root who leaves',
      'leave',
      admin,
      rootAdmin,
      'admin',
      ['root', 'C', true],
    ],
    [
      'a root for a root who changes role',
      'role',
      admin,
      rootAdmin,
      'receptionist',
      ['supervisor', 'C', true],
    ],
    [
      'a supervisor, never the sheet, for a closed way in',
      'open',
      admin,
      desk,
      'receptionist',
      ['supervisor', 'CD', false],
    ],
  ] as const)('%s', (_what, kind, me, member, role, expected) => {
    expect(choices(kind, me, member, role)).toEqual(expected);
  });

  it('is nobody for a scope, and a supervisor where it is more than before', () => {
    const asked = { kind: 'scope', members, me: admin, member: desk, role: 'receptionist' } as const;
    expect(secondChoices(asked)).toEqual({ as: null, people: [], sheet: false });
    expect(secondChoices({ ...asked, widens: true })).toMatchObject({ as: 'supervisor', sheet: false });
  });

  it('is nobody without a way in', () => {
    const shut = person('F', 'supervisor', { slotId: null });
    expect(
      secondChoices({
        kind: 'open',
        members: [...members, shut],
        me: admin,
        member: desk,
        role: 'receptionist',
      }).people,
    ).not.toContain(shut);
  });
});

const AREA = { estate: '', building: '3', unit: null };

describe('the store of the staff', () => {
  it('sends each change by its own route, keeps no PIN, and shows the list that comes back', async () => {
    const asked: [string, unknown][] = [];
    const answer = (route: string) => async (request: unknown) => {
      asked.push([route, request]);
      return ok({ members: [desk] });
    };
    const routes = words(
      'staff.list staff.add staff.changeRole staff.reset staff.rename staff.link staff.remove',
      'staff.openSlot staff.changeScope',
    );
    const store = createStaffStore(
      Object.fromEntries(routes.map((route) => [route, answer(route)])) as never,
    );
    const second = { slotId: supervisor.slotId!, pin: 'theirs' };
    const make = async (kind: StaffCeremony, member: StaffMember | null, proofs: object) => {
      store.getState().begin(kind, member);
      store.getState().choose({ name: 'N' });
      expect(await store.getState().submit({ pin: 'own', ...proofs })).toBeNull();
      expect(store.getState().ceremony?.step).toBe('done');
    };
    await make('add', null, { newPin: 'new', second });
    await make('role', desk, { newPin: 'new', second });
    await make('reset', desk, { newPin: 'new', second });
    await make('rename', desk, {});
    store.getState().begin('link', desk);
    store.getState().choose({ resident: null });
    expect(await store.getState().submit({ pin: 'own' })).toBeNull();
    await make('leave', desk, {});
    await make('leave', desk, { second: { sheet: 'words' } });
    await make('open', desk, { second });
    store.getState().begin('scope', desk);
    store.getState().choose({ scope: [AREA], why: ' another desk ' });
    expect(await store.getState().submit({ pin: 'own' })).toBeNull();
    expect(asked).toEqual([
      ['staff.add', { name: 'N', role: 'receptionist', twoRoles: false, newPin: 'new', pin: 'own', second }],
      ['staff.changeRole', { staffId: desk.staffId, role: 'supervisor', newPin: 'new', pin: 'own', second }],
      ['staff.reset', { staffId: desk.staffId, newPin: 'new', pin: 'own', second }],
      ['staff.rename', { staffId: desk.staffId, name: 'N', pin: 'own' }],
      ['staff.link', { staffId: desk.staffId, personId: null, pin: 'own' }],
      ['staff.remove', { staffId: desk.staffId, pin: 'own' }],
      ['staff.remove', { staffId: desk.staffId, pin: 'own', second: { sheet: 'words' } }],
      ['staff.openSlot', { staffId: desk.staffId, pin: 'own', supervisor: second }],
      ['staff.changeScope', { staffId: desk.staffId, scope: [AREA], words: 'another desk', pin: 'own' }],
    ]);
    expect(JSON.stringify(store.getState())).not.toMatch(/"(own|new|theirs|words)"/);
    expect(store.getState().members).toEqual([desk]);
  });
});
