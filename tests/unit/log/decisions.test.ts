/** Whoever has the store key writes into the log what they like to be gone by; without the right signature nothing is. */
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { ACTIONS, DECIDING_ACTIONS, type DecidingAction } from '../../../contract/log/entries.ts';
import type { SigningRule } from '../../../contract/log/signing.ts';
import type { LogContent, LogRow } from '../../../main/vault/log/canonical.ts';
import { decisionsIn } from '../../../main/vault/log/decisions.ts';
import { samplesOf } from '../../support/detail-samples.ts';
import { SIGNERS, contentOf, rosterOfSigners, rowOf, signatureOf } from '../../support/signed-rows.ts';

const ROLES = Object.keys(SIGNERS) as readonly Role[];
const newRoster = rosterOfSigners;
const sampleOf = (action: DecidingAction, staffId: StaffId): LogContent =>
  contentOf(action, samplesOf(action)[0]!, { staffId, personId: 12 as PersonId });

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
    const content = sampleOf(action, SIGNERS[role]);
    return codeOf(rowOf(content, signatureOf(role, content))) === 'taken';
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
      const content = sampleOf(action, SIGNERS[role]);
      expect(codeOf(rowOf(content, signatureOf(role, content)))).toBe('store-tampered');
    }
    const content = sampleOf(action, SIGNERS[roles[0]!]);
    const signature = signatureOf(roles[0]!, content);
    expect(codeOf(rowOf(content, null))).toBe('store-tampered');
    // Under the name of somebody who may, by the key of somebody else.
    const others = ROLES.find((role) => role !== roles[0])!;
    const another = { ...content, staffId: SIGNERS[others] };
    expect(codeOf(rowOf(content, signatureOf(others, another)))).toBe('store-tampered');
    // Written anew where it stands, with and without its own hash.
    expect(codeOf(rowOf({ ...content, reason: 'others' }, signature))).toBe('store-tampered');
    expect(codeOf({ ...rowOf(content, signature), reason: 'others' })).toBe('store-tampered');
  });

  it.each(DECIDING_ACTIONS)('%s is found out where it was written anew in place', (action) => {
    const content = sampleOf(action, SIGNERS.admin);
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
    const content = sampleOf('limits', SIGNERS.admin);
    const row = rowOf(content, signatureOf('admin', content));
    const roster = newRoster();
    expect([codeOf(row, roster), codeOf(row, roster)]).toEqual(['taken', 'taken']);
    expect(codeOf(row, { ...newRoster(), keyAt: () => null })).toBe('store-tampered');
  });
});
