/** Whether a day stands out. Pure. */

/** A day is never exactly as another: it stands out from half as much again on, and by this many at least. */
const MIN_EXCESS = 5;
const TIMES = 1.5;

/** `usual` is null where there is nothing to compare with. */
export const isAboveUsual = (today: number, usual: number | null): boolean =>
  usual !== null && today >= TIMES * usual && today >= usual + MIN_EXCESS;
