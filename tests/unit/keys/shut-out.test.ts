/** An admin who was shut out, or who has no slot since a recovery: no backup is sealed to their keys. The word of who was shut out on a store key counts no more. */
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { StaffId } from '../../../contract/ids.ts';
import { sealBackupKey } from '../../../main/vault/backup/backup-key.ts';
import { toBase64 } from '../../../main/vault/crypto/bytes.ts';
import { generateSignPair } from '../../../main/vault/crypto/ed25519.ts';
import { generateReceivePair } from '../../../main/vault/crypto/hpke.ts';
import type { Header } from '../../../main/vault/keys/header.ts';
import { storeKeySigners } from '../../../main/vault/keys/pins.ts';
import type { Roster, RosterMember, SignerId } from '../../../main/vault/keys/roster.ts';

const signKeys = new Map<SignerId, Uint8Array>();
function admin(id: string, suspended: boolean): RosterMember {
  const staffId = id.padStart(16, '0') as StaffId;
  const signKey = generateSignPair().publicKey;
  signKeys.set(staffId, signKey);
  return {
    staffId,
    displayName: id,
    role: 'admin',
    receiveKey: generateReceivePair().publicKey,
    signKey,
    generation: 1,
    twoRoles: false,
    since: 0,
    keysFrom: 2,
    suspended,
    scope: [],
  };
}
const [here, away, withoutSlot] = [admin('1', false), admin('2', true), admin('3', false)];
const roster = {
  members: new Map([here, away, withoutSlot].map((one) => [one.staffId, one])),
  recoveryKey: generateReceivePair().publicKey,
  keysOf: (id: SignerId) => [signKeys.get(id)].filter((key) => key !== undefined),
} as unknown as Roster;
const slotOf = ({ staffId, generation, receiveKey, signKey }: RosterMember) => ({
  staffId,
  generation,
  receiveKey: toBase64(receiveKey),
  signKey: toBase64(signKey),
});
const header = { slots: [here, away].map(slotOf) } as unknown as Header;

it('opens no backup that is made from then on, nor does one who has no slot', () => {
  const { admins } = sealBackupKey(
    { vaultId: 'a'.repeat(32), backupId: 'b'.repeat(32) },
    new Uint8Array(randomBytes(32)),
    { roster, header },
    { id: 'c'.repeat(32), secret: new Uint8Array(randomBytes(32)) },
  );
  expect(admins.map(({ staffId }) => staffId)).toEqual([here.staffId]);
});

it('is believed by nobody who was sealed a store key by them', () => {
  expect(storeKeySigners(roster, here.staffId)).not.toContainEqual(away.signKey);
});
