/** The page of rooms: found by what is typed, opened with what is known of them. */
import { alt } from '../keys.ts';
import { roomStore } from '../current-record/stores.ts';
import { definePage } from '../pages/define-page.ts';
import { roomFinder } from './stores.ts';

const KEY = { group: 'all', shown: 'Alt+H', chord: alt('KeyH') } as const;

export const roomsPage = definePage({
  name: 'rooms',
  at: { tab: 'rooms', place: 10 },
  roles: ['receptionist', 'supervisor', 'admin'],
  title: (t) => t('room.title'),
  called: ['房号 楼栋 单元 空置 空置房 房产', 'room number, building, vacant, flat'],
  keys: { rooms: { ...KEY, words: (t) => t('help.keys.rooms'), press: 'open' } },
  left: () => {
    void roomFinder.getState().find('');
    roomStore.getState().close();
  },
  load: () => import('./RoomsPage.tsx').then(({ RoomsPage }) => RoomsPage),
});
