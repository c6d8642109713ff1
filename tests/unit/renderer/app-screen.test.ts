/** Which screen is shown: every state of the vault has one, and what blanks or warns comes before what works. */
import { describe, expect, it } from 'vitest';
import { fail } from '../../../contract/result.ts';
import type { VaultStatus } from '../../../contract/sign-in/views.ts';
import { appScreenOf } from '../../../renderer/app-screen.ts';

const status = (state: VaultStatus['state'], signedIn: boolean = false): VaultStatus => ({
  state,
  problem: null,
  estateName: null,
  people: [],
  signedIn: signedIn ? ({} as NonNullable<VaultStatus['signedIn']>) : null,
  readOnly: false,
});
const failed = fail('internal');
const app = { status: null, unreachable: null, leaving: false, recovering: false, alarms: [] } as const;

describe('the screen', () => {
  it("is that of the vault's state", () => {
    expect(
      (['no-vault', 'locked', 'refused', 'unlocked'] as const).map((state) =>
        appScreenOf({ ...app, status: status(state, state === 'unlocked') }),
      ),
    ).toEqual(['set-up', 'lock', 'trouble', 'desk']);
    expect([appScreenOf(app), appScreenOf({ ...app, status: status('unlocked') })]).toEqual([
      'starting',
      'starting',
    ]);
  });

  it('is the recovery where one was begun, with the vault locked, shut or not there, and nowhere else', () => {
    expect(
      (['no-vault', 'locked', 'refused', 'unlocked'] as const).map((state) =>
        appScreenOf({ ...app, recovering: true, status: status(state, state === 'unlocked') }),
      ),
    ).toEqual(['recovery', 'recovery', 'recovery', 'desk']);
  });

  it('is blank before the lock, trouble while the vault does not answer, and an alarm before the desk', () => {
    const open = { ...app, status: status('unlocked', true), alarms: ['older-store'] } as const;
    const silent = { ...open, unreachable: failed.ok ? null : failed.error };
    expect([appScreenOf(open), appScreenOf(silent), appScreenOf({ ...silent, leaving: true })]).toEqual([
      'alarm',
      'unreachable',
      'leaving',
    ]);
  });
});
