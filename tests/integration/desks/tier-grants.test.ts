/** New tier keys are granted to everybody whom the signed roster lets hold them, whether they have a slot on this computer or sign in at another. */
import { expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { toBase64 } from '../../../main/vault/crypto/bytes.ts';
import { generateSignPair } from '../../../main/vault/crypto/ed25519.ts';
import { generateReceivePair } from '../../../main/vault/crypto/hpke.ts';
import { openGrant } from '../../../main/vault/keys/grants.ts';
import { osUserHash, readHeader } from '../../../main/vault/keys/header.ts';
import {
  appendRosterEntries,
  makeRosterEntry,
  readRosterEntries,
  verifyRoster,
} from '../../../main/vault/keys/roster.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { openSlot } from '../../support/open-slot.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { rotationOf } from '../../support/requests-of.ts';
import { atRest } from '../../support/second-desk.ts';
import { vaultAtRest } from '../../support/store-tools.ts';
import { PINS, createHarness } from '../../support/vault-harness.ts';

it('grants new tier keys to people of another desk, each by their role, and to none who is disabled', async () => {
  const desk = await createHarness();
  await desk.setUpWith(draftOf(1), 'supervisor');
  const { vaultDir, deviceSecrets } = vaultAtRest(desk);
  const header = (await readHeader({ vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
  const { vaultId } = header;
  const opened = (role: Role) => {
    const slot = header.slots.find((one) => one.role === role)!;
    return openSlot({ header, slot, deviceSecret: deviceSecrets[header.deviceSecretId]!, pin: PINS[role] });
  };
  const away = (['receptionist', 'supervisor', 'supervisor'] as const).map((role, index) => ({
    role,
    staffId: `b00000000000000${index}` as StaffId,
    receive: generateReceivePair(),
    isDisabled: index === 2,
  }));
  await atRest(desk, 'auto', async (store) => {
    const [admin, supervisor] = [await opened('admin'), await opened('supervisor')];
    const signers = [admin, supervisor].map(({ staffId, sign }) => ({
      id: staffId,
      privateKey: sign.privateKey,
    }));
    const append = async (entry: Parameters<typeof makeRosterEntry>[2]) => {
      const { head } = verifyRoster(vaultId, await readRosterEntries(store), admin.pins.roots, 0);
      const made = makeRosterEntry(vaultId, head, entry, signers);
      await store.transaction((tx) => appendRosterEntries(tx, [made]));
    };
    for (const { role, staffId, receive, isDisabled } of away) {
      const keys = {
        receiveKey: toBase64(receive.publicKey),
        signKey: toBase64(generateSignPair().publicKey),
      };
      const person = { staffId, displayName: `Away ${staffId.at(-1)}`, role, generation: 1, twoRoles: false };
      await append({ kind: 'add', at: 1, ...person, ...keys });
      if (isDisabled) await append({ kind: 'suspend', at: 2, staffId });
    }
    admin.dispose();
    supervisor.dispose();
  });
  expect((await desk.unlock('supervisor')).alarms).toEqual([]);
  await desk.call('keys.rotateTierKeys', rotationOf(PINS.supervisor, await desk.proofOf('admin')));
  await atRest(desk, 'auto', async (store) => {
    const rows = await store.all<{
      readonly tier: 'contact' | 'identity';
      readonly epoch: number;
      readonly staffId: StaffId;
      readonly sealed: Uint8Array;
    }>(sql`SELECT tier, epoch, staff_id AS staffId, sealed FROM tier_grant WHERE epoch = 2`);
    const opens = away.map(({ staffId, receive }) =>
      rows
        .filter((row) => row.staffId === staffId)
        .filter(({ tier, epoch, sealed }) =>
          openGrant(receive, { vaultId, tier, epoch, staffId, generation: 1 }, sealed),
        )
        .map(({ tier }) => tier)
        .sort(),
    );
    expect(opens).toEqual([['contact'], ['contact', 'identity'], []]);
  });
});
