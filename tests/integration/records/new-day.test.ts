/** What a day brings by itself: at the sign-in, and in a session that runs over midnight. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

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
  afterEach(() => void vi.useRealTimers());

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
    (await desk.logged('new-day', 60)).map(({ detail, staffName }) => [detail, staffName]);
  /** A minute of the vault's own timer. What it began stands in the log's turn before whatever is asked next. */
  const minute = (): void => void vi.advanceTimersByTime(60_000);

  it('lets go of what was kept for thirty days, in a session that runs over midnight', async () => {
    minute();
    expect([await days(), await replaced()]).toEqual([[], 1]);
    clock.advance(31 * DAY_MS);
    minute();
    // Nothing but the clock says so yet: what was just asked is the first entry of that day.
    expect(await days()).toEqual([]);
    clock.advance(DAY_MS);
    minute();
    expect(await days()).toEqual([[{ pruned: 1 }, 'Super One']]);
    clock.setBy(-2 * DAY_MS);
    // Were it still in the store, a clock put back would bring it to light.
    expect(await replaced()).toBe(0);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });

  it('is seen to once, and has no entry where it changes nothing', async () => {
    await lease(clock.now() + DAY_MS);
    clock.advance(DAY_MS);
    minute();
    minute();
    expect([await days(), await replaced()]).toEqual([[], 1]);
  });

  it('is seen to at a sign-in, with the same entry, and not at the first behind a jump of the clock', async () => {
    clock.advance(31 * DAY_MS);
    await desk.switchTo('supervisor');
    expect(await days()).toEqual([]);
    await desk.switchTo('supervisor');
    expect([await replaced(), await days()]).toEqual([0, [[{ pruned: 1 }, 'Super One']]]);
  });

  it('ends what was to end, without a sign-in, a timer or a write: what is over follows from its date', async () => {
    await lease(clock.now() + DAY_MS);
    await lease(clock.now() + 2 * DAY_MS);
    expect(await leases()).toEqual([false, false]);
    clock.advance(DAY_MS);
    expect((await leases()).toSorted()).toEqual([false, true]);
    clock.setBy(-DAY_MS);
    expect(await leases()).toEqual([false, false]);
  });

  describe('of somebody who moves out on it', () => {
    const until = () => dayOf(clock.now() + DAY_MS);
    const found = async (text: string) =>
      (await desk.call('people.search', { text })).groups.flatMap(({ kind, rows }) =>
        rows.map(({ personId, roomLabel, former }) => ({ kind, personId, roomLabel, former })),
      );

    beforeEach(async () => {
      const occupancy = person.records.find(({ kind }) => kind === 'occupancy');
      person = await desk.call('records.end', {
        ...key(),
        kind: 'occupancy',
        recordId: occupancy!.recordId,
        on: until(),
      });
    });

    it('the search knows them as a former occupant from midnight on, by room and by name', async () => {
      const label = person.records.find((record) => record.kind === 'occupancy')!;
      const text = 'room' in label ? label.room.label : '';
      const before = await found(text);
      expect(before.filter((row) => row.personId === person.personId)).toMatchObject([
        { kind: 'room', former: false, roomLabel: text },
      ]);
      clock.advance(DAY_MS);
      expect((await found(text)).filter((row) => row.personId === person.personId)).toMatchObject([
        { kind: 'room', former: true, roomLabel: text },
      ]);
      // By another way the list shows no room that they have left, also before its columns are read anew.
      const byPhone = await found(phoneOf(2).slice(-4));
      expect(byPhone.filter((row) => row.personId === person.personId)).toMatchObject([{ roomLabel: null }]);
      minute();
      expect((await found(phoneOf(2).slice(-4))).filter((row) => row.personId === person.personId)).toEqual(
        byPhone,
      );
    });

    it('the room is empty from midnight on: on its page and in its search', async () => {
      const { room } = person.records.find((record) => record.kind === 'occupancy')! as {
        room: { label: string; roomId: RoomId };
      };
      const answers = async () => [
        (await desk.call('rooms.find', { text: room.label })).rooms.map(({ livedIn }) => livedIn),
        (await desk.call('rooms.open', { roomId: room.roomId })).people.map(({ ended }) => ended),
      ];
      expect(await answers()).toEqual([[true], [false]]);
      clock.advance(DAY_MS);
      expect(await answers()).toEqual([[false], [true]]);
    });

    it('they can come back, and live there once at a time', async () => {
      const { room } = person.records.find((record) => record.kind === 'occupancy')! as {
        room: { label: string };
      };
      const again = () =>
        desk.call('records.add', {
          ...key(),
          record: { kind: 'occupancy', room: room.label, relation: relationOf(person) },
        });
      await expect(again()).rejects.toThrow('already-there');
      clock.advance(DAY_MS);
      person = await again();
      await expect(again()).rejects.toThrow('already-there');
    });
  });
});

const relationOf = (person: MaskedPerson) => {
  const occupancy = person.records.find((record) => record.kind === 'occupancy');
  return occupancy?.kind === 'occupancy' ? occupancy.relation : 'owner';
};
