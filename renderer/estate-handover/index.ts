/** The page of handing an estate over. */
import { handoverNumber } from '../../contract/handover/lists.ts';
import { formatMoment } from '../messages/format.ts';
import type { AlertSource } from '../pages/define-page.ts';
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { estateHandoverStore } from './stores.ts';
import { estateHandoverWords } from './words.ts';

/** In the bell of everybody: whoever is not told about it should ask. */
const alert: AlertSource = {
  ask: () => estateHandoverStore.getState().readDue(),
  subscribe: estateHandoverStore.subscribe,
  alertOf: ({ t, role }) => {
    const { due } = estateHandoverStore.getState();
    if (due === null || due.from === null) return null;
    return {
      id: 'estate-handover',
      tone: 'harm',
      words: t('handoverOut.bell', { time: formatMoment(due.from) }),
      ...(role === 'receptionist' ? { hint: t('handoverOut.bellHint') } : {}),
      page: role === 'receptionist' ? null : 'estate-handover',
    };
  },
};

export const estateHandoverPage = definePage({
  name: 'estate-handover',
  area: 'compliance',
  roles: ['supervisor', 'admin'],
  title: (t) => t('handoverOut.title'),
  messages: estateHandoverWords,
  alert,
  log: {
    'handover-order': ({ t }, { handover, to, people }) =>
      together([
        handoverNumber(handover),
        t(`handoverOut.recipients.${to}`),
        t('handoverOut.log.people', { count: people }),
      ]),
    'handover-stop': (_, { handover }) => handoverNumber(handover),
    'handover-confirm': (_, { handover }) => handoverNumber(handover),
  },
  load: () => import('./EstateHandoverPage.tsx').then(({ EstateHandoverPage }) => EstateHandoverPage),
});
