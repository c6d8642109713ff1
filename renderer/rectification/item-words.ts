/** An item in words. Pure. */
import { dueWords } from '../messages/due-words.ts';
import type { Translate } from '../messages/translate.ts';
import type { RectificationItem } from '../../contract/rectification/routes.ts';
import { rowNumber } from '../../contract/row-number.ts';

/** As people call it. */
export const itemNumber = (t: Translate, { rectificationId }: RectificationItem): string =>
  t('rectification.number', { number: rowNumber(rectificationId) });

/** By when, or since when it is done. */
export const itemDueWords = (t: Translate, item: RectificationItem): string =>
  item.state === 'done' ? t('rectification.doneOn', { day: item.doneOn ?? '' }) : dueWords(t, item);
