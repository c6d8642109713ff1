/** The page of the keys: how old each is, and the ceremonies that rotate them. */
import { definePage, holdWhile } from '../pages/define-page.ts';
import { keysStore, theftStore, dueStore } from './stores.ts';
import { dueAlert } from './due-alert.ts';

export const keysPage = definePage({
  name: 'keys',
  area: 'system',
  place: 50,
  mends: {
    'encryption-and-keys': { by: 'both' },
  },
  follows: {
    keys: () => dueStore.getState().read(),
    staff: () => dueStore.getState().read(),
  },
  timely: ['keys'],
  roles: ['supervisor', 'admin'],
  title: (t) => t('keysPage.title'),
  tab: (t) => t('counter.keys'),
  alert: dueAlert,
  hold: holdWhile(keysStore, ({ busy }) => busy === 'rotating'),
  /** The ceremony after a theft is made of the others, so it is left first. */
  escape: () => {
    if (theftStore.getState().screen !== null) theftStore.getState().leave();
    else if (keysStore.getState().ceremony !== null) keysStore.getState().leave();
    else return false;
    return true;
  },
  left: () => {
    keysStore.getState().leave();
    theftStore.getState().leave();
  },
  load: () => import('./KeysPage.tsx').then(({ KeysPage }) => KeysPage),
});
