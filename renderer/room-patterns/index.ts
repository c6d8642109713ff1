/** The page of room notations: how this estate writes its rooms. */
import { definePage } from '../pages/define-page.ts';
import { roomPatternsWords } from './words.ts';

export const roomPatternsPage = definePage({
  name: 'room-patterns',
  area: 'system',
  place: 40,
  messages: roomPatternsWords,
  roles: ['admin'],
  title: (t) => t('roomPatterns.title'),
  tab: (t) => t('counter.roomPatterns'),
  load: () => import('./RoomPatternsPage.tsx').then(({ RoomPatternsPage }) => RoomPatternsPage),
});
