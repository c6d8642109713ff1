/** By when a paper is to be back, in words. */
import type { Translate } from '../messages/translate.ts';
import type { PaperView } from '../../contract/paper-register/routes.ts';

export function dueWords(t: Translate, { dueOn, daysLeft }: Pick<PaperView, 'dueOn' | 'daysLeft'>): string {
  if (dueOn === null || daysLeft === null) return t('papers.due.none');
  if (daysLeft < 0) return t('papers.due.over', { days: -daysLeft });
  return daysLeft === 0 ? t('papers.due.today') : t('papers.due.left', { day: dueOn, days: daysLeft });
}
