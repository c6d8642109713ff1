/** The page of documents by which the company handles personal information. */
import { alertFrom, definePage, type Alert, type Around } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { procedureWords } from './words.ts';
import { proceduresStore } from './stores.ts';

export const proceduresPage = definePage({
  name: 'procedures',
  at: { tab: 'procedures', place: 10 },
  mends: {
    'responsible-persons': { by: 'both' },
    'management-system': { by: 'both' },
    'counter-procedures': { by: 'both' },
    'incident-plan': { by: 'both' },
    undertakings: { by: 'both' },
    'resident-notices': { by: 'both' },
    'sign-offs': { by: 'both' },
  },
  follows: { procedures: () => proceduresStore.getState().readDue() },
  roles: ['receptionist', 'supervisor', 'admin'],
  title: (t) => t('procedures.title'),
  called: ['签字 承诺书 保密协议 规章 负责人 应急预案', 'sign, undertaking, company rules, emergency plan'],
  messages: procedureWords,
  alert: alertFrom(proceduresStore, (state) => state.readDue(), procedureAlertOf),
  log: {
    'procedure-draft': ({ t }, { kind, from }) =>
      together([t(`procedures.kinds.${kind}`), t(`procedures.log.draft.${from}`)]),
    'procedure-publish': ({ t }, { kind, number }) =>
      t('procedures.log.which', { kind: t(`procedures.kinds.${kind}`), number }),
    'procedure-sign': ({ t }, { kind, number }) =>
      t('procedures.log.which', { kind: t(`procedures.kinds.${kind}`), number }),
    'procedure-give': ({ t }, { kind, number, sha256 }) =>
      together([
        number === null
          ? together([t(`procedures.kinds.${kind}`), t('procedures.draft')])
          : t('procedures.log.which', { kind: t(`procedures.kinds.${kind}`), number }),
        sha256 === null
          ? t('procedures.log.paper')
          : t('procedures.log.file', { sha256: sha256.slice(0, 16) }),
      ]),
  },
  load: () => import('./ProceduresPage.tsx').then(({ ProceduresPage }) => ProceduresPage),
});

/** Documents in the bell: what waits for the signature of whoever is signed in. */
function procedureAlertOf({ t }: Around): Alert | null {
  const count = proceduresStore.getState().due?.documents.filter(({ due }) => due).length ?? 0;
  return count === 0
    ? null
    : {
        id: 'procedures-to-sign',
        tone: 'amber',
        words: t('procedures.bell', { count }),
        page: 'procedures',
        begins: 'undertakings',
      };
}
