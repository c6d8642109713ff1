/** Whoever has the store key writes into the log what they like to be gone by; without the right signature nothing is. */
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { ACTIONS, DECIDING_ACTIONS, type DecidingAction } from '../../../contract/log/entries.ts';
import type { SigningRule } from '../../../contract/log/signing.ts';
import { toHex } from '../../../main/vault/crypto/bytes.ts';
import { generateSignPair } from '../../../main/vault/crypto/ed25519.ts';
import type { LogContent, LogRow } from '../../../main/vault/log/canonical.ts';
import { NO_HASH, hashEntry, tagEntry } from '../../../main/vault/log/chain.ts';
import { type DecisionRoster, decisionsIn } from '../../../main/vault/log/decisions.ts';
import { encodeDetail } from '../../../main/vault/log/detail.ts';
import { signerOfSlot } from '../../../main/vault/log/entry-signer.ts';
import { signEntry } from '../../../main/vault/log/signatures.ts';
import { samplesOf } from '../../support/detail-samples.ts';

const VAULT = new Uint8Array(16).fill(7);
const KEY = new Uint8Array(32).fill(9);
const STAFF = {
  receptionist: 'a000000000000001' as StaffId,
  supervisor: 'a000000000000002' as StaffId,
  admin: 'a000000000000003' as StaffId,
} as const satisfies Record<Role, StaffId>;
const ROLES = Object.keys(STAFF) as readonly Role[];
const PAIRS = new Map(ROLES.map((role) => [STAFF[role], generateSignPair()]));
const keyAt = (staffId: StaffId): Uint8Array | null => PAIRS.get(staffId)?.publicKey ?? null;
const newRoster = (): DecisionRoster => ({
  vaultId: toHex(VAULT),
  keyAt,
  keyOf: (staffId, role) => (STAFF[role] === staffId ? keyAt(staffId) : null),
});

const contentOf = (action: DecidingAction, staffId: StaffId): LogContent => ({
  seq: 3,
  segmentId: 1,
  time: 1_700_000_000_000,
  staffId,
  cosignerId: null,
  action,
  personId: 12 as PersonId,
  field: null,
  reason: 'words',
  ticket: null,
  outcome: 'done',
  detail: encodeDetail(action, samplesOf(action)[0]!),
  prevHash: NO_HASH,
});

function rowOf(content: LogContent, signature: Uint8Array | null): LogRow {
  const signed = { ...content, signature };
  const tag = tagEntry(VAULT, signed, KEY);
  return { ...signed, tag, hash: hashEntry(VAULT, signed, tag) };
}

const signedBy = (role: Role, content: LogContent): Uint8Array | null =>
  signEntry(VAULT, content, [signerOfSlot({ staffId: STAFF[role], sign: PAIRS.get(STAFF[role])! }, 5)]);

/** Why it does not count; `taken` where it does. */
function codeOf(row: LogRow, roster = newRoster()): string {
  try {
    return decisionsIn({ roster }, [row], [row.action as DecidingAction]).length === 1 ? 'taken' : 'left out';
  } catch (error) {
    return String((error as { readonly code?: string }).code);
  }
}

const needsSignature = (action: DecidingAction): boolean => {
  const rule: SigningRule = ACTIONS[action].signing;
  return (typeof rule === 'function' ? rule({ field: null, outcome: 'done' }) : rule) !== 'free';
};
const SIGNED = DECIDING_ACTIONS.filter(needsSignature);
/** Roles whose own signature makes an entry of the action count. */
const rolesOf = (action: DecidingAction): readonly Role[] =>
  ROLES.filter((role) => {
    const content = contentOf(action, STAFF[role]);
    return codeOf(rowOf(content, signedBy(role, content))) === 'taken';
  });

describe('an entry that the vault goes by', () => {
  it('is one of many, nearly all of which somebody has to sign', () => {
    expect(SIGNED.length).toBeGreaterThan(25);
    expect(DECIDING_ACTIONS.filter((action) => !needsSignature(action)).toSorted()).toEqual([
      'alert',
      'emergency-end',
      'second-log',
      'training-practice',
    ]);
  });

  it.each(SIGNED)('%s counts by the signature of a role that may do it, and by no other', (action) => {
    const roles = rolesOf(action);
    expect(roles.length).toBeGreaterThan(0);
    for (const role of ROLES.filter((one) => !roles.includes(one))) {
      const content = contentOf(action, STAFF[role]);
      expect(codeOf(rowOf(content, signedBy(role, content)))).toBe('store-tampered');
    }
    const content = contentOf(action, STAFF[roles[0]!]);
    const signature = signedBy(roles[0]!, content);
    expect(codeOf(rowOf(content, null))).toBe('store-tampered');
    // Under the name of somebody who may, by the key of somebody else.
    const others = ROLES.find((role) => role !== roles[0])!;
    const another = { ...content, staffId: STAFF[others] };
    expect(codeOf(rowOf(content, signedBy(others, another)))).toBe('store-tampered');
    // Written anew where it stands, with and without its own hash.
    expect(codeOf(rowOf({ ...content, reason: 'others' }, signature))).toBe('store-tampered');
    expect(codeOf({ ...rowOf(content, signature), reason: 'others' })).toBe('store-tampered');
  });

  it.each(DECIDING_ACTIONS)('%s is found out where it was written anew in place', (action) => {
    const content = contentOf(action, STAFF.admin);
    expect(codeOf({ ...rowOf(content, null), time: 1 })).toBe('store-tampered');
  });

  it('is chosen by an admin where it is a limit, a reason, a rule or a place, and acknowledged by a supervisor', () => {
    for (const action of [
      'reasons',
      'retention-rules',
      'training-rule',
      'second-log-choice',
      'staff-link',
    ] as const)
      expect(rolesOf(action), action).toEqual(['admin']);
    for (const action of ['alert-seen', 'emergency-seen', 'acknowledge', 'merge', 'merge-undo'] as const)
      expect(rolesOf(action), action).toEqual(['supervisor']);
    for (const action of ['hold', 'recall', 'estate-transfer-stop', 'limit-override', 'import'] as const)
      expect(rolesOf(action), action).not.toContain('receptionist');
  });

  it('is checked anew under another roster, though it held under the one before', () => {
    const content = contentOf('limits', STAFF.admin);
    const row = rowOf(content, signedBy('admin', content));
    const roster = newRoster();
    expect([codeOf(row, roster), codeOf(row, roster)]).toEqual(['taken', 'taken']);
    expect(codeOf(row, { ...newRoster(), keyAt: () => null })).toBe('store-tampered');
  });
});
