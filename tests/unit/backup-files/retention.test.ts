import { describe, expect, it } from 'vitest';
import {
  goneBy,
  KEPT_DAYS,
  KEPT_MONTHS,
  KEPT_WEEKS,
  mayGo,
} from '../../../main/vault/backup-files/retention.ts';
import { fc, forAll } from '../../support/for-all.ts';

const DAY = 86_400_000;
const NOW = new Date(2026, 10, 25, 15).getTime();
const dayOf = (at: number): string => new Date(at).toDateString();
const stays = (made: readonly number[], now: number): readonly number[] =>
  made.filter((at) => !mayGo(made, now).includes(at));

/** Times of three years, some of one day, some from a clock that was ahead. */
const times = fc.array(
  fc.oneof(
    fc.integer({ min: NOW - 1100 * DAY, max: NOW + 40 * DAY }),
    fc.integer({ min: NOW - 2 * DAY, max: NOW }),
  ),
  { maxLength: 60 },
);

describe('of the backups that there are', () => {
  it('the newest one stays, and no more than seven days, four weeks and twelve months ask for', () => {
    forAll(times, (made) => {
      const past = stays(made, NOW).filter((at) => at <= NOW);
      const newest = Math.max(...made.filter((at) => at <= NOW));
      if (Number.isFinite(newest)) expect(past).toContain(newest);
      expect(new Set(past.filter((at) => NOW - at >= DAY)).size).toBeLessThanOrEqual(
        KEPT_DAYS + KEPT_WEEKS + KEPT_MONTHS,
      );
    });
  });

  it('the last of each of the newest seven days stays', () => {
    forAll(times, (made) => {
      const days = new Map<string, number>();
      for (const at of made.filter((one) => one <= NOW).sort((a, b) => b - a))
        if (!days.has(dayOf(at))) days.set(dayOf(at), at);
      expect(stays(made, NOW)).toEqual(expect.arrayContaining([...days.values()].slice(0, KEPT_DAYS)));
    });
  });

  it('nothing of the last twenty-four hours goes, however many there are', () => {
    forAll(times, (made) => {
      for (const at of mayGo(made, NOW)) expect(NOW - at).toBeGreaterThanOrEqual(DAY);
    });
  });

  it('nothing from the future goes: a clock that was ahead takes no place and costs none', () => {
    forAll(times, (made) => {
      const future = made.filter((at) => at > NOW);
      expect(mayGo(made, NOW)).toEqual(
        mayGo(
          made.filter((at) => at <= NOW),
          NOW,
        ),
      );
      expect(stays(made, NOW)).toEqual(expect.arrayContaining(future));
    });
  });

  it('what stays once stays when asked again', () => {
    forAll(times, (made) => {
      expect(mayGo(stays(made, NOW), NOW)).toEqual([]);
    });
  });

  it('one a day for four hundred days, let go as they come, leaves a week of days, then weeks, then a year of months', () => {
    let kept: number[] = [];
    for (let day = 400; day >= 0; day--) {
      const now = NOW - day * DAY;
      kept.push(now);
      const gone = mayGo(kept, now);
      expect(gone).not.toContain(now);
      kept = kept.filter((at) => !gone.includes(at));
    }
    const ages = kept.map((at) => Math.round((NOW - at) / DAY)).sort((a, b) => a - b);
    expect(ages.slice(0, KEPT_DAYS)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    // The ends of the three weeks before this one, and of the eleven months before this one.
    const months = new Set(kept.map((at) => `${new Date(at).getFullYear()}-${new Date(at).getMonth()}`));
    expect(months.size).toBe(KEPT_MONTHS);
    expect(kept.length).toBeLessThanOrEqual(KEPT_DAYS + KEPT_WEEKS + KEPT_MONTHS);
    expect(ages.at(-1)).toBeGreaterThan(320);
  });
});

describe('the day on which a backup is gone', () => {
  const DAY_MS = 86_400_000;
  const now = new Date(2026, 4, 16, 12).getTime();

  it('is the first on which it may go where one is made each day', () => {
    const made = [now - 3 * DAY_MS, now - 2 * DAY_MS, now - DAY_MS];
    const day = goneBy(made, now - 2 * DAY_MS, now)!;
    const later = (days: number): number[] => Array.from({ length: days }, (_, n) => now + (n + 1) * DAY_MS);
    const days = Math.round((day - now) / DAY_MS);
    expect(mayGo([...made, ...later(days)], day)).toContain(now - 2 * DAY_MS);
    expect(mayGo([...made, ...later(days - 1)], day - DAY_MS)).not.toContain(now - 2 * DAY_MS);
  });

  it('is within a year and a month for the last of a month', () => {
    const last = new Date(2026, 3, 30, 12).getTime();
    const day = goneBy([last], last, now)!;
    expect(day).toBeGreaterThan(now + 300 * DAY_MS);
    expect(day).toBeLessThan(now + 400 * DAY_MS);
  });
});
