/** What a day brings by itself: at the sign-in, and in a session that runs over midnight. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MaskedPerson } from '../../../contract/views.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import type { FakeClock } from '../../support/fake-clock.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import type { VaultHarness } from '../../support/vault-harness.ts';
import { createHarness, PINS } from '../../support/vault-harness.ts';

const DAY = 86_400_000;

describe.each(FEATURE_ENGINE_NAMES)('a new day on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;
  let person: MaskedPerson;

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    clock = createFakeClock();
    desk = await createHarness({ engine, clock });
    person = await desk.call('people.open', { personId: await desk.setUpWith(draftOf(1)) });
    person = await desk.call('people.edit', {
      ...key(),
      changes: { sealed: [{ field: 'phone', ordinal: 0, value: phoneOf(2) }] },
      proof: { pin: PINS.supervisor, why: { reason: 'correction' } },
    });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await desk.dispose();
  });

  const key = () => ({ personId: person.personId, version: person.version });
  const lease = async (until: number): Promise<void> =>
    void (person = await desk.call('records.add', {
      ...key(),
      record: { kind: 'lease', room: '5-1-302', until: dayOf(until) },
    }));
  const leases = async () =>
    (await desk.call('people.open', { personId: person.personId })).records
      .filter((record) => record.kind === 'lease')
      .map((record) => 'ended' in record && record.ended);
  const replaced = async () =>
    (await desk.call('people.replaced', { personId: person.personId })).values.length;
  const days = async () =>
    (await desk.call('log.list', { before: null, limit: 60 })).entries
      .filter(({ action }) => action === 'new-day')
      .map(({ detail, staffName }) => [detail, staffName]);
  /** A minute of the vault's own timer. What it began stands in the log's turn before whatever is asked next. */
  const minute = (): void => void vi.advanceTimersByTime(60_000);

  it('lets go of what was kept for thirty days, and ends what was to end, in a session that runs over midnight', async () => {
    await lease(clock.now() + 31 * DAY);
    await lease(clock.now() + 32 * DAY);
    minute();
    expect([await leases(), await days()]).toEqual([[false, false], []]);
    clock.advance(31 * DAY);
    minute();
    expect((await leases()).toSorted()).toEqual([false, true]);
    expect(await days()).toEqual([['ended 1, let go 1', 'Super One']]);
    clock.setBy(-2 * DAY);
    // Were it still in the store, a clock put back would bring it to light.
    expect(await replaced()).toBe(0);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });

  it('is seen to once, and has no entry where it changes nothing', async () => {
    clock.advance(DAY);
    minute();
    expect([await days(), await replaced()]).toEqual([[], 1]);
    await lease(clock.now() + DAY);
    clock.advance(DAY);
    minute();
    minute();
    expect(await days()).toEqual([['ended 1, let go 0', 'Super One']]);
  });

  it('is seen to at the sign-in, with the same entry', async () => {
    await lease(clock.now() + DAY);
    clock.advance(DAY);
    await desk.switchTo('supervisor');
    expect([await leases(), await days()]).toEqual([[true], [['ended 1, let go 0', 'Super One']]]);
  });
});
