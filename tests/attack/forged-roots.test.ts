/**
 * One admin, or one supervisor, forges the root of trust around everybody's real keys. The forger comes in, since all that is compared is theirs; nobody else is taken
 * for present there: neither signed in nor by a PIN typed beside somebody else's, and their slot goes on pinning the real roots.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../contract/fields.ts';
import { driveStaff } from '../support/staff-desk.ts';
import { forgeWorld } from '../support/forged-world.ts';
import { draftOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const OTHERS = ['admin', 'supervisor', 'receptionist'] as const;

describe('a root of trust that one person forged', () => {
  let desk: VaultHarness;
  beforeEach(async () => {
    desk = await createHarness();
    await desk.setUpWith(draftOf(5));
  });

  const signIn = async (role: Role): Promise<string> => {
    await desk.lock();
    return desk.codeOf('session.unlock', await desk.proofOf(role));
  };
  const expectOthersOut = async (forger: Role): Promise<void> => {
    for (const role of OTHERS.filter((one) => one !== forger))
      expect([role, await signIn(role)]).toEqual([role, 'store-mismatch']);
  };

  it('of an admin: no co-signature of a supervisor is taken, nor are they pinned to it', async () => {
    await forgeWorld(desk, 'admin');
    expect((await desk.unlock('admin')).alarms).toEqual([]);
    const { staffId } = await driveStaff(desk).named('Desk One');
    const scope = (building: string | null) => ({
      staffId,
      scope: building === null ? [] : [{ estate: '', building, unit: '' }],
      words: 'another building',
      pin: PINS.admin,
    });
    expect(await desk.codeOf('staff.changeScope', scope('3'))).toBe('ok');
    const supervisor = await desk.proofOf('supervisor');
    expect(await desk.codeOf('staff.changeScope', { ...scope(null), supervisor })).toBe('store-mismatch');
    await desk.answers('store-mismatch', 'keys.rotateTierKeys', {
      tiers: ['contact', 'identity'],
      pin: PINS.admin,
      cosigner: supervisor,
    });
    await expectOthersOut('admin');
  });

  it('of a supervisor: no co-signature of an admin is taken, nor are they pinned to it', async () => {
    await forgeWorld(desk, 'supervisor');
    expect((await desk.unlock('supervisor')).alarms).toEqual([]);
    const cosigner = await desk.proofOf('admin');
    await desk.answers('store-mismatch', 'keys.rotateTierKeys', {
      tiers: ['contact', 'identity'],
      pin: PINS.supervisor,
      cosigner,
    });
    await expectOthersOut('supervisor');
  });
});
