/** A file that left the house, in words: whose data, whom for, until when. */
import type { Translate } from '../messages/translate.ts';
import type { DisclosureView } from '../../contract/disclosures/routes.ts';

/** Whose data is in it. */
export const aboutWords = (
  t: Translate,
  { kind, personMask, scope, people }: Pick<DisclosureView, 'kind' | 'personMask' | 'scope' | 'people'>,
): string =>
  kind === 'roster'
    ? t('disclosures.scopeOf', { scope, count: people })
    : (personMask ?? t('disclosures.gone'));

/** Whom it was given to. */
export const recipientWords = (
  t: Translate,
  { to, recipient }: Pick<DisclosureView, 'to' | 'recipient'>,
): string => (to === null ? recipient : t(`disclosures.to.${to}`));

/** By when it is to be deleted; empty for what its recipient keeps. */
export function dueWords(
  t: Translate,
  { dueOn, daysLeft }: Pick<DisclosureView, 'dueOn' | 'daysLeft'>,
): string {
  if (dueOn === null || daysLeft === null) return '';
  if (daysLeft < 0) return t('disclosures.due.over', { days: -daysLeft });
  return daysLeft === 0
    ? t('disclosures.due.today')
    : t('disclosures.due.left', { day: dueOn, days: daysLeft });
}

/** A hash in four parts, so that it breaks. */
export const hashWords = (sha256: string): string => sha256.replaceAll(/.{16}(?=.)/g, '$& ');

/** Whether its recipient has it and is to delete it. */
export const isOut = ({ dueOn, state }: Pick<DisclosureView, 'dueOn' | 'state'>): boolean =>
  dueOn !== null && (state === 'writing' || state === 'given' || state === 'recalled');
