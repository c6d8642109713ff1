/** Which backups stay: all of the last day, and the last of each of seven days, four weeks and twelve months that have any. Pure. */

export const KEPT_DAYS = 7;
export const KEPT_WEEKS = 4;
export const KEPT_MONTHS = 12;

const DAY_MS = 86_400_000;

/**
 * Those of `made` (milliseconds since 1970) that may go at `now`. The newest never does, nor one from the future: while the clock was
 * wrong, or is, nothing is judged by it. What a day counts as is what the clock on the wall says.
 */
export function mayGo(made: readonly number[], now: number): readonly number[] {
  const past = [...new Set(made)].filter((at) => at <= now).sort((a, b) => b - a);
  const stays = new Set([
    ...lastOfEach(past, dayNumber, KEPT_DAYS),
    ...lastOfEach(past, weekNumber, KEPT_WEEKS),
    ...lastOfEach(past, monthNumber, KEPT_MONTHS),
  ]);
  // One that was made by hand before something was tried must not go at noon because another is made.
  return past.filter((at) => !stays.has(at) && now - at >= DAY_MS);
}

/** The newest of each period, of the `most` newest periods that have one. `past` is newest first. */
function lastOfEach(
  past: readonly number[],
  periodOf: (at: number) => number,
  most: number,
): readonly number[] {
  const newest = new Map<number, number>();
  for (const at of past) {
    const period = periodOf(at);
    if (!newest.has(period) && newest.size < most) newest.set(period, at);
  }
  return [...newest.values()];
}

/** Days of the calendar since 1970, by the clock on the wall. */
function dayNumber(at: number): number {
  const date = new Date(at);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS);
}

/** From Monday to Sunday: 1970 began on a Thursday. */
const weekNumber = (at: number): number => Math.floor((dayNumber(at) + 3) / 7);

function monthNumber(at: number): number {
  const date = new Date(at);
  return date.getFullYear() * 12 + date.getMonth();
}

/** Longest that one can stay: twelve months with a backup each, and the month in which it was made. */
const LONGEST_DAYS = 400;

/**
 * The first day on which `at` may go, if one is made each day from `now` on; null where it stays longer than a year and a month, as where none
 * is made. All in milliseconds since 1970.
 */
export function goneBy(made: readonly number[], at: number, now: number): number | null {
  const isGone = (days: number): boolean => {
    const later = Array.from({ length: days }, (_, n) => now + (n + 1) * DAY_MS);
    return mayGo([...made, ...later], now + days * DAY_MS).includes(at);
  };
  if (!isGone(LONGEST_DAYS)) return null;
  // What may go once may go from then on.
  let [stays, goes] = [-1, LONGEST_DAYS];
  while (goes - stays > 1) {
    const days = Math.floor((stays + goes) / 2);
    if (isGone(days)) goes = days;
    else stays = days;
  }
  return now + goes * DAY_MS;
}
