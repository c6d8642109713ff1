/** The page of the keys: how old each is, and the ceremonies that rotate them. */
import { definePage, holdWhile } from '../pages/define-page.ts';
import { keysStore, theftStore, dueStore } from './stores.ts';
import { dueAlert } from './due-alert.ts';

export const keysPage = definePage({
  name: 'keys',
  at: { tab: 'keys', place: 10 },
  mends: { 'encryption-and-keys': { by: 'both' } },
  follows: { keys: () => dueStore.getState().read(), staff: () => dueStore.getState().read() },
  timely: ['keys'],
  roles: ['supervisor', 'admin'],
  title: (t) => t('keysPage.title'),
  called: ['密钥 恢复单 备份 换密钥 u盾 被盗 电脑丢了', 'key, recovery sheet, backups, stolen, theft'],
  alert: dueAlert,
  alone: {
    isHeld: () => keysStore.getState().ceremony !== null || theftStore.getState().screen !== null,
    subscribe: (listener) => {
      const ends = [keysStore.subscribe(listener), theftStore.subscribe(listener)];
      return () => ends.forEach((end) => end());
    },
  },
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
