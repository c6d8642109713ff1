/** Time as the vault sees it, handed in so that tests can turn it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z; the user may set it. */
  now(): number;
  /** Milliseconds that only ever grow while this process runs. */
  monotonic(): number;
}

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** The moment (milliseconds since 1970) at which a day `YYYY-MM-DD` begins by the clock on the wall, or the one `later` days on. */
export function startOfDay(day: string, later = 0): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  // A year below 100 given to the constructor is one of the 1900s.
  return new Date(2000, 0, 1).setFullYear(year, month - 1, date + later);
}

/** The day that `now` (milliseconds since 1970) falls on, by the clock on the wall: 2026-01-31. */
export function dayOf(now: number): string {
  const date = new Date(now);
  return [
    String(date.getFullYear()).padStart(4, '0'),
    ...[date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')),
  ].join('-');
}

/** The minute of `now` by the clock on the wall, as papers and files have it: 2026-01-31 09:07. */
export function minuteOf(now: number): string {
  const date = new Date(now);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${dayOf(now)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
