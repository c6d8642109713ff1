/** The page of ID numbers. */
import { erasureNumber } from '../../contract/erasure/lists.ts';
import { type Alert, definePage, holdWhile } from '../pages/define-page.ts';
import { idRuleStore } from '../id-number-rule/stores.ts';
import { together } from '../pages/detail-words.ts';
import { idNumbersStore, removingStore } from './stores.ts';
import { idNumbersWords } from './words.ts';

export const idNumbersPage = definePage({
  name: 'id-numbers',
  at: { tab: 'consent', place: 15 },
  follows: {
    idNumbers: async () => {
      await idRuleStore.getState().read();
      await idNumbersStore.getState().readDue();
    },
  },
  roles: ['supervisor', 'admin'],
  title: (t) => t('idNumbers.title'),
  called: ['身份证号 证件 护照 单独同意 删除身份证', 'ID number, passport, separate consent, remove IDs'],
  messages: idNumbersWords,
  alert: {
    ask: async (role) => {
      if (role !== 'receptionist') await idNumbersStore.getState().readDue();
    },
    subscribe: idNumbersStore.subscribe,
    alertOf: ({ t }): Alert | null => {
      const { due } = idNumbersStore.getState();
      if (due === null || (due.choice !== null && due.without <= due.held && !due.wordsOpen)) return null;
      const words =
        due.choice === null
          ? t('idNumbers.bellUndecided')
          : due.without > due.held
            ? t('idNumbers.bell', { count: due.without - due.held })
            : t('idNumbers.bellWords');
      return { id: 'id-numbers', tone: 'amber', words, page: 'id-numbers' };
    },
  },
  hold: holdWhile(removingStore, ({ isRunning }) => isRunning),
  log: {
    'id-numbers': ({ t }, { choice }) => t(`idNumbers.choices.${choice}`),
    'id-removal': ({ t }, { erasure, people, texts, again }) =>
      together([
        erasureNumber(erasure),
        people > 0 && t('idNumbers.log.people', { count: people }),
        texts > 0 && t('idNumbers.log.texts', { count: texts }),
        again && t('idNumbers.log.again'),
      ]),
  },
  load: () => import('./IdNumbersPage.tsx').then(({ IdNumbersPage }) => IdNumbersPage),
});
