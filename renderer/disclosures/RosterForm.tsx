/** The roster of one unit: which one, whom for, and two people who agree. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { FailureNote } from '../ui/Note.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { GiveForm, type Made } from './GiveForm.tsx';
import { finishRecipient, NO_RECIPIENT, RecipientFields } from './RecipientFields.tsx';

type Rooms = RouteReply<'rooms.find'>['rooms'];

export function RosterForm({ onClose }: { readonly onClose: (made?: Made) => void }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const markDirty = useUnsaved();
  const [typed, setTyped] = useState(NO_RECIPIENT);
  const [room, setRoom] = useState<Rooms[number] | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const finished = finishRecipient(typed);
  return (
    <GiveForm
      title={t('disclosures.rosterTitle')}
      lead={t('disclosures.rosterLead')}
      file="roster"
      other={signedIn.role === 'admin' ? 'supervisor' : 'admin'}
      isReady={() => {
        setIsAsked(true);
        return finished !== null && room !== null;
      }}
      send={({ fileId, pin, other }) => {
        if (finished === null || room === null || other === null)
          throw new RangeError('asked before it is ready');
        return bridge.vault['disclosures.roster']({ ...finished, fileId, roomId: room.roomId, pin, other });
      }}
      onClose={onClose}
    >
      <RoomField
        room={room}
        problem={isAsked && room === null ? t('disclosures.chooseRoom') : null}
        onChoose={(next) => {
          markDirty();
          setRoom(next);
        }}
      />
      <RecipientFields
        name={t('disclosures.recipient')}
        value={typed}
        isAsked={isAsked}
        onChange={(next) => {
          markDirty();
          setTyped(next);
        }}
      />
    </GiveForm>
  );
}

interface RoomFieldProps {
  readonly room: Rooms[number] | null;
  readonly problem: string | null;
  readonly onChoose: (room: Rooms[number] | null) => void;
}

function RoomField({ room, problem, onChoose }: RoomFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Rooms | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const find = async (): Promise<void> => {
    if (text.trim() === '') return;
    const reply = await bridge.vault['rooms.find']({ text: text.trim() });
    setFailure(reply.ok ? null : reply.error);
    const rooms = reply.ok ? reply.value.rooms : null;
    setFound(rooms);
    onChoose(rooms?.length === 1 ? (rooms[0] ?? null) : null);
  };
  return (
    <>
      <div className={formCss.line}>
        <Field
          label={t('disclosures.room')}
          hint={t('disclosures.roomHint')}
          problem={found?.length === 0 ? t('disclosures.noRoom') : problem}
        >
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={60}
              value={text}
              data-testid="disclosure-room"
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                // The form is not sent by what looks up a part of it.
                event.preventDefault();
                void find();
              }}
            />
          )}
        </Field>
        <Button className={formCss.level} data-testid="disclosure-room-find" onClick={() => void find()}>
          {t('disclosures.findRoom')}
        </Button>
      </div>
      <FailureNote failure={failure} />
      {found !== null && found.length > 0 && (
        <Chips
          label={t('disclosures.rosterOf', { label: room?.label ?? '…' })}
          options={found.map(({ roomId, label }) => ({ id: String(roomId), label }))}
          chosen={room === null ? null : String(room.roomId)}
          testId="disclosure-room-choice"
          onChoose={(id) => onChoose(found.find(({ roomId }) => String(roomId) === id) ?? null)}
        />
      )}
    </>
  );
}
