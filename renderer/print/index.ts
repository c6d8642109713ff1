/** The page of controlled printing. */
import { paperNumber } from '../../contract/paper-register/lists.ts';
import { printStore } from '../page-intents/print-store.ts';
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { printWords } from './words.ts';

const numbersOf = (papers: readonly number[]): string => papers.map(paperNumber).join(', ');

export const printPage = definePage({
  name: 'print',
  at: { tab: 'papers', place: 20, aside: true },
  roles: ['receptionist', 'supervisor', 'admin'],
  title: (t) => t('print.title'),
  called: ['收据 放行条 催缴通知 催缴单 催费 欠费 借用单 花名册', 'receipt, pass, arrears notice, printer'],
  messages: printWords,
  left: () => printStore.getState().show(false),
  log: {
    print: ({ t }, { layout, papers, pages, rows, clear, to, dueOn }) =>
      together([
        t('print.log.layout', { layout: t(`print.layouts.${layout}`), copies: papers.length, pages }),
        papers.length === 0 ? '' : t('print.log.numbers', { numbers: numbersOf(papers) }),
        rows > 1 ? t('print.log.rows', { rows }) : '',
        clear.length === 0
          ? ''
          : t('print.log.clear', { fields: clear.map((field) => t(`fields.${field}`)).join(', ') }),
        to === 'file' ? t('print.log.file') : '',
        t('print.log.dueOn', { day: dueOn }),
      ]),
    'print-clear': ({ t }, { papers, ward }) =>
      together([
        t('print.log.numbers', { numbers: numbersOf(papers) }),
        ward === null ? '' : t('print.log.ward', { id: ward }),
      ]),
  },
  load: () => import('./PrintPage.tsx').then(({ PrintPage }) => PrintPage),
});
