/** What one person does a little of every day: counted by days, so that a month of it takes no more room than thirty numbers. */

const DAY_MS = 24 * 60 * 60 * 1000;

/** As many days as a month is watched for. */
export const MONTH_DAYS = 30;
/** As many days as a week has. */
export const WEEK_DAYS = 7;

/** Counts by days, in any order of time. */
export interface DayCounts {
  /** One more at `time` (milliseconds since 1970), or so many more. */
  add(time: number, count?: number): void;
  /** How many within so many days up to `now`, its own day among them: a day is of the calendar in UTC, so that the first is not a whole one. */
  within(days: number, now: number): number;
}

/** Empty counts. */
export function createDayCounts(): DayCounts {
  const byDay = new Map<number, number>();
  return {
    add(time, count = 1) {
      const day = dayNumber(time);
      byDay.set(day, (byDay.get(day) ?? 0) + count);
      if (byDay.size > 2 * MONTH_DAYS)
        for (const one of byDay.keys()) if (one <= day - MONTH_DAYS) byDay.delete(one);
    },
    within(days, now) {
      const last = dayNumber(now);
      let sum = 0;
      for (let day = last; day > last - days; day--) sum += byDay.get(day) ?? 0;
      return sum;
    },
  };
}

const dayNumber = (time: number): number => Math.floor(time / DAY_MS);
