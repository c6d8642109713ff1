import { expect, it } from 'vitest';
import type { SlotId, StaffId } from '../../../contract/ids.ts';
import { toBase64 } from '../../../main/vault/crypto/bytes.ts';
import { generateSignPair } from '../../../main/vault/crypto/ed25519.ts';
import { generateReceivePair } from '../../../main/vault/crypto/hpke.ts';
import { type SlotCopy, slotCopySchema } from '../../../main/vault/keys/header.ts';
import { dropCopiesOf, giveCopy, readCopy } from '../../../main/vault/keys/slot-copies.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { atEnd } from '../../support/at-end.ts';
import { newStore } from '../../support/new-store.ts';

const VAULT = 'a'.repeat(32);
const staffId = '00000000000000a1' as StaffId;

it('a copy of a slot opens at the desk that it is for, of the person and the keys that the roster has', async () => {
  const store = await newStore(chooseEngine('auto'));
  atEnd(() => store.close());
  const desks = [0, 1].map((desk) => ({ desk, receive: generateReceivePair() }));
  const keys = { receiveKey: generateReceivePair().publicKey, signKey: generateSignPair().publicKey };
  const copy: SlotCopy = slotCopySchema.parse({
    id: '00000000000000b1' as SlotId,
    staffId,
    generation: 2,
    kdf: { name: 'argon2id', memoryKiB: 65_536, time: 3, parallelism: 1, salt: toBase64(new Uint8Array(16)) },
    receiveKey: toBase64(keys.receiveKey),
    signKey: toBase64(keys.signKey),
    wrapped: toBase64(new Uint8Array(200)),
  });
  const to = desks.map(({ desk, receive }) => ({ desk, receiveKey: receive.publicKey }));
  await store.transaction((tx) => giveCopy(tx, VAULT, copy, to));
  const member = { staffId, generation: 2, ...keys };
  const read = (desk: number, of = member, vaultId = VAULT) =>
    readCopy(store, { vaultId, desk, receive: desks[desk]!.receive }, of);
  expect([await read(0), await read(1)]).toEqual([copy, copy]);
  const others = [
    { ...member, generation: 1 },
    { ...member, staffId: '00000000000000a2' as StaffId },
    { ...member, receiveKey: generateReceivePair().publicKey },
    { ...member, signKey: generateSignPair().publicKey },
  ];
  for (const other of others) expect(await read(0, other)).toBeNull();
  expect(await read(0, member, 'b'.repeat(32))).toBeNull();
  // Whoever moves rows about gets nobody in by them.
  const moved = { ...member, staffId: '00000000000000a2' as StaffId };
  await store.runAlone(sql`UPDATE slot_copy SET staff_id = ${moved.staffId} WHERE desk = 0`);
  expect(await read(0, moved)).toBeNull();
  await store.runAlone(sql`UPDATE slot_copy SET desk = 7 WHERE desk = 1`);
  expect(await readCopy(store, { vaultId: VAULT, desk: 7, receive: desks[1]!.receive }, member)).toBeNull();
  await store.transaction((tx) => dropCopiesOf(tx, staffId));
  await store.transaction((tx) => dropCopiesOf(tx, moved.staffId));
  expect(await store.get(sql`SELECT 1 FROM slot_copy`)).toBeUndefined();
});
