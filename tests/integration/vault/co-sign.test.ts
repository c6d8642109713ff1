/** Which of two PINs was wrong is told neither in words nor by the time it takes: both are always tried. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import type * as Slots from '../../../main/vault/keys/slots.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';

const tried: string[] = [];
vi.mock('../../../main/vault/keys/slots.ts', async (load) => {
  const slots = await load<typeof Slots>();
  return {
    ...slots,
    openStretched: (...[header, stretched]: Parameters<typeof slots.openStretched>) => (
      tried.push(stretched.slot.role),
      slots.openStretched(header, stretched)
    ),
  };
});

describe('two PINs in one request', () => {
  let desk: VaultHarness;
  let personId: PersonId;

  beforeEach(async () => {
    desk = await createHarness();
    personId = await desk.setUpWith(draftOf(7), 'receptionist');
    tried.length = 0;
  });

  it.each([
    ['910273', PINS.supervisor],
    [PINS.receptionist, 'not-this-one'],
    ['910273', 'not-this-one'],
  ])('are both tried: %#', async (pin, second) => {
    const cosigner = { ...(await desk.proofOf('supervisor')), pin: second };
    await desk.answers(
      'wrong-pin-either',
      'people.reveal',
      revealOf(personId, 'idNumber', pin, { reason: 'repair' }, cosigner),
    );
    expect(tried).toEqual(['receptionist', 'supervisor']);
  });
});
