/** A room by its label, which opens it. */
import { openRoom } from './open-room.ts';
import { cx } from '../ui/cx.ts';
import type { RoomId } from '../../contract/ids.ts';
import css from './opened.module.css';

export function RoomLink({ room }: { readonly room: { readonly roomId: RoomId; readonly label: string } }) {
  return (
    <button
      type="button"
      className={cx(css.link, 'digits')}
      data-testid={`room-link-${room.roomId}`}
      onClick={() => openRoom(room.roomId)}
    >
      {room.label}
    </button>
  );
}
