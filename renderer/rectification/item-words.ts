/** An item in words. Pure. */
import type { Translate } from '../messages/translate.ts';
import type { RectificationItem } from '../../contract/rectification/routes.ts';
import { rowNumber } from '../../contract/row-number.ts';

/** As people call it. */
export const itemNumber = (t: Translate, { rectificationId }: RectificationItem): string =>
  t('rectification.number', { number: rowNumber(rectificationId) });

/** By when, or since when it is done. */
export function dueWords(t: Translate, { state, dueOn, daysLeft, doneOn }: RectificationItem): string {
  if (state === 'done') return t('rectification.doneOn', { day: doneOn ?? '' });
  if (dueOn === null || daysLeft === null) return t('rectification.due.none');
  if (daysLeft === 0) return t('rectification.due.today');
  return daysLeft < 0
    ? t('rectification.due.over', { count: -daysLeft })
    : t('rectification.due.left', { day: dueOn, count: daysLeft });
}
