/** A value is copied while it is shown and no longer, and every copy is an entry that names the field and holds no value. */
import { beforeEach, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

const PHONE = { field: 'phone', ordinal: 0 } as const;

let clock: FakeClock;
let desk: VaultHarness;
let personId: PersonId;
beforeEach(async () => {
  clock = createFakeClock();
  desk = await createHarness({ clock });
  personId = await desk.setUpWith(draftOf(5), 'receptionist');
});

const reveal = () =>
  desk.call('people.reveal', { personId, ...PHONE, why: { reason: 'repair' }, pin: PINS.receptionist });
const told = (): number => desk.hostCalls.filter((call) => call === 'copied').length;

it('is entered with resident and field each time, and tells main', async () => {
  await reveal();
  await desk.call('people.copy', { personId, ...PHONE });
  await desk.call('people.copy', { personId, ...PHONE });
  expect(told()).toBe(2);
  await desk.switchTo('supervisor');
  const copies = await desk.logged('copy', 20);
  expect(copies).toMatchObject([{ personId, field: 'phone', detail: null }, { personId }]);
  expect(JSON.stringify(copies)).not.toContain(phoneOf(5));
});

it('is refused for what is not shown: never revealed, another field, another ordinal, or twenty seconds later', async () => {
  const codes = [await desk.codeOf('people.copy', { personId, ...PHONE })];
  await reveal();
  codes.push(
    await desk.codeOf('people.copy', { personId, field: 'name', ordinal: 0 }),
    await desk.codeOf('people.copy', { personId, field: 'phone', ordinal: 1 }),
  );
  clock.advance(20_000);
  codes.push(await desk.codeOf('people.copy', { personId, ...PHONE }));
  expect([codes, told()]).toEqual([codes.map(() => 'not-found'), 0]);
});
