/** The page of the register of paper. */
import type { Translate } from '../messages/translate.ts';
import { type PaperSort, paperNumber } from '../../contract/paper-register/lists.ts';
import { alertFrom, definePage, type Alert, type Around } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { paperRegisterWords } from './words.ts';
import { paperRegisterStore } from './stores.ts';

const which = (t: Translate, { paper, sort }: { readonly paper: number; readonly sort: PaperSort }): string =>
  t('papers.log.which', { number: paperNumber(paper), sort: t(`papers.sorts.${sort}`) });

export const paperRegisterPage = definePage({
  name: 'paper-register',
  at: { tab: 'papers', place: 10 },
  mends: { paper: { by: 'both' } },
  follows: { paper: () => paperRegisterStore.getState().readDue() },
  timely: ['paper'],
  roles: ['receptionist', 'supervisor', 'admin'],
  title: (t) => t('papers.title'),
  called: ['纸质 复印件 盘点 台账本 归还 销毁纸质', 'paper, photocopy, count papers, own copies'],
  section: (t) => t('papers.tab'),
  messages: paperRegisterWords,
  alert: alertFrom(paperRegisterStore, (state) => state.readDue(), paperAlertOf),
  log: {
    'paper-in': ({ t }, detail) =>
      together([
        which(t, detail),
        detail.pages === null ? '' : t('papers.log.pages', { count: detail.pages }),
      ]),
    'paper-change': ({ t }, detail) =>
      together([which(t, detail), ...detail.changed.map((fact) => t(`papers.changed.${fact}`))]),
    'paper-extend': ({ t }, detail) =>
      together([which(t, detail), t('papers.log.until', { day: detail.dueOn })]),
    'paper-return': ({ t }, detail) => which(t, detail),
    'paper-destroy': ({ t }, detail) => together([which(t, detail), t(`papers.ways.${detail.by}`)]),
    'paper-lost': ({ t }, detail) => which(t, detail),
    'paper-found': ({ t }, detail) => which(t, detail),
    'paper-count': ({ t }, { there, missing }) =>
      together([
        t('papers.log.counted', { there }),
        missing.length === 0 ? '' : t('papers.log.missing', { numbers: missing.map(paperNumber).join(', ') }),
      ]),
    'paper-none': ({ t }, { until }) => t('papers.log.counts', { day: until }),
    'paper-record': ({ t }, detail) => which(t, detail),
  },
  load: () => import('./PaperRegisterPage.tsx').then(({ PaperRegisterPage }) => PaperRegisterPage),
});

/** Paper in the bell: what is overdue is everybody's matter until it is dealt with; what nobody keeps any more is for who can give it to somebody. */
function paperAlertOf({ t, role }: Around): Alert | null {
  const { due } = paperRegisterStore.getState();
  if (due === null) return null;
  const { overdue, withoutCustodian } = due;
  if (overdue > 0)
    return {
      id: 'paper-overdue',
      tone: 'harm',
      words: t('papers.bell.overdue', { count: overdue }),
      ...(role === 'receptionist' ? { hint: t('papers.bell.overdueHint') } : {}),
      page: 'paper-register',
    };
  return withoutCustodian === 0 || role === 'receptionist'
    ? null
    : {
        id: 'paper-without-custodian',
        tone: 'amber',
        words: t('papers.bell.withoutCustodian', { count: withoutCustodian }),
        page: 'paper-register',
      };
}
