import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, HOUR_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';

describe.each(FEATURE_ENGINE_NAMES)('a shift on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;
  let personId: PersonId;
  beforeEach(async () => {
    clock = createFakeClock();
    desk = await createHarness({ engine, clock });
    personId = await desk.setUpWith(draftOf(7), 'receptionist');
  });

  const reveal = (reason: 'repair' | 'parcel' = 'repair') =>
    desk.call('people.reveal', revealOf(personId, 'phone', PINS.receptionist, { reason }));
  const read = () => desk.call('shift.read', {});

  it('counts what its person did over all their sign-ins, by the log, and what others did not', async () => {
    const since = clock.now();
    await desk.call('people.open', { personId });
    await reveal();
    await desk.codeOf('people.reveal', revealOf(personId, 'phone', '000111'));
    clock.advance(HOUR_MS);
    await desk.switchTo('supervisor');
    await desk.call('people.open', { personId });
    clock.advance(HOUR_MS);
    await desk.switchTo('receptionist');
    await reveal('parcel');
    const sheet = await read();
    expect(sheet).toMatchObject({
      staffName: 'Desk One',
      role: 'receptionist',
      since,
      until: clock.now(),
      openCopies: 0,
      moreReveals: false,
    });
    expect(sheet.counts).toMatchObject({ opened: 1, revealed: 2, wrongPins: 1, searches: 0 });
    expect(sheet.reveals.map(({ field, reason }) => [field, reason])).toEqual([
      ['phone', 'parcel'],
      ['phone', 'repair'],
    ]);
  });

  it('names no resident on its sheet', async () => {
    await reveal();
    const text = JSON.stringify(await read());
    expect(text).not.toContain(phoneOf(7).slice(-4));
    const { person } = { person: await desk.call('people.open', { personId }) };
    for (const hidden of [person.nameMask, person.rooms[0]?.label ?? '\0'])
      expect(text).not.toContain(hidden);
  });

  it('gives the head of the log, the one that the check of the log prints', async () => {
    await reveal();
    const { head } = await read();
    await desk.switchTo('supervisor');
    const { entries } = await desk.call('log.list', { before: null, limit: 50 });
    expect(entries.some(({ seq, action }) => seq === head.seq && action === 'reveal')).toBe(true);
    const own = await read();
    expect((await desk.call('log.verify', {})).headHash).toBe(own.head.hash);
  });

  it('ends when its person hands over, who and to whom in the log, and the next one begins with the sign-in after it', async () => {
    await reveal();
    expect(await desk.codeOf('shift.handOver', { next: 'f'.repeat(16) })).toBe('unknown-slot');
    expect(await desk.codeOf('shift.handOver', { next: await desk.slotOf('supervisor') })).toBe('ok');
    clock.advance(HOUR_MS);
    await desk.switchTo('supervisor');
    expect((await desk.logged('handover', 20))[0]).toMatchObject({
      staffName: 'Desk One',
      detail: { to: 'Super One' },
    });
    clock.advance(HOUR_MS);
    await desk.switchTo('receptionist');
    expect(await read()).toMatchObject({
      since: clock.now(),
      counts: { revealed: 0, opened: 0 },
      reveals: [],
    });
  });

  it('is sixteen hours at most, where nobody hands over', async () => {
    await reveal();
    await desk.lock();
    clock.advance(17 * HOUR_MS);
    await desk.unlock('receptionist');
    expect(await read()).toMatchObject({ since: clock.now(), counts: { revealed: 0 } });
  });
});
