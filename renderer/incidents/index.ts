/** The page of incidents with personal information, and of the drills of them. */
import type { Translate } from '../messages/translate.ts';
import type { LogDetail } from '../../contract/log/entries.ts';
import { incidentNumber } from '../../contract/incidents/lists.ts';
import { oversightAlert, definePage, type Alert, type Around } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { incidentsWords } from './words.ts';
import { incidentsStore } from './stores.ts';
import { formatMoment } from '../messages/format.ts';
import { today } from '../ui/days.ts';

const which = (
  t: Translate,
  { incident, drill }: { readonly incident: number; readonly drill: boolean },
): string => together([incidentNumber(incident), drill && t('incidents.isDrill')]);

const told = (t: Translate, detail: LogDetail<'incident-told' | 'incident-rehearsed'>): string =>
  together([
    which(t, detail),
    t(`incidents.notices.${detail.notice}`),
    detail.told !== null && t('incidents.log.people', { count: detail.told }),
    detail.unreached !== null &&
      detail.unreached > 0 &&
      t('incidents.log.unreached', { n: detail.unreached }),
  ]);

export const incidentsPage = definePage({
  name: 'incidents',
  at: { tab: 'rectification', place: 20 },
  mends: { incidents: { by: 'both' }, 'incident-drill': { by: 'both' } },
  follows: { incidents: () => incidentsStore.getState().readDue() },
  timely: ['incidents'],
  roles: ['supervisor', 'admin'],
  title: (t) => t('incidents.title'),
  called: ['泄露 出事了 泄密 丢失 事故 报案', 'leak, breach, lost'],
  messages: incidentsWords,
  alert: oversightAlert(incidentsStore, (state) => state.readDue(), incidentAlertOf),
  log: {
    'incident-open': ({ t }, detail) =>
      together([
        which(t, detail),
        t(`incidents.kinds.${detail.kind}`),
        t(`incidents.origins.${detail.origin}`),
      ]),
    'incident-change': ({ t }, detail) => which(t, detail),
    'incident-count': ({ t }, detail) =>
      together([
        which(t, detail),
        t(`incidents.scopes.${detail.scope}`),
        detail.people !== null && t('incidents.log.people', { count: detail.people }),
      ]),
    'incident-notice': ({ t }, detail) =>
      together([which(t, detail), t(`incidents.notices.${detail.notice}`)]),
    'incident-give': ({ t }, detail) =>
      together([
        which(t, detail),
        t(`incidents.notices.${detail.notice}`),
        detail.sha256?.slice(0, 12) ?? '',
      ]),
    'incident-told': ({ t }, detail) => told(t, detail),
    'incident-rehearsed': ({ t }, detail) => told(t, detail),
    'incident-not-told': ({ t }, detail) => which(t, detail),
    'incident-measure': ({ t }, detail) => which(t, detail),
    'incident-file': ({ t }, detail) =>
      together([
        which(t, detail),
        t('incidents.log.entries', { count: detail.entries }),
        detail.sha256?.slice(0, 12) ?? '',
      ]),
    'incident-close': ({ t }, detail) => which(t, detail),
    'incident-none': ({ t }, { until }) => t('incidents.log.counts', { day: until }),
  },
  load: () => import('./IncidentsPage.tsx').then(({ IncidentsPage }) => IncidentsPage),
});

/** Incidents in the bell: the clock of a report first, then what is still to be told, then a drill that is due. */
function incidentAlertOf({ t, now }: Around): Alert | null {
  const { due } = incidentsStore.getState();
  if (due === null) return null;
  const page = 'incidents' as const;
  if (due.reportBy !== null)
    return {
      id: 'incident-report',
      tone: 'harm',
      words: t(due.reportBy < now ? 'incidents.bell.reportOver' : 'incidents.bell.report', {
        time: formatMoment(due.reportBy),
      }),
      page,
    };
  if (due.untold > 0)
    return {
      id: 'incident-untold',
      tone: 'harm',
      words: t('incidents.bell.untold', { count: due.untold }),
      page,
    };
  return due.drillOn !== null && due.drillOn < today()
    ? { id: 'incident-drill', tone: 'amber', words: t('incidents.bell.drill', { day: due.drillOn }), page }
    : null;
}
