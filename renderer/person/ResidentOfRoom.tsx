/** Somebody who lives in a room, chosen by their mask: a guardian, or a member of staff who lives here. */
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { RoomHit, RoomView } from '../../contract/records/views.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import { TextField } from '../ui/TextField.tsx';
import css from './person.module.css';

/** Rooms that are offered where the text may mean several. */
const MAX_ROOMS = 6;

interface ResidentOfRoomProps {
  /** Of the field for the room. */
  readonly label: string;
  readonly chosen: PersonId | null;
  readonly onChoose: (personId: PersonId | null) => void;
  readonly autoFocus: boolean;
  readonly problem: string | null;
  readonly testId: string;
}

/** The room first, then who lives there: opening a room is in the log, as from everywhere. */
export function ResidentOfRoom({ label, chosen, onChoose, autoFocus, problem, testId }: ResidentOfRoomProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly RoomHit[] | null>(null);
  const [room, setRoom] = useState<RoomView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const open = async ({ roomId }: RoomHit) => {
    const reply = await bridge.vault['rooms.open']({ roomId });
    setFailure(reply.ok ? null : reply.error);
    setRoom(reply.ok ? reply.value : null);
    onChoose(null);
  };
  const find = async () => {
    const reply = await bridge.vault['rooms.find']({ text });
    setFailure(reply.ok ? null : reply.error);
    const found = reply.ok ? reply.value.rooms.filter(({ livedIn }) => livedIn) : [];
    setHits(found);
    setRoom(null);
    if (found.length === 1 && found[0] !== undefined) await open(found[0]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // The form around it is not sent by it.
    event.preventDefault();
    void find();
  };
  const people = room?.people.filter(({ personKind, ended }) => personKind === 'person' && !ended) ?? [];
  return (
    <>
      <div className={cx(css.lineOne)}>
        <TextField
          label={label}
          problem={problem}
          value={text}
          maxLength={60}
          autoFocus={autoFocus}
          testId={`${testId}-room`}
          onKeyDown={onKeyDown}
          onChange={setText}
        />
        <Button disabled={text.trim() === ''} data-testid={`${testId}-find`} onClick={() => void find()}>
          {t('guardian.find')}
        </Button>
      </div>
      <FailureNote failure={failure} />
      {hits?.length === 0 && (
        <p className={cx('small')} role="status" data-testid={`${testId}-nobody`}>
          {t('guardian.nobody')}
        </p>
      )}
      {hits !== null && hits.length > 1 && (
        <div className={cx(css.adders)} role="group" aria-label={t('guardian.whichRoom')}>
          {hits.slice(0, MAX_ROOMS).map((hit) => (
            <Button
              key={hit.roomId}
              aria-pressed={room?.roomId === hit.roomId}
              data-testid={`${testId}-room-${hit.roomId}`}
              onClick={() => void open(hit)}
            >
              {hit.label}
            </Button>
          ))}
        </div>
      )}
      {people.length > 0 && (
        <Chips
          label={t('guardian.who', { room: room?.label ?? '' })}
          testId={`${testId}-who`}
          value={chosen === null ? null : String(chosen)}
          onChange={(id) =>
            onChoose(people.find(({ personId }) => String(personId) === id)?.personId ?? null)
          }
          choices={people.map(({ personId, nameMask, relation, phoneMask }) => ({
            value: String(personId),
            words: [nameMask, t(`relations.${relation}`), phoneMask ?? '']
              .filter((part) => part !== '')
              .join(' · '),
          }))}
        />
      )}
    </>
  );
}
