/** The page of handing an estate over. */
import { transferNumber } from '../../contract/estate-transfer/lists.ts';
import { formatMoment } from '../messages/format.ts';
import { type AlertSource, definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { estateTransferStore } from './stores.ts';
import { estateTransferWords } from './words.ts';

/** In the bell of everybody: whoever is not told about it should ask. */
const alert: AlertSource = {
  ask: () => estateTransferStore.getState().readDue(),
  subscribe: estateTransferStore.subscribe,
  alertOf: ({ t, role }) => {
    const { due } = estateTransferStore.getState();
    if (due === null || due.from === null) return null;
    return {
      id: 'estate-transfer',
      tone: 'harm',
      words: t('estateTransfer.bell', { time: formatMoment(due.from) }),
      ...(role === 'receptionist' ? { hint: t('estateTransfer.bellHint') } : {}),
      page: role === 'receptionist' ? null : 'estate-transfer',
    };
  },
};

export const estateTransferPage = definePage({
  name: 'estate-transfer',
  at: { tab: 'registers', place: 50 },
  follows: { 'estate-transfer': () => estateTransferStore.getState().readDue() },
  roles: ['supervisor', 'admin'],
  title: (t) => t('estateTransfer.title'),
  called: ['撤场 移交 换物业 交接资料', 'transfer, leave an estate, new company'],
  messages: estateTransferWords,
  alert,
  log: {
    'estate-transfer-order': ({ t }, { transfer, to, people }) =>
      together([
        transferNumber(transfer),
        t(`estateTransfer.recipients.${to}`),
        t('estateTransfer.log.people', { count: people }),
      ]),
    'estate-transfer-stop': (_, { transfer }) => transferNumber(transfer),
    'estate-transfer-give': (_, { transfer }) => transferNumber(transfer),
    'estate-transfer-confirm': (_, { transfer }) => transferNumber(transfer),
  },
  load: () => import('./EstateTransferPage.tsx').then(({ EstateTransferPage }) => EstateTransferPage),
});
