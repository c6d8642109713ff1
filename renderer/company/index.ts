/** The page of what the company says of itself. */
import { together } from '../pages/detail-words.ts';
import { definePage } from '../pages/define-page.ts';
import { companyStore } from './stores.ts';
import { companyWords } from './words.ts';

export const companyPage = definePage({
  name: 'company',
  at: { tab: 'procedures', place: 5 },
  follows: {
    company: async () => {
      if (companyStore.getState().register !== null) await companyStore.getState().read();
    },
  },
  mends: { company: { by: 'admin', isOpenToBoth: true } },
  roles: ['supervisor', 'admin'],
  title: (t) => t('company.title'),
  called: ['公司名称 营业执照 信用代码 地址 电话 印章', 'legal name, credit code, address, seal, contact'],
  messages: companyWords,
  log: {
    'company-change': ({ t }, { changed }) => together(changed.map((fact) => t(`company.factNames.${fact}`))),
    'list-approval': ({ t }, { people }) => t('erasure.people', { count: people }),
  },
  load: () => import('./CompanyPage.tsx').then(({ CompanyPage }) => CompanyPage),
});
