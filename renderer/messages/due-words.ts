/** By when something is due, in words. Pure. */
import type { Translate } from './translate.ts';

/** Further off, the day alone says more than how many are left. */
const COUNTED_DAYS = 60;

/** `daysLeft`: until `dueOn`, below zero once it is over; null where neither was set. */
export function dueWords(
  t: Translate,
  { dueOn, daysLeft }: { readonly dueOn: string | null; readonly daysLeft: number | null },
): string {
  if (dueOn === null) return t('byDay.none');
  if (daysLeft === null || daysLeft > COUNTED_DAYS) return dueOn;
  if (daysLeft < 0) return t('byDay.over', { count: -daysLeft });
  return daysLeft === 0 ? t('byDay.today') : t('byDay.left', { day: dueOn, count: daysLeft });
}
