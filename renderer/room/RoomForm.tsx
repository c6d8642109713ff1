/** Changes the facts of a room. They are open, so that no PIN is asked. */
import { useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { RoomChanges } from '../../contract/records/requests.ts';
import type { RoomView } from '../../contract/records/views.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import css from '../person/person.module.css';
import { DetailField } from '../records/DetailField.tsx';
import {
  type Answers,
  type InputName,
  ROOM_INPUTS,
  answersOfRoom,
  roomChangesOf,
  wrongIn,
} from '../records/record-inputs.ts';
import { focusWrong, withoutWrongField, wrongField } from '../person/wrong-field.ts';
import { deskStore } from '../pages/stores.ts';
import { useDraft } from '../pages/use-draft.ts';
import { roomStore } from '../current-record/stores.ts';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';

/** Edits the room back to what it was, which is an entry of its own in the log. */
async function takeBack({ roomId, version }: RoomView, changes: RoomChanges | null): Promise<Failure | null> {
  if (changes === null) return null;
  const reply = await bridge.vault['rooms.edit']({ roomId, version, changes });
  if (!reply.ok) return reply.error;
  if (roomStore.getState().room?.roomId === roomId) roomStore.getState().take(reply.value);
  return null;
}

interface Problem {
  /** The input that it is about. */
  readonly at: InputName | null;
  readonly words: string;
}

export function RoomForm({ room }: { readonly room: RoomView }) {
  const { t } = useTranslation();
  const [before] = useState(() => answersOfRoom(room));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { draft: answers, of } = useDraft<Answers>(before, () => {
    setProblem(null);
    setFailure(withoutWrongField);
  });
  const form = useRef<HTMLFormElement>(null);

  const complain = (at: InputName | null, words: string): void => {
    setProblem({ at, words });
    if (at !== null) form.current?.querySelector<HTMLElement>(`[data-input=${at}]`)?.focus();
  };
  const save = async (): Promise<void> => {
    const wrong = wrongIn(ROOM_INPUTS, answers);
    if (wrong !== null) return complain(wrong.name, t(`records.wrong.${wrong.why}`));
    const changes = roomChangesOf(before, answers);
    if (changes === null) return complain(null, t('edit.nothingChanged'));
    setFailure(null);
    const reply = await bridge.vault['rooms.edit']({ roomId: room.roomId, version: room.version, changes });
    if (!reply.ok) {
      setFailure(reply.error);
      return focusWrong(form.current);
    }
    const saved = reply.value;
    roomStore.getState().take(saved);
    deskStore.getState().tellSaved(() => takeBack(saved, roomChangesOf(answers, before)));
  };
  const problemAt = (name: InputName): string | null => {
    if (problem?.at === name) return problem.words;
    return wrongField(failure) === name ? t('errors.invalid-value.what') : null;
  };
  return (
    <Form
      formRef={form}
      about=""
      name="room"
      testIds={{ submit: 'edit-save', cancel: 'edit-cancel' }}
      title={`${t('room.editTitle')} · ${room.label}`}
      lead={t('records.lead')}
      focus="field"
      complaint={problem?.at === null ? problem.words : null}
      failure={failure}
      yes={t('common.save')}
      busyWords={t('edit.saving')}
      send={save}
      onClose={() => deskStore.getState().hidePanel()}
    >
      <div className={cx(css.two)}>
        {ROOM_INPUTS.map((input, index) => (
          <DetailField
            key={input.name}
            {...of(input.name)}
            input={input}
            value={answers[input.name] ?? ''}
            autoFocus={index === 0}
            problem={problemAt(input.name)}
          />
        ))}
      </div>
      {room.statusText !== null && (
        <p className={cx('small', 'quiet')}>{t('room.statusText', { words: room.statusText })}</p>
      )}
    </Form>
  );
}
