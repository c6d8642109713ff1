/** A room outside is told by a part of the estate, in the same way whether another desk has it or none. */
import { expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { Scope } from '../../../contract/scope/lists.ts';
import { nameDesk } from '../../../main/vault/scope/scope.ts';
import type { Session } from '../../../main/vault/session/session.ts';

const OWN = 'a000000000000001' as StaffId;
const ROOM = { estate: '', building: '5', unit: '1' };
const area = (building: string, unit: string | null = null): Scope[number] => ({
  estate: '',
  building,
  unit,
});

/** A desk of whoever is signed in, of one receptionist for each scope, and of a supervisor. */
const named = (...scopes: readonly Scope[]): string => {
  const member = (staffId: string, role: Role, scope: Scope) => [staffId, { staffId, role, scope }] as const;
  const members = new Map([
    member(OWN, 'receptionist', [area('3')]),
    member('b000000000000001', 'supervisor', []),
    ...scopes.map((scope, index) => member(`c00000000000000${index}`, 'receptionist', scope)),
  ]);
  return nameDesk({ signedIn: { staffId: OWN }, roster: { members } } as unknown as Session, ROOM);
};

it.each([
  ['somebody has its building', [[area('5')]], '5栋'],
  ['nobody has it', [[area('7')]], '5栋'],
  ['there is nobody else', [], '5栋'],
  ['somebody looks after everything', [[]], '5栋'],
  ['somebody has its unit', [[area('5', '1')]], '5栋1单元'],
  ['somebody has another unit of its building alone', [[area('5', '2')]], '5栋1单元'],
] as const)('where %s', (_when, scopes, words) => expect(named(...scopes)).toBe(words));
