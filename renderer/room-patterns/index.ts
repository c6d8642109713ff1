/** The page of room notations: how this estate writes its rooms. */
import { definePage } from '../pages/define-page.ts';

export const roomPatternsPage = definePage({
  name: 'room-patterns',
  area: 'system',
  roles: ['admin'],
  title: (t) => t('roomPatterns.title'),
  menu: { words: (t) => t('counter.roomPatterns'), order: 80 },
  load: () => import('./RoomPatternsPage.tsx').then(({ RoomPatternsPage }) => RoomPatternsPage),
});
