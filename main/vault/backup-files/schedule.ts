/** When a backup is due, and when it has been too long. Pure. */

/** A backup that was last made longer ago than this is overdue: a day was missed, and half of the next. */
export const OVERDUE_MS = 36 * 3_600_000;
/** After a try that failed, so that a drive that is not plugged in fills no log. */
export const RETRY_MS = 3_600_000;

export interface Schedule {
  readonly on: boolean;
  /** Of the day, by the clock on the wall: 0 to 23. */
  readonly hour: number;
}

/**
 * Whether one is due at `now`: none was made since the hour last struck. What was missed while nobody was signed in is due at once.
 * All times in milliseconds since 1970.
 */
export function isDue(
  schedule: Schedule,
  lastMade: number | null,
  lastTried: number | null,
  now: number,
): boolean {
  if (!schedule.on) return false;
  // A clock that was set back must not put the next try off.
  if (lastTried !== null && lastTried <= now && now - lastTried < RETRY_MS) return false;
  return lastMade === null || lastMade > now || lastMade < lastStrike(schedule.hour, now);
}

/** `since`: when there began to be something to keep, for a vault of which no backup was ever made. */
export const isOverdue = (lastMade: number | null, since: number, now: number): boolean =>
  now - (lastMade ?? since) > OVERDUE_MS;

/** The last moment at which that hour began. */
function lastStrike(hour: number, now: number): number {
  const date = new Date(now);
  const today = new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour).getTime();
  return today <= now
    ? today
    : new Date(date.getFullYear(), date.getMonth(), date.getDate() - 1, hour).getTime();
}
