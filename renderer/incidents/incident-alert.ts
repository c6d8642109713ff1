/** Incidents in the bell: the clock of a report first, then what is still to be told, then a drill that is due. */
import { formatMoment } from '../messages/format.ts';
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { today } from '../ui/days.ts';
import { incidentsStore } from './stores.ts';

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

export const incidentAlert: AlertSource = {
  ask: async (role) => {
    if (role !== 'receptionist') await incidentsStore.getState().readDue();
  },
  subscribe: incidentsStore.subscribe,
  alertOf: incidentAlertOf,
};
