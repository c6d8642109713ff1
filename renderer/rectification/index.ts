/** The page of what has to be put right. */
import { oversightAlert, definePage, type Alert, type Around } from '../pages/define-page.ts';
import { rectificationWords } from './words.ts';
import { rectificationStore } from './stores.ts';

export const rectificationPage = definePage({
  name: 'rectification',
  at: { tab: 'rectification', place: 10 },
  mends: { rectification: { by: 'both' }, items: { by: 'both' } },
  follows: { rectification: () => rectificationStore.getState().readDue() },
  roles: ['supervisor', 'admin'],
  title: (t) => t('rectification.title'),
  called: ['责令改正 警情通报 问题', 'police notice, deficiency, fix'],
  section: (t) => t('rectification.tab'),
  messages: rectificationWords,
  alert: oversightAlert(rectificationStore, (state) => state.readDue(), alertOf),
  load: () => import('./RectificationPage.tsx').then(({ RectificationPage }) => RectificationPage),
});

/** The tracker in the bell: what is overdue, and notices whose day is near. */
function alertOf({ t }: Around): Alert | null {
  const { due } = rectificationStore.getState();
  if (due === null || due.overdue + due.notices === 0) return null;
  return {
    id: 'rectification-due',
    tone: due.overdue > 0 ? 'harm' : 'amber',
    words:
      due.overdue > 0
        ? t('rectification.bell', { count: due.overdue })
        : t('rectification.bellNotices', { count: due.notices }),
    page: 'rectification',
  };
}
