/** The page of notice and consent. */
import type { Translate } from '../messages/translate.ts';
import type { Purpose } from '../../contract/fields.ts';
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { consentWords } from './words.ts';
import { consentRulesStore, consentStore } from './stores.ts';

const purposesOf = (t: Translate, purposes: readonly Purpose[]): readonly string[] =>
  purposes.map((purpose) => t(`purposes.${purpose}`));

interface Posting {
  readonly where: string;
  readonly version: string;
  readonly people: number;
}
const postingWords = (t: Translate, { where, version, people }: Posting): readonly string[] => [
  where || t('consent.wholeEstate'),
  t('consent.log.version', { version }),
  t('consent.log.people', { count: people }),
];

export const consentPage = definePage({
  name: 'consent',
  at: { tab: 'consent', place: 10 },
  mends: { 'notice-and-consent': { by: 'both' } },
  follows: {
    inventory: () => consentRulesStore.getState().read(),
    consent: async () => {
      await consentRulesStore.getState().read();
      if (consentStore.getState().summary !== null) await consentStore.getState().read();
    },
  },
  roles: ['supervisor', 'admin'],
  title: (t) => t('consent.title'),
  called: ['告知 同意书 隐私政策 监护人 未成年人', 'privacy notice, consent, guardian'],
  messages: consentWords,
  log: {
    'consent-tell': ({ t }, detail) =>
      together([
        t(detail.agreed ? 'consent.log.agreed' : 'consent.log.told'),
        ...purposesOf(t, detail.purposes),
        t('consent.log.version', { version: detail.version }),
        t(`noticeWays.${detail.way}`),
        t(`consenters.${detail.consenter}`),
      ]),
    'consent-undo': ({ t }, { records }) => t('consent.log.records', { count: records.length }),
    'consent-withdraw': ({ t }, { purposes, on, follows }) =>
      together([...purposesOf(t, purposes), on, t(`withdrawals.${follows}`)]),
    'consent-form': ({ t }, { version, pages }) =>
      together([t('consent.log.version', { version }), t('consent.log.pages', { count: pages })]),
    'consent-version': ({ t }, { version }) => t('consent.log.version', { version }),
    'consent-post': ({ t }, detail) => together([detail.on, ...postingWords(t, detail)]),
    'consent-take-down': ({ t }, detail) => together(postingWords(t, detail)),
    'consent-children': ({ t }, { looked, found }) => t('consent.log.children', { looked, found }),
  },
  load: () => import('./ConsentPage.tsx').then(({ ConsentPage }) => ConsentPage),
});
