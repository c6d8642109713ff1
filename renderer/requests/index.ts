/** The page of requests of individuals. */
import type { Translate } from '../messages/translate.ts';
import { type RequestWhat, requestNumber } from '../../contract/requests/lists.ts';
import { alertFrom, definePage, type Alert, type Around } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { requestsWords } from './words.ts';
import { requestsStore } from './stores.ts';

const which = (
  t: Translate,
  { request, what }: { readonly request: number; readonly what: RequestWhat },
): string => t('requests.log.which', { number: requestNumber(request), what: t(`requests.whats.${what}`) });

export const requestsPage = definePage({
  name: 'requests',
  at: { tab: 'consent', place: 20 },
  mends: { requests: { by: 'both' } },
  follows: { requests: () => requestsStore.getState().readDue() },
  timely: ['requests'],
  roles: ['receptionist', 'supervisor', 'admin'],
  title: (t) => t('requests.title'),
  called: ['投诉 查询本人资料 更正 删除 复制资料', 'complaint, delete, correction, subject request'],
  messages: requestsWords,
  alert: alertFrom(requestsStore, (state) => state.readDue(), requestAlertOf),
  log: {
    'request-in': ({ t }, detail) =>
      together([which(t, detail), t(`requests.askers.${detail.asker}`), t(`requests.ways.${detail.way}`)]),
    'request-authority': ({ t }, detail) =>
      together([
        which(t, detail),
        t(`requests.askers.${detail.asker}`),
        t(`requests.authorityPapers.${detail.paper}`),
        detail.until === null ? '' : t('requests.log.until', { day: detail.until }),
      ]),
    'request-restrict': ({ t }, detail) => which(t, detail),
    'request-lift': ({ t }, detail) => which(t, detail),
    'request-extend': ({ t }, detail) =>
      together([which(t, detail), t('requests.log.until', { day: detail.dueOn })]),
    'request-decide': ({ t }, detail) =>
      together([
        which(t, detail),
        t(`requests.outcomes.${detail.how}`),
        detail.act === null ? '' : t(`requests.acts.${detail.act}`),
      ]),
    'request-letter': ({ t }, detail) =>
      together([
        which(t, detail),
        t('requests.log.pages', { count: detail.pages }),
        detail.sha256?.slice(0, 12) ?? '',
      ]),
  },
  load: () => import('./RequestsPage.tsx').then(({ RequestsPage }) => RequestsPage),
});

/** Requests in the bell: those that should have been answered by now, for everybody at the desk. */
function requestAlertOf({ t }: Around): Alert | null {
  const overdue = requestsStore.getState().due?.overdue ?? 0;
  return overdue === 0
    ? null
    : {
        id: 'requests-overdue',
        tone: 'harm',
        words: t('requests.bell', { count: overdue }),
        page: 'requests',
      };
}
