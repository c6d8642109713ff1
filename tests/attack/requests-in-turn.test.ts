/** What a client without checks gains by requests that wait for one another, and by a slot that is cheap to guess at. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StaffSlot } from '../../main/vault/keys/header.ts';
import { changePolicy } from '../../main/vault/policy/change-policy.ts';
import { NEVER_ABORTED } from '../../main/vault/long-work/long-work.ts';
import { addStaff } from '../../main/vault/staff/change-staff.ts';
import { type BareSession, openBareSession } from '../support/bare-session.ts';
import { NEWCOMER_PINS } from '../support/staff-desk.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

let desk: VaultHarness;
let admin: BareSession;
beforeEach(async () => {
  desk = await createHarness();
  await desk.setUp();
  const { displayName } = (await desk.people()).find(({ role }) => role === 'admin')!;
  await desk.vault.close();
  admin = await openBareSession(desk, displayName, PINS.admin);
});
afterEach(() => admin.close());

it('of two choices of masks that are sent together one is made, and the other one refused, not undone by it', async () => {
  const { session } = admin;
  const work = { signal: NEVER_ABORTED, tell: () => undefined };
  const choose = (masks: object) =>
    changePolicy(session, { masks, words: 'stricter', pin: PINS.admin }, work);
  const answers = await Promise.allSettled([choose({ phone: 'hidden' }), choose({ 'id-number': 'hidden' })]);
  expect(answers.map((answer) => (answer.status === 'rejected' ? answer.reason.code : 'made'))).toEqual([
    'made',
    'changed-meanwhile',
  ]);
  expect(session.policy.masks).toMatchObject({ phone: 'hidden' });
  expect(session.policy.masks['id-number']).not.toBe('hidden');
});

it('of two right PINs that are sent at once one signs in and the other one is refused: one log on one anchor', async () => {
  await admin.close();
  await desk.start();
  const proofs = await Promise.all([desk.proofOf('receptionist'), desk.proofOf('supervisor')]);
  const answers = await Promise.all(proofs.map((proof) => desk.codeOf('session.unlock', proof)));
  expect(answers).toEqual(['ok', 'not-allowed']);
  expect((await desk.call('vault.status', {})).signedIn?.role).toBe('receptionist');
  await desk.switchTo('supervisor');
  expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
  expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
});

it('a newcomer gets a slot as costly to guess at as the costliest, however cheap that of whoever lets them in', async () => {
  const { session } = admin;
  const { header, signedIn } = session;
  const [supervisor, receptionist] = (['supervisor', 'receptionist'] as const).map((wanted) =>
    header.slots.find(({ role }) => role === wanted)!,
  ) as [StaffSlot, StaffSlot];
  const costly =
    (id: string) =>
    (slot: StaffSlot): StaffSlot =>
      slot.id === id ? { ...slot, kdf: { ...slot.kdf, time: slot.kdf.time + 2 } } : slot;
  session.header = { ...header, slots: header.slots.map(costly(receptionist.id)) };
  const own = header.slots.find(({ id }) => id === signedIn.slotId)!;
  await addStaff(session, {
    name: 'Desk Two',
    role: 'receptionist',
    twoRoles: false,
    newPin: NEWCOMER_PINS.receptionist,
    pin: PINS.admin,
    second: { slotId: supervisor.id, pin: PINS.supervisor },
  });
  const added = session.header.slots.find(({ displayName }) => displayName === 'Desk Two')!;
  expect(added.kdf.time).toBe(own.kdf.time + 2);
});
