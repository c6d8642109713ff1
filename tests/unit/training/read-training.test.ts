/** Results of training from rows of the log: what nobody has signed, or somebody else, counts for nothing. */
import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../contract/ids.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import { generateSignPair } from '../../../main/vault/crypto/ed25519.ts';
import type { LogContent, LogRow } from '../../../main/vault/log/canonical.ts';
import { toHex } from '../../../main/vault/crypto/bytes.ts';
import { hashEntry } from '../../../main/vault/log/chain.ts';
import { encodeDetail } from '../../../main/vault/log/detail.ts';
import { signEntry } from '../../../main/vault/log/signatures.ts';
import { readTraining } from '../../../main/vault/training/read-training.ts';
import { signerOfSlot } from '../../../main/vault/log/entry-signer.ts';

const VAULT = new Uint8Array(16).fill(7);
const [CLERK, OTHER] = ['a000000000000001', 'a000000000000002'] as StaffId[] as [StaffId, StaffId];
const PAIRS = { [CLERK]: generateSignPair(), [OTHER]: generateSignPair() };
const keyAt = (staffId: StaffId) => PAIRS[staffId]?.publicKey ?? null;
const SESSION = { roster: { vaultId: toHex(VAULT), keyAt, keyOf: keyAt } };

const TAMPERED = { code: 'store-tampered' };

const PASSED: LogDetail<'training'> = {
  kind: 'full',
  right: 8,
  total: 8,
  passed: true,
  paper: '5e'.repeat(32),
  covers: [],
};
const content = (detail: LogDetail<'training'> = PASSED): LogContent => ({
  seq: 3,
  segmentId: 1,
  time: Date.UTC(2026, 2, 10, 1),
  staffId: CLERK,
  cosignerId: null,
  action: 'training',
  personId: null,
  field: null,
  reason: null,
  ticket: null,
  outcome: 'done',
  detail: encodeDetail('training', detail),
  prevHash: new Uint8Array(32),
});
const signed = (entry: LogContent, staffId: StaffId = CLERK): Uint8Array | null =>
  signEntry(VAULT, entry, [signerOfSlot({ staffId, sign: PAIRS[staffId]! }, 5)]);
async function doneBy(entry: LogContent, signature: Uint8Array | null) {
  const [said, tag] = [{ ...entry, signature }, new Uint8Array(32)];
  const row: LogRow = { ...said, tag, hash: hashEntry(VAULT, said, tag) };
  const store = { all: async () => [row] } as unknown as Parameters<typeof readTraining>[1];
  return (await readTraining(SESSION, store))(CLERK).done;
}

describe('results of training in the log', () => {
  it('count with the signature of whoever did it', async () => {
    expect(await doneBy(content(), signed(content()))).toEqual([{ at: content().time, ...PASSED }]);
  });

  it('count for nothing where nobody has signed them, though the log is of before', async () => {
    await expect(doneBy(content(), null)).rejects.toMatchObject(TAMPERED);
  });

  it('count for nothing once they say something else, or were signed for somebody else', async () => {
    const failed = content({ ...PASSED, right: 1, passed: false });
    await expect(doneBy(content(), signed(failed))).rejects.toMatchObject(TAMPERED);
    const others = { ...content(), staffId: OTHER };
    await expect(doneBy(content(), signed(others, OTHER))).rejects.toMatchObject(TAMPERED);
  });

  it('count for nothing where their detail is none', async () => {
    const broken = { ...content(), detail: '{"passed":true}' };
    expect(await doneBy(broken, signed(broken))).toEqual([]);
  });
});
