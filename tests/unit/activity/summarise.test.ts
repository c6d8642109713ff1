/** The overview from what was counted: by the days and hours of the wall clock, against the usual. */
import { describe, expect, it } from 'vitest';
import { MAX_BARS, MEASURES, type Measure } from '../../../contract/activity/lists.ts';
import { REASONS } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { type ActivityFact, QUARTER_MS } from '../../../main/vault/activity/count-log.ts';
import { startOfWeeks, summarise } from '../../../main/vault/activity/summarise.ts';
import { isAboveUsual } from '../../../renderer/activity/above-usual.ts';
import { createRandom } from '../../support/desk-days/random.ts';

/** A Wednesday. */
const NOW = new Date(2026, 9, 14, 15, 7).getTime();
const LONG_AGO = new Date(2024, 0, 1).getTime();

const staffOf = (number: number): StaffId => String(number).padStart(16, '0') as StaffId;

/** So many days before today, at an hour. */
const at = (daysAgo: number, hour: number, minute = 0): number =>
  new Date(2026, 9, 14 - daysAgo, hour, minute).getTime();

const fact = (
  time: number,
  measure: Measure,
  count = 1,
  changes: Partial<ActivityFact> = {},
): ActivityFact => ({
  quarter: Math.floor(time / QUARTER_MS),
  measure,
  staffId: measure === 'reveal' ? staffOf(1) : null,
  reason: measure === 'reveal' ? 'repair' : null,
  count,
  ...changes,
});

const viewOf = (facts: readonly ActivityFact[], begun = LONG_AGO, now = NOW) =>
  summarise(facts, { now, begun, nameOf: (staffId) => `name of ${staffId}` });

/** In the morning one act a day, on Wednesdays as many as it is days ago; a hundred in the evening. */
const everyDay = (measure: Measure, days: number): readonly ActivityFact[] =>
  Array.from({ length: days }, (_, back) => back + 1).flatMap((back) => [
    fact(at(back, 9), measure, back % 7 === 0 ? back : 1),
    fact(at(back, 20), measure, 100),
  ]);

describe('today against the usual', () => {
  it('is the median of the same weekday of the last eight weeks, until this time of the day', () => {
    const { tiles, compared } = viewOf([...everyDay('search', 70), fact(at(0, 10), 'search', 6)]);
    expect(compared).toEqual({ by: 'weekday', days: 8 });
    // 7, 14, 21, 28 | 35, 42, 49, 56 before noon; the hundreds of the evening are still to come.
    expect(tiles.search).toEqual({ today: 6, usual: 31.5 });
  });

  it('is that of the last 28 days where the vault has not seen eight of these weekdays', () => {
    const { tiles, compared } = viewOf(everyDay('search', 50), at(50, 8));
    expect(compared).toEqual({ by: 'days', days: 28 });
    expect(tiles.search.usual).toBe(1);
  });

  it('is that of the whole days there are where the vault is younger', () => {
    expect(viewOf([], at(6, 17)).compared).toEqual({ by: 'days', days: 5 });
    expect(viewOf([], at(1, 17)).compared).toBeNull();
    expect(viewOf([], NOW)).toMatchObject({ compared: null, tiles: { search: { today: 0, usual: null } } });
  });

  it('takes a day on which nothing was done for one with nought', () => {
    expect(viewOf([fact(at(7, 9), 'verify', 9)]).tiles.verify).toEqual({ today: 0, usual: 0 });
  });

  it('counts the quarter of an hour that it is now, and nothing of the future', () => {
    const facts = [fact(at(0, 15, 1), 'open'), fact(at(0, 15, 20), 'open', 7), fact(at(-3, 9), 'open', 7)];
    const { tiles, weeks } = viewOf(facts);
    expect([tiles.open.today, weeks.at(-1)!.open]).toEqual([1, 1]);
  });

  it('stands out from half as much again on, and by five', () => {
    expect([isAboveUsual(4, 0), isAboveUsual(5, 0), isAboveUsual(15, 10), isAboveUsual(14, 10)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isAboveUsual(99, null)).toBe(false);
  });
});

describe('the pictures', () => {
  it('have the hours of the last 28 days by weekday, from Monday', () => {
    const facts = [
      fact(at(0, 9, 50), 'reveal', 2),
      fact(at(27, 0), 'reveal', 3),
      fact(at(28, 23), 'reveal', 50),
      fact(at(3, 9), 'open', 4),
    ];
    const { hours } = viewOf(facts);
    expect([hours.reveal[2]![9], hours.reveal[3]![0]]).toEqual([2, 3]);
    expect(hours.reveal.flat().reduce((sum, count) => sum + count)).toBe(5);
    expect(hours.open[6]![9]).toBe(4);
  });

  it('have the most first, by person and by reason, and add up who has no bar', () => {
    const facts = Array.from({ length: MAX_BARS + 3 }, (_, n) =>
      fact(at(2, 9), 'reveal', n + 1, { staffId: staffOf(n), reason: n % 2 === 0 ? 'fees' : 'other' }),
    );
    const { people, peopleBeyond, reasons } = viewOf(facts);
    expect(people).toHaveLength(MAX_BARS);
    expect(people[0]).toEqual({
      staffId: staffOf(MAX_BARS + 2),
      staffName: `name of ${staffOf(MAX_BARS + 2)}`,
      count: MAX_BARS + 3,
    });
    expect(peopleBeyond).toBe(1 + 2 + 3);
    expect(reasons.map(({ reason }) => reason)).toEqual(['fees', 'other']);
  });

  it('have twelve weeks from Monday, the last of them not over', () => {
    const { weeks } = viewOf([
      fact(at(2, 0), 'open', 5),
      fact(at(3, 23), 'open', 7),
      fact(startOfWeeks(NOW), 'reveal', 2),
      fact(startOfWeeks(NOW) - QUARTER_MS, 'reveal', 90),
    ]);
    expect(weeks).toHaveLength(12);
    expect(weeks.slice(-2)).toEqual([
      { from: '2026-10-05', reveal: 0, open: 7 },
      { from: '2026-10-12', reveal: 0, open: 5 },
    ]);
    expect(weeks[0]).toEqual({ from: '2026-07-27', reveal: 2, open: 0 });
    expect(weeks.reduce((sum, { reveal }) => sum + reveal, 0)).toBe(2);
  });
});

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'loses nothing and counts nothing twice, in whichever pieces it comes (seed %i)',
  (seed) => {
    const random = createRandom(seed);
    const facts = Array.from({ length: 3_000 }, () => {
      const measure = MEASURES[random.below(MEASURES.length)]!;
      const changes =
        measure === 'reveal'
          ? { staffId: staffOf(random.below(20)), reason: REASONS[random.below(REASONS.length)]! }
          : {};
      return fact(NOW - random.below(120 * 86_400_000), measure, 1 + random.below(9), changes);
    });
    const view = viewOf(facts);
    const sumOf = (measure: Measure, since: number): number =>
      facts
        .filter((one) => one.measure === measure && one.quarter * QUARTER_MS >= since)
        .reduce((sum, { count }) => sum + count, 0);
    const reveals = sumOf('reveal', at(27, 0));
    for (const measure of MEASURES) expect(view.tiles[measure].today).toBe(sumOf(measure, at(0, 0)));
    for (const one of ['reveal', 'open'] as const) {
      expect(view.weeks.reduce((sum, week) => sum + week[one], 0)).toBe(sumOf(one, startOfWeeks(NOW)));
      expect(view.hours[one].flat().reduce((sum, n) => sum + n)).toBe(sumOf(one, at(27, 0)));
    }
    expect(view.people.reduce((sum, { count }) => sum + count, view.peopleBeyond)).toBe(reveals);
    expect(view.reasons.reduce((sum, { count }) => sum + count, 0)).toBe(reveals);
    const split = facts.flatMap((one) => Array.from({ length: one.count }, () => ({ ...one, count: 1 })));
    expect(viewOf(split.toReversed())).toEqual(view);
  },
);
