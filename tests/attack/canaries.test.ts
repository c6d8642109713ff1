/** Somebody at the desk wants to know which records are nobody's, to leave them alone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { phoneOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';

const NOBODY = { name: '罗秋萍', sex: 'female', phones: [phoneOf(91)], room: null } as const;

describe('the list of canary records', () => {
  let desk: VaultHarness;
  let canaryId: number;
  beforeEach(async () => {
    desk = await openDesk('admin');
    const { canaries } = await desk.call('canaries.make', {
      person: { ...NOBODY, phones: [...NOBODY.phones] },
      pin: PINS.admin,
      supervisor: await desk.proofOf('supervisor'),
    });
    canaryId = canaries[0]!.canaryId;
  });

  it.each(['receptionist', 'supervisor'] as const)('is told to no %s, whatever they ask', async (role) => {
    await desk.switchTo(role);
    const supervisor = await desk.proofOf('supervisor');
    const asked = [
      ['canaries.list', {}],
      ['canaries.make', { person: NOBODY, pin: PINS.admin, supervisor }],
      ['canaries.end', { canaryId, pin: PINS.admin }],
    ] as const;
    for (const [route, request] of asked) expect(await desk.codeOf(route, request)).toBe('not-allowed');
    for (const route of ['canaries.touches', 'canaries', 'canary.list', 'people.canaries'])
      expect(await desk.vault.handle(route, {})).toMatchObject({
        ok: false,
        error: { code: 'unknown-route' },
      });
  });

  it('is told to nobody who asks with a word too many', async () => {
    await desk.switchTo('receptionist');
    const { groups } = await desk.call('people.search', { text: '罗' });
    const { personId } = groups[0]!.rows[0]!;
    for (const more of [{ canary: true }, { canaries: 'all' }])
      expect(await desk.codeOf('people.open', { personId, ...more })).toBe('bad-request');
  });

  it('is told by no word of a reply to anybody at the desk', async () => {
    await desk.switchTo('receptionist');
    const found = await desk.call('people.search', { text: '罗' });
    const opened = await desk.call('people.open', { personId: found.groups[0]!.rows[0]!.personId });
    expect(JSON.stringify([found, opened])).not.toMatch(/canar/i);
    await desk.switchTo('supervisor');
    const { open } = await desk.call('alerts.list', {});
    expect(open).toMatchObject([{ kind: 'canary', personId: null, personMask: null, roomLabel: null }]);
  });
});
