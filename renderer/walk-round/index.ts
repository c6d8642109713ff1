/** The page of walk-rounds. */
import { definePage, type AlertSource } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { EVERY } from './place-words.ts';
import { walkWords } from './words.ts';
import { walksStore } from './stores.ts';

/** That the next walk-round is due, in the bell of whoever sees to it. Nobody is told before the first. */
const walkAlert: AlertSource = {
  ask: async (role) => (role === 'receptionist' ? undefined : walksStore.getState().readDue()),
  subscribe: walksStore.subscribe,
  alertOf: ({ t, role }) => {
    const daysLeft = walksStore.getState().due?.daysLeft ?? null;
    if (role === 'receptionist' || daysLeft === null || daysLeft >= 0) return null;
    return {
      id: 'walk-round',
      tone: 'amber',
      words: t('walks.bell', { count: -daysLeft }),
      page: 'walk-round',
    };
  },
};

export const walkRoundPage = definePage({
  name: 'walk-round',
  at: { tab: 'cleanup', place: 20 },
  mends: { 'walk-round': { by: 'both' } },
  follows: { walks: () => walksStore.getState().readDue() },
  roles: ['supervisor', 'admin'],
  title: (t) => t('walks.title'),
  called: ['巡检 现场检查 公示栏', 'patrol, notice board'],
  messages: walkWords,
  alert: walkAlert,
  log: {
    'walk-round': ({ t }, { fine, findings }) => t('walks.log.counts', { fine, findings }),
    'walk-places': ({ t }, detail) =>
      detail.change === 'schedule'
        ? t(`walks.months.${EVERY[detail.everyMonths]}`)
        : t(`walks.log.${detail.change}`),
    'walk-print': ({ t }, { walk, pages }) =>
      together([walk === null ? t('walks.log.empty') : '', t('walks.log.pages', { count: pages })]),
  },
  load: () => import('./WalkRoundPage.tsx').then(({ WalkRoundPage }) => WalkRoundPage),
});
