/** The guard before it looks into the store: who is limited, and what becomes of a route that nobody has decided about. */
import { expect, it } from 'vitest';
import type { StaffId } from '../../../contract/ids.ts';
import type { Scope } from '../../../contract/scope/lists.ts';
import { requireWithinScope } from '../../../main/vault/scope/guard.ts';
import { withinOf } from '../../../main/vault/scope/scope.ts';
import type { Session } from '../../../main/vault/session/session.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const OWN = '0'.repeat(16) as StaffId;
const SCOPE: Scope = [{ estate: '', building: '3', unit: null }];

/** Somebody in that role, whom the roster has with that scope, or does not have. */
const sessionOf = (role: string, scope: Scope | null): Session =>
  ({
    signedIn: { role, staffId: OWN },
    roster: { members: new Map(scope === null ? [] : [[OWN, { role, scope }]]) },
    clock: createFakeClock(),
  }) as unknown as Session;

it('limits a receptionist whose scope the roster has, and nobody else', () => {
  expect(withinOf(sessionOf('receptionist', SCOPE))).toEqual({ scope: SCOPE, today: '2026-01-05' });
  expect(withinOf(sessionOf('receptionist', []))).toBeNull();
  expect(withinOf(sessionOf('supervisor', SCOPE))).toBeNull();
  expect(withinOf(sessionOf('admin', SCOPE))).toBeNull();
});

it('lets nobody through whom the roster does not have', async () => {
  await expect(
    requireWithinScope(sessionOf('receptionist', null), 'shift.read', {}, {}),
  ).rejects.toMatchObject({ code: 'not-allowed' });
});

it.each(['people.merge', 'import.list'] as const)(
  'refuses a route that is for no receptionist, or for none with a scope: %s',
  async (route) => {
    const refused = requireWithinScope(sessionOf('receptionist', SCOPE), route, {}, {});
    await expect(refused).rejects.toMatchObject({ code: 'not-allowed' });
  },
);

it('refuses an id of a kind that no feature says anything of', async () => {
  const request = { personId: 1, before: 2 };
  const session = { ...sessionOf('receptionist', SCOPE), store: { get: async () => undefined } };
  await expect(
    requireWithinScope(session as unknown as Session, 'notes.list', request, {}),
  ).rejects.toMatchObject({ code: 'not-allowed' });
});

it('asks nothing of a route that names nobody', async () => {
  await expect(
    requireWithinScope(sessionOf('receptionist', SCOPE), 'shift.read', {}, {}),
  ).resolves.toBeUndefined();
});
