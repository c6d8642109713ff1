/** Replaced values: thirty days sealed, put back by a supervisor unseen, then gone. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf, verifyOf } from '../../support/requests-of.ts';

const WHY = { reason: 'correction' } as const;

describe.each(FEATURE_ENGINE_NAMES)('replaced values on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;
  let person: MaskedPerson;

  beforeEach(async () => {
    clock = createFakeClock();
    desk = await createHarness({ engine, clock });
    const personId = await desk.setUpWith(draftOf(1));
    await replacePhone(personId);
  });

  const key = () => ({ personId: person.personId, version: person.version });
  const proof = { pin: PINS.supervisor, why: WHY };
  async function replacePhone(personId: MaskedPerson['personId']): Promise<void> {
    person = await desk.call('people.open', { personId });
    person = await desk.call('people.edit', {
      ...key(),
      changes: { sealed: [{ field: 'phone', ordinal: 0, value: phoneOf(2) }] },
      proof,
    });
  }
  const list = async () => (await desk.call('people.replaced', { personId: person.personId })).values;
  const found = async (text: string): Promise<number> =>
    (await desk.call('people.search', { text })).groups.flatMap(({ rows }) => rows).length;
  const phoneMask = () => person.fields.find(({ field }) => field === 'phone')?.mask;

  it('are listed by their masks, with the day until which they can come back', async () => {
    const [value, ...others] = await list();
    expect(others).toEqual([]);
    expect(value).toMatchObject({
      field: 'phone',
      ordinal: 0,
      mask: '141****0001',
      replacedAt: clock.now(),
      until: clock.now() + 30 * DAY_MS,
    });
    expect(JSON.stringify(value)).not.toContain(phoneOf(1));
  });

  it('come back to their place, found and revealed as before; what stood there waits in its turn', async () => {
    const [value] = await list();
    const reply = await desk.call('people.restore', {
      ...key(),
      valueId: value!.valueId,
      pin: PINS.supervisor,
      why: WHY,
    });
    expect(JSON.stringify(reply)).not.toContain(phoneOf(1));
    person = reply;
    expect(phoneMask()).toBe('141****0001');
    expect([await found(phoneOf(1)), await found(phoneOf(2))]).toEqual([1, 0]);
    expect((await list()).map(({ mask }) => mask)).toEqual(['141****0002']);
    const shown = await desk.call('people.reveal', revealOf(person.personId, 'phone', PINS.supervisor));
    expect(shown.value).toBe(phoneOf(1));
    const { entries } = await desk.call('log.list', { before: null, limit: 30 });
    expect(entries.find((entry) => entry.action === 'restore')).toMatchObject({
      field: 'phone',
      reason: 'correction',
      personId: person.personId,
    });
    expect(entries.find((entry) => entry.action === 'replaced-list')).toMatchObject({
      personId: person.personId,
    });
    for (const planted of [phoneOf(1), phoneOf(2)]) expect(JSON.stringify(entries)).not.toContain(planted);
  });

  it('tell duplicates again once they are back: the tag is there', async () => {
    const [value] = await list();
    person = await desk.call('people.restore', {
      ...key(),
      valueId: value!.valueId,
      pin: PINS.supervisor,
      why: WHY,
    });
    person = await desk.call('people.edit', {
      ...key(),
      changes: { sealed: [{ field: 'idNumber', ordinal: 0, value: null }] },
      proof,
    });
    const removed = (await list()).find(({ field }) => field === 'idNumber');
    person = await desk.call('people.restore', {
      ...key(),
      valueId: removed!.valueId,
      pin: PINS.supervisor,
      why: WHY,
    });
    expect(person.fields.find(({ field }) => field === 'idNumber')?.mask).toMatch(/^4\*{16}.$/);
    expect(
      await desk.call('people.verify', verifyOf(person.personId, 'phone', phoneOf(1), PINS.supervisor)),
    ).toMatchObject({ match: true });
  });

  it('are put back by nobody but a supervisor with the right PIN, from the version they were listed with', async () => {
    const [value] = await list();
    const request = { ...key(), valueId: value!.valueId, pin: PINS.supervisor, why: WHY };
    expect(await desk.codeOf('people.restore', { ...request, pin: 'not-the-pin' })).toBe('wrong-pin');
    await desk.answers('changed-meanwhile', 'people.restore', { ...request, version: request.version - 1 });
    await desk.answers('not-found', 'people.restore', { ...request, valueId: value!.valueId + 100 });
    await desk.answers('invalid-value', 'people.restore', { ...request, why: { reason: 'other' } });
    await desk.switchTo('receptionist');
    expect([
      await desk.codeOf('people.replaced', { personId: person.personId }),
      await desk.codeOf('people.restore', request),
    ]).toEqual(['not-allowed', 'not-allowed']);
  });

  it('are gone after thirty days: not listed, not put back, and at the next sign-in not there', async () => {
    const [value] = await list();
    const request = { ...key(), valueId: value!.valueId, pin: PINS.supervisor, why: WHY };
    clock.advance(30 * DAY_MS - 1);
    expect(await list()).toHaveLength(1);
    clock.advance(2);
    expect(await list()).toEqual([]);
    expect(await desk.codeOf('people.restore', request)).toBe('not-found');
    await desk.switchTo('supervisor');
    clock.setBy(-2 * DAY_MS);
    // Were it still in the store, a clock put back would bring it to light.
    expect(await list()).toEqual([]);
  });
});
