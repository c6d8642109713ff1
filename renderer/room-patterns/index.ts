/** The page of room notations: how this estate writes its rooms. */
import { definePage } from '../pages/define-page.ts';
import { roomPatternsWords } from './words.ts';

export const roomPatternsPage = definePage({
  name: 'room-patterns',
  at: { tab: 'rules', place: 40 },
  messages: roomPatternsWords,
  roles: ['admin'],
  title: (t) => t('roomPatterns.title'),
  called: ['房号怎么写 房号识别', 'how rooms are written'],
  load: () => import('./RoomPatternsPage.tsx').then(({ RoomPatternsPage }) => RoomPatternsPage),
});
