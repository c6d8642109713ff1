import { expect, it, vi } from 'vitest';
import type * as Roster from '../../../main/vault/keys/roster.ts';
import { prewarm, warmUpCrypto } from '../../../main/vault/sign-in/prewarm.ts';

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
  expect(warmUpCrypto).not.toThrow();
  expect(verified.rosters).toBeGreaterThan(1);
});

it('is done once per process and engine', async () => {
  const before = verified.rosters;
  const [first, second] = [prewarm('better-sqlite3'), prewarm('better-sqlite3')];
  expect(second).toBe(first);
  await first;
  expect(prewarm('better-sqlite3')).toBe(first);
  const perEngine = verified.rosters - before;
  expect(perEngine).toBeGreaterThan(0);
  await prewarm('sqlcipher');
  expect(verified.rosters - before).toBe(2 * perEngine);
});
