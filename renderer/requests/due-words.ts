/** By when a request is to be answered, in words. */
import type { Translate } from '../messages/translate.ts';
import type { RequestView } from '../../contract/requests/routes.ts';

export function dueWords(t: Translate, { dueOn, daysLeft }: Pick<RequestView, 'dueOn' | 'daysLeft'>): string {
  if (daysLeft === null) return dueOn;
  if (daysLeft < 0) return t('requests.due.over', { days: -daysLeft });
  return daysLeft === 0 ? t('requests.due.today') : t('requests.due.left', { day: dueOn, days: daysLeft });
}
