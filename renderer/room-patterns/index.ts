/** The page of room notations: how this estate writes its rooms. */
import { definePage } from '../pages/define-page.ts';

export const roomPatternsPage = definePage({
  name: 'room-patterns',
  area: 'system',
  place: 40,
  roles: ['admin'],
  title: (t) => t('roomPatterns.title'),
  tab: (t) => t('counter.roomPatterns'),
  load: () => import('./RoomPatternsPage.tsx').then(({ RoomPatternsPage }) => RoomPatternsPage),
});
