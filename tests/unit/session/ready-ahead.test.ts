import { expect, it, vi } from 'vitest';
import type * as Roster from '../../../main/vault/keys/roster.ts';
import { rehearse } from '../../../main/vault/sign-in/ready-ahead.ts';

const verified = vi.hoisted(() => ({ rosters: 0 }));
vi.mock('../../../main/vault/keys/roster.ts', async (load) => {
  const roster = await load<typeof Roster>();
  return {
    ...roster,
    verifyRoster: (...given: Parameters<typeof roster.verifyRoster>) => (
      verified.rosters++,
      roster.verifyRoster(...given)
    ),
  };
});

it('goes through to the end: what it makes up is taken as good by what it rehearses', () => {
  expect(rehearse).not.toThrow();
  expect(verified.rosters).toBeGreaterThan(1);
});
