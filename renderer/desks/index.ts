/** The page of the desks that keep one estate. */
import { definePage } from '../pages/define-page.ts';
import { desksStore } from './stores.ts';
import { desksWords } from './words.ts';

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly manyDesks: typeof desksWords;
  }
}

export const desksPage = definePage({
  name: 'desks',
  at: { tab: 'keys', place: 40 },
  roles: ['supervisor', 'admin'],
  title: (t) => t('manyDesks.title'),
  called: ['多台电脑 联网 同步 服务器 门岗 加电脑', 'computers, second desk, server, sync, network'],
  messages: desksWords,
  follows: { keys: () => desksStore.getState().read() },
  load: () => import('./DesksPage.tsx').then(({ DesksPage }) => DesksPage),
});
