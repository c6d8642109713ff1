/** When a key is due, in days. Pure. */

const DAY_MS = 86_400_000;
/** Days before it is due from which a key says so. */
const SOON_DAYS = 30;

/** Whole days from `from` to `until`; negative where that is past. */
export const daysUntil = (until: number, from: number): number => Math.floor((until - from) / DAY_MS);

export function dueState(dueAt: number, now: number): 'over' | 'soon' | 'later' {
  if (dueAt <= now) return 'over';
  return daysUntil(dueAt, now) < SOON_DAYS ? 'soon' : 'later';
}
