/** The overview of a whole vault: what the desk did stands in it, and nothing of anybody. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivityView } from '../../../contract/activity/routes.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { type Limits, NO_LIMITS } from '../../../contract/limits/lists.ts';
import type { Clock } from '../../../main/vault/clock.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';

const TWO_RECORDS: Limits = {
  ...NO_LIMITS,
  quotas: {
    ...NO_LIMITS.quotas,
    receptionist: { ...NO_LIMITS.quotas.receptionist, open: { hour: 2, shift: 0, day: 0 } },
  },
};

describe.each(FEATURE_ENGINE_NAMES)('the overview on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;
  let personId: PersonId;
  /** Every look at it takes longer than a request may. */
  let isSlow: boolean;
  beforeEach(async () => {
    isSlow = false;
    clock = createFakeClock(new Date(2026, 0, 5, 10).getTime());
    const slowClock: Clock = {
      now: clock.now,
      monotonic: () => {
        if (isSlow) clock.advance(1_000);
        return clock.monotonic();
      },
    };
    desk = await createHarness({ engine, clock: slowClock, usualLimits: TWO_RECORDS });
    personId = await desk.setUpWith(draftOf(5), 'receptionist');
  });

  const read = async (): Promise<ActivityView> => {
    const reply = await desk.call('activity.read', {});
    if (reply.state === 'counting') throw new Error('it is not counted at once');
    return reply.view;
  };
  const work = async (): Promise<void> => {
    await desk.call('people.open', { personId });
    await desk.call('people.verify', { personId, kind: 'phone', said: phoneOf(5), pin: PINS.receptionist });
    await desk.call(
      'people.reveal',
      revealOf(personId, 'phone', PINS.receptionist, { reason: 'other', words: `called from ${phoneOf(7)}` }),
    );
  };

  it('has what the desk did today, by hour, person, reason and week', async () => {
    await work();
    await desk.codeOf('people.reveal', revealOf(personId, 'phone', '000000'));
    await desk.call('people.open', { personId });
    expect(await desk.codeOf('people.open', { personId })).toBe('limit-reached');
    await desk.switchTo('supervisor');
    const view = await read();
    expect(view.tiles).toMatchObject({
      open: { today: 2, usual: null },
      verify: { today: 1 },
      reveal: { today: 1 },
      denied: { today: 1 },
      limit: { today: 1 },
    });
    // 5 January 2026 is a Monday.
    expect([view.hours.reveal[0]![10], view.hours.open[0]![10]]).toEqual([1, 2]);
    expect(view.people.map(({ staffName, count }) => [staffName, count])).toEqual([['Desk One', 1]]);
    expect(view.reasons).toEqual([{ reason: 'other', count: 1 }]);
    expect(view.weeks.at(-1)).toEqual({ from: '2026-01-05', reveal: 1, open: 2 });
    expect(view.compared).toBeNull();
  });

  it('has no value, nobody of the residents and no words that somebody typed', async () => {
    await work();
    await desk.switchTo('admin');
    const text = JSON.stringify(await read());
    for (const kept of [phoneOf(5), phoneOf(7), 'called', '*', draftOf(5).name])
      expect(text).not.toContain(kept);
  });

  it('is for supervisors and admins', async () => {
    expect(await desk.codeOf('activity.read', {})).toBe('not-allowed');
    await desk.switchTo('admin');
    expect(await desk.codeOf('activity.read', {})).toBe('ok');
  });

  it('counts on from what it has counted, each act once, and compares with the days before', async () => {
    await desk.switchTo('supervisor');
    const searches = async (): Promise<unknown> => {
      await desk.call('people.open', { personId });
      return (await read()).tiles.open;
    };
    expect([await searches(), await searches()]).toEqual([
      { today: 1, usual: null },
      { today: 2, usual: null },
    ]);
    await desk.call('people.open', { personId });
    await Promise.all([read(), read()]);
    expect((await read()).tiles.open.today).toBe(3);
    for (let day = 0; day < 2; day++) {
      await desk.lock();
      clock.advance(DAY_MS);
      await desk.unlock('supervisor');
      await searches();
    }
    const view = await read();
    expect(view.compared).toEqual({ by: 'days', days: 1 });
    expect(view.tiles.open).toEqual({ today: 1, usual: 1 });
  });

  it('answers how far it has come where its time is over, and goes on from there', async () => {
    await work();
    await desk.switchTo('supervisor');
    isSlow = true;
    const first = await desk.call('activity.read', {});
    isSlow = false;
    expect(first).toMatchObject({ state: 'counting' });
    expect((await read()).tiles.reveal.today).toBe(1);
  });

  it('writes nothing into the log', async () => {
    await desk.switchTo('supervisor');
    const entries = async (): Promise<number> => {
      const { entries: listed } = await desk.call('log.list', { before: null, limit: 1 });
      return listed[0]!.seq;
    };
    const before = await entries();
    await read();
    expect(await entries()).toBe(before + 1);
  });
});
