/** Opens a room beside the results; a form with something in it is asked about first. */
import type { RoomId } from '../../contract/ids.ts';
import { deskStore } from '../pages/stores.ts';
import { roomStore } from './stores.ts';

export function openRoom(roomId: RoomId): void {
  deskStore.getState().leave(() => {
    deskStore.getState().hidePanel();
    deskStore.getState().moveOn();
    void roomStore.getState().open(roomId);
  });
}
