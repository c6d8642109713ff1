import { describe, expect, it } from 'vitest';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { generateSignPair } from '../../../main/vault/crypto/ed25519.ts';
import type { LogContent } from '../../../main/vault/log/canonical.ts';
import { NO_HASH } from '../../../main/vault/log/chain.ts';
import {
  MAX_SIGNATURE_BYTES,
  type SignerRoster,
  createSignatureChecker,
  signEntry,
  signPrepared,
} from '../../../main/vault/log/signatures.ts';
import { type EntrySigner, signerOfSlot } from '../../../main/vault/log/entry-signer.ts';
import { fc, forAll } from '../../support/for-all.ts';

const VAULT = new Uint8Array(16).fill(7);
const CLERK = 'a000000000000001' as StaffId;
const SUPERVISOR = 'a000000000000002' as StaffId;
const PAIRS = { [CLERK]: generateSignPair(), [SUPERVISOR]: generateSignPair() };
const by = (staffId: StaffId, rosterN = 5): EntrySigner =>
  signerOfSlot({ staffId, sign: PAIRS[staffId]! }, rosterN);

const ROSTER: SignerRoster = {
  keyAt: (staffId, rosterN) => (rosterN >= 5 && rosterN < 9 ? (PAIRS[staffId]?.publicKey ?? null) : null),
};

const reveal: LogContent = {
  seq: 3,
  segmentId: 1,
  time: 1_700_000_000_000,
  staffId: CLERK,
  cosignerId: null,
  action: 'reveal',
  personId: 12 as PersonId,
  field: 'phone',
  reason: 'repair',
  ticket: 'R-17',
  outcome: 'done',
  detail: null,
  prevHash: new Uint8Array(32).fill(3),
};
const cosigned: LogContent = { ...reveal, cosignerId: SUPERVISOR, field: 'idNumber' };
const openedFull: LogContent = { ...cosigned, action: 'open-full' };
const search: LogContent = {
  ...reveal,
  action: 'search',
  personId: null,
  field: null,
  reason: null,
  ticket: null,
};

const accepts = (row: LogContent, signature: Uint8Array | null, roster = ROSTER): boolean =>
  createSignatureChecker(VAULT, roster).next({ ...row, signature });

describe('the signature of an entry', () => {
  it('is made by whoever it names and has to sign, and by nobody else', () => {
    expect(accepts(reveal, signEntry(VAULT, reveal, [by(CLERK)]))).toBe(true);
    expect(accepts(cosigned, signEntry(VAULT, cosigned, [by(CLERK), by(SUPERVISOR)]))).toBe(true);
    expect(accepts(openedFull, signEntry(VAULT, openedFull, [by(SUPERVISOR)]))).toBe(true);
    expect(signEntry(VAULT, search, [])).toBeNull();
    expect(accepts(search, null)).toBe(true);
  });

  it('is not given up: an entry that needs it is not made without it', () => {
    expect(() => signEntry(VAULT, reveal, [])).toThrow('not signed by its staffId');
    expect(() => signEntry(VAULT, reveal, [by(SUPERVISOR)])).toThrow('not signed by its staffId');
    expect(() => signEntry(VAULT, cosigned, [by(CLERK)])).toThrow('not signed by its cosignerId');
    expect(() => signEntry(VAULT, openedFull, [by(CLERK)])).toThrow('not signed by its cosignerId');
    expect(() => signPrepared(VAULT, reveal, 2, [])).toThrow('not signed');
  });

  it('is not made once the request has ended and the key is zero', () => {
    const pair = generateSignPair();
    const signer = signerOfSlot({ staffId: CLERK, sign: pair }, 5);
    pair.privateKey.fill(0);
    expect(() => signEntry(VAULT, reveal, [signer])).toThrow('has ended');
  });

  it('holds for nothing but what was signed: no other column, vault, signer or roster entry', () => {
    const signature = signEntry(VAULT, cosigned, [by(CLERK), by(SUPERVISOR)])!;
    const others: readonly Partial<LogContent>[] = [
      { seq: 4 },
      { segmentId: 2 },
      { time: reveal.time + 1 },
      { staffId: SUPERVISOR, cosignerId: CLERK },
      { cosignerId: null },
      { personId: 13 as PersonId },
      { field: 'phone' },
      { reason: 'fees' },
      { ticket: null },
      { outcome: 'refused' },
      { detail: '\u001e{}' },
      { prevHash: NO_HASH },
    ];
    for (const changes of others)
      expect(accepts({ ...cosigned, ...changes }, signature), JSON.stringify(changes)).toBe(false);
    expect(createSignatureChecker(new Uint8Array(16).fill(8), ROSTER).next({ ...cosigned, signature })).toBe(
      false,
    );
    for (let at = 0; at < signature.length; at += 1) {
      const changed = Uint8Array.from(signature);
      changed[at]! ^= 1;
      expect(accepts(cosigned, changed), `byte ${at}`).toBe(false);
    }
  });

  it('holds only by a key that was theirs at that roster entry, which no later one goes back behind', () => {
    expect(accepts(reveal, signEntry(VAULT, reveal, [by(CLERK, 4)]))).toBe(false);
    expect(accepts(reveal, signEntry(VAULT, reveal, [by(CLERK, 9)]))).toBe(false);
    const checker = createSignatureChecker(VAULT, ROSTER);
    const later = { ...reveal, seq: 4 };
    expect(checker.next({ ...reveal, signature: signEntry(VAULT, reveal, [by(CLERK, 7)]) })).toBe(true);
    expect(checker.next({ ...later, signature: signEntry(VAULT, later, [by(CLERK, 6)]) })).toBe(false);
  });

  it('cannot be taken off: an unsigned deed is bad', () => {
    expect(accepts(reveal, null)).toBe(false);
  });

  it('made before the entry has its place holds behind the last entry of then, at its time, once', () => {
    const signature = signPrepared(VAULT, { ...reveal, action: 'staff-leave' }, 8, [by(CLERK)])!;
    const row = { ...reveal, action: 'staff-leave', signature } as const;
    const checker = createSignatureChecker(VAULT, ROSTER);
    for (const seq of [8, 73, 20_000]) expect(checker.next({ ...row, seq }), String(seq)).toBe(false);
    expect(accepts({ ...row, seq: 9, time: row.time + 1 }, signature)).toBe(false);
    expect(checker.next({ ...row, seq: 9, prevHash: NO_HASH })).toBe(true);
    expect(checker.next({ ...row, seq: 10 })).toBe(false);
    expect(accepts({ ...row, reason: 'other' }, signature)).toBe(false);
    expect(accepts({ ...row, action: 'staff-add' }, signature)).toBe(false);
  });

  it('that is any bytes holds for nothing, and is read without an error', () => {
    forAll(fc.uint8Array({ maxLength: MAX_SIGNATURE_BYTES + 2 }), (bytes) => {
      expect(accepts(reveal, bytes)).toBe(false);
    });
  });

  it('is checked on an action that there is not, which needs none', () => {
    const made = { ...search, action: 'constructor' as 'search' };
    expect(accepts(made, null)).toBe(true);
    expect(accepts(made, new Uint8Array(70))).toBe(false);
  });

  it('is needed for a change of a sealed field, and not for one of open fields', () => {
    const change = (field: string): LogContent => ({ ...reveal, action: 'edit', field });
    expect(signEntry(VAULT, change('room,sex'), [])).toBeNull();
    expect(() => signEntry(VAULT, change('room,phone'), [])).toThrow('not signed');
  });
});
