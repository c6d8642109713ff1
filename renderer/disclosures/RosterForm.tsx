/** The roster of one unit: which one, whom for, and two people who agree. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useApprover } from '../pages/use-approver.tsx';
import { useDraft } from '../pages/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import formCss from '../ui/form.module.css';
import { FailureNote } from '../ui/Note.tsx';
import { TextField } from '../ui/TextField.tsx';
import { GiveForm, type Made } from './GiveForm.tsx';
import { NO_RECIPIENT, type Recipient, RecipientFields, recipientTyped } from './RecipientFields.tsx';

type Rooms = RouteReply<'rooms.find'>['rooms'];

interface Draft extends Recipient {
  readonly chosen: Rooms[number] | null;
}

export function RosterForm({ onClose }: { readonly onClose: (made?: Made) => void }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { draft, put, of } = useDraft<Draft>({ ...NO_RECIPIENT, chosen: null });
  const { chosen } = draft;
  const approver = useApprover();
  return (
    <GiveForm
      title={t('disclosures.rosterTitle')}
      lead={t('disclosures.rosterLead')}
      file="roster"
      other={signedIn.role === 'admin' ? 'supervisor' : 'admin'}
      send={({ pin, second }, fileId) => {
        if (chosen === null) throw new RangeError('asked before it is ready');
        return bridge.vault['disclosures.roster']({
          ...recipientTyped(draft),
          fileId,
          roomId: chosen.roomId,
          pin,
          other: second,
          ...approver.take(),
        });
      }}
      onFailed={approver.onFailed}
      onClose={onClose}
    >
      <RoomField room={chosen} onChoose={(room) => put({ chosen: room })} />
      <RecipientFields name={t('disclosures.recipient')} purpose={t('disclosures.basisAndPurpose')} of={of} />
      {approver.field}
    </GiveForm>
  );
}

interface RoomFieldProps {
  readonly room: Rooms[number] | null;
  readonly onChoose: (room: Rooms[number] | null) => void;
}

function RoomField({ room, onChoose }: RoomFieldProps) {
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
      <FieldLine>
        <TextField
          label={t('disclosures.room')}
          hint={t('disclosures.roomHint')}
          problem={found?.length === 0 ? t('disclosures.noRoom') : null}
          required
          missing={t('disclosures.chooseRoom')}
          validate={() => (room === null ? t('disclosures.chooseRoom') : null)}
          maxLength={60}
          value={text}
          testId="disclosure-room"
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The form is not sent by what looks up a part of it.
            event.preventDefault();
            void find();
          }}
        />
        <Button className={formCss.level} data-testid="disclosure-room-find" onClick={() => void find()}>
          {t('disclosures.findRoom')}
        </Button>
      </FieldLine>
      <FailureNote failure={failure} />
      {found !== null && found.length > 0 && (
        <Chips
          label={t('disclosures.rosterOf', { label: room?.label ?? '…' })}
          choices={found.map(({ roomId, label }) => ({ value: String(roomId), words: label }))}
          value={room === null ? null : String(room.roomId)}
          testId="disclosure-room-choice"
          onChange={(id) => onChoose(found.find(({ roomId }) => String(roomId) === id) ?? null)}
        />
      )}
    </>
  );
}
