/** The page that leads from a mark to who had it. */
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { traceStore } from './stores.ts';
import { traceWords } from './words.ts';

export const tracePage = definePage({
  name: 'trace',
  at: { tab: 'tracing', place: 20 },
  roles: ['supervisor', 'admin'],
  title: (t) => t('trace.title'),
  called: ['水印 截图 拍照 溯源 标记', 'watermark, screenshot, marks, trace a leak'],
  messages: traceWords,
  log: {
    trace: ({ t }, detail) =>
      detail === null ? t('trace.logged.none') : t('trace.logged.found', { session: detail.session }),
    'case-file': ({ t }, { of, entries, sha256 }) =>
      together([
        t(`trace.logged.caseOf.${of}`),
        t('trace.logged.entries', { number: entries }),
        sha256.slice(0, 12),
      ]),
  },
  left: () => traceStore.getState().forget(),
  load: () => import('./TracePage.tsx').then(({ TracePage }) => TracePage),
});
