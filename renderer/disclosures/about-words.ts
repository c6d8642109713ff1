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

/** A hash in four parts, so that it breaks. */
export const hashWords = (sha256: string): string => sha256.replaceAll(/.{16}(?=.)/g, '$& ');

/** Whether its recipient has it and is to delete it. */
export const isOut = ({ dueOn, state }: Pick<DisclosureView, 'dueOn' | 'state'>): boolean =>
  dueOn !== null && (state === 'writing' || state === 'given' || state === 'recalled');
