/** Changes the facts of a room. They are open, so that no PIN is asked. */
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { RoomChanges } from '../../contract/records/requests.ts';
import type { RoomView } from '../../contract/records/views.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
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
import { roomStore } from '../current-record/stores.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import { useEscapeToCancel, useSubmit } from '../ui/use-submit.ts';

/** Edits the room back to what it was, which is an entry of its own in the log. */
async function takeBack({ roomId, version }: RoomView, changes: RoomChanges | null): Promise<Failure | null> {
  if (changes === null) return null;
  const reply = await bridge.vault['rooms.edit']({ roomId, version, changes });
  if (!reply.ok) return reply.error;
  if (roomStore.getState().room?.roomId === roomId) roomStore.getState().take(reply.value);
  return null;
}

export function RoomForm({ room }: { readonly room: RoomView }) {
  const { t } = useTranslation();
  const [before] = useState(() => answersOfRoom(room));
  const [answers, setAnswers] = useState<Answers>(before);
  const [problem, setProblem] = useState<{ readonly at: InputName | null; readonly words: string } | null>(
    null,
  );
  const { failure, setFailure, busy, submit } = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const { cancel, onKeyDown } = useEscapeToCancel();
  const markDirty = useUnsaved();
  const touch = () => {
    markDirty();
    setFailure(withoutWrongField);
  };

  const complain = (at: InputName | null, words: string): void => {
    setProblem({ at, words });
    if (at !== null) form.current?.querySelector<HTMLElement>(`[data-input=${at}]`)?.focus();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const wrong = wrongIn(ROOM_INPUTS, answers);
    if (wrong !== null) return complain(wrong.name, t(`records.wrong.${wrong.why}`));
    const changes = roomChangesOf(before, answers);
    if (changes === null) return complain(null, t('edit.nothingChanged'));
    const isSaved = await submit(
      () => bridge.vault['rooms.edit']({ roomId: room.roomId, version: room.version, changes }),
      (saved) => {
        roomStore.getState().take(saved);
        deskStore.getState().tellSaved(() => takeBack(saved, roomChangesOf(answers, before)));
      },
    );
    if (!isSaved) focusWrong(form.current);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in the form
    <form
      ref={form}
      className={cx(css.form)}
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
      data-testid="room-form"
    >
      <h1>
        {t('room.editTitle')} · <span className="digits">{room.label}</span>
      </h1>
      <div className={cx(css.two)}>
        {ROOM_INPUTS.map((input, index) => (
          <DetailField
            key={input.name}
            input={input}
            text={answers[input.name] ?? ''}
            autoFocus={index === 0}
            problem={
              problem?.at === input.name
                ? problem.words
                : wrongField(failure) === input.name
                  ? t('errors.invalid-value.what')
                  : null
            }
            onChange={(text) => {
              setAnswers((old) => ({ ...old, [input.name]: text }));
              setProblem(null);
              touch();
            }}
          />
        ))}
      </div>
      {room.statusText !== null && (
        <p className={cx('small', 'quiet')}>{t('room.statusText', { words: room.statusText })}</p>
      )}
      <FailureNote failure={failure} />
      {problem !== null && problem.at === null && (
        <p className={cx('small')} role="alert" data-testid="edit-complaint">
          {problem.words}
        </p>
      )}
      <FormActions>
        <Button weight="main" type="submit" disabled={busy} data-testid="edit-save">
          {busy ? t('edit.saving') : t('common.save')}
        </Button>
        <Button ref={cancel} onClick={deskStore.getState().hidePanel} data-testid="edit-cancel">
          {t('common.cancel')}
        </Button>
      </FormActions>
    </form>
  );
}
