/** The page from which a supervisor shows an inspector around: masks alone, for a set time. */
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { inspectionWords } from './words.ts';
import { inspectionStore } from './stores.ts';

export const inspectionPage = definePage({
  name: 'inspection',
  at: { tab: 'inspection', place: 30 },
  follows: { inspection: () => inspectionStore.getState().read() },
  roles: ['supervisor'],
  title: (t) => t('inspection.title'),
  called: ['检查人员 陪同检查 查看模式', 'inspector, inspection mode'],
  messages: inspectionWords,
  log: {
    inspection: ({ t }, { minutes, shared }) =>
      together([
        t('inspection.minutesOf', { count: minutes }),
        shared === true ? t('inspection.isShared') : '',
      ]),
    'inspection-print': ({ t }, { of }) => t(`inspection.printedOf.${of}`),
    'inspection-end': ({ t }, { by }) => t(`inspection.ended.${by}`),
  },
  load: () => import('./InspectionPage.tsx').then(({ InspectionPage }) => InspectionPage),
});
