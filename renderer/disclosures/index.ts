/** The page of files that leave the house. */
import type { Translate } from '../messages/translate.ts';
import { type DisclosureKind, disclosureNumber } from '../../contract/disclosures/lists.ts';
import type { LogDetail } from '../../contract/log/entries.ts';
import { requestNumber } from '../../contract/requests/lists.ts';
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { disclosureAlert } from './disclosure-alert.ts';
import { disclosureWords } from './words.ts';
import { disclosuresStore } from './stores.ts';

interface Which {
  readonly disclosure: number;
  readonly kind: DisclosureKind;
}
const which = (t: Translate, { disclosure, kind }: Which): string =>
  t('disclosures.log.which', { number: disclosureNumber(disclosure), kind: t(`disclosures.kinds.${kind}`) });

const askedWords = (t: Translate, asked: LogDetail<'disclosure'>['asked']): readonly string[] =>
  asked === null ? [] : [requestNumber(asked.request), t(`disclosures.to.${asked.asker}`)];

export const disclosuresPage = definePage({
  name: 'disclosures',
  at: { tab: 'outgoing', place: 10 },
  mends: { disclosures: { by: 'both' } },
  follows: { disclosures: () => disclosuresStore.getState().readDue() },
  roles: ['supervisor', 'admin'],
  title: (t) => t('disclosures.title'),
  called: [
    '公安 警察 派出所调取 调取 第三方 业委会 居委会 社区',
    'police, third party, hand over data, disclosures',
  ],
  section: (t) => t('disclosures.tab'),
  messages: disclosureWords,
  alert: disclosureAlert,
  log: {
    disclose: ({ t }, detail) =>
      together([which(t, detail), detail.ward === null ? '' : t('disclosures.log.guardian')]),
    disclosure: ({ t }, detail) =>
      together([
        which(t, detail),
        t('disclosures.log.people', { count: detail.people }),
        ...askedWords(t, detail.asked),
        detail.dueOn === null ? '' : t('disclosures.log.until', { day: detail.dueOn }),
        detail.sha256.slice(0, 12),
      ]),
    'disclosure-file': ({ t }, detail) => which(t, detail),
    'disclosure-recall': ({ t }, detail) => which(t, detail),
    'disclosure-note': ({ t }, detail) => which(t, detail),
    'disclosure-end': ({ t }, detail) => together([which(t, detail), t(`disclosures.ends.${detail.how}`)]),
  },
  load: () => import('./DisclosuresPage.tsx').then(({ DisclosuresPage }) => DisclosuresPage),
});
