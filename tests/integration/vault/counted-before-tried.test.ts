/** A PIN is stretched while its try is being written down, and is held against its slot only when it is: a kill in between tells nothing. */
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import type * as Slots from '../../../main/vault/keys/slots.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { writtenBack } from '../../support/written-back.ts';

const steps: string[] = [];
vi.mock('../../../main/vault/keys/slots.ts', async (load) => {
  const slots = await load<typeof Slots>();
  return {
    ...slots,
    stretchPin: async (options: Parameters<typeof slots.stretchPin>[0]) => {
      const stretched = await slots.stretchPin(options);
      steps.push('stretched');
      return stretched;
    },
    openStretched: (...[header, stretched]: Parameters<typeof slots.openStretched>) => (
      steps.push('tried'),
      slots.openStretched(header, stretched)
    ),
  };
});

describe('a PIN whose try is not written down yet', () => {
  let desk: VaultHarness;
  let personId: PersonId;

  beforeEach(async () => {
    desk = await createHarness();
    personId = await desk.setUpWith(draftOf(7), 'receptionist');
    await writtenBack(desk);
  });

  const reveal = (pin: string): Promise<string> =>
    desk.codeOf('people.reveal', { personId, field: 'phone', ordinal: 0, why: { reason: 'repair' }, pin });
  const unlock = async (pin: string): Promise<string> =>
    desk.codeOf('session.unlock', { slotId: (await desk.proofOf('receptionist')).slotId, pin });

  it.each([
    ['a right one for a reveal', () => reveal(PINS.receptionist), 'ok'],
    ['a wrong one for a reveal', () => reveal('910273'), 'wrong-pin'],
    ['a right one at the lock screen', () => unlock(PINS.receptionist), 'ok'],
    ['a wrong one at the lock screen', () => unlock('910273'), 'wrong-pin'],
  ])('is not tried: %s', async (name, ask, answer) => {
    if (name.includes('lock screen')) await desk.lock();
    const release = desk.keychain.hold();
    steps.length = 0;
    const asked = ask();
    await Promise.all([desk.keychain.reached(), vi.waitFor(() => expect(steps).toEqual(['stretched']))]);
    await setImmediate();
    expect(steps).toEqual(['stretched']);
    release();
    expect(await asked).toBe(answer);
    expect(steps).toEqual(['stretched', 'tried']);
  });

  it('is not tried at all when it cannot be written down', async () => {
    desk.keychain.refusing = true;
    steps.length = 0;
    expect(await reveal(PINS.receptionist)).toBe('keychain-write-failed');
    expect(steps).toEqual(['stretched']);
  });
});
