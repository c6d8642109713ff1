/** How it ended, in a word of the list and a few of one's own. The words are sealed as soon as they are sent. */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { FIELDS } from '../../contract/fields.ts';
import type { Failure } from '../../contract/result.ts';
import { type NoteOutcome, TASK_IDS, type TaskId, taskOf } from '../../contract/tasks/lists.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import { bridge } from '../bridge.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { deskStore } from '../pages/stores.ts';
import { notesStore } from './stores.ts';
import { taskStore } from '../tasks/stores.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { FailureNote } from '../ui/Note.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import css from '../tasks/tasks.module.css';

interface NoteFormProps {
  /** Null for a note of a room alone. */
  readonly personId: PersonId | null;
  readonly rooms: readonly { readonly roomId: RoomId; readonly label: string }[];
  readonly autoFocus?: boolean;
}

export function NoteForm({ personId, rooms, autoFocus = true }: NoteFormProps) {
  const { t } = useTranslation();
  const running = useStore(taskStore, (state) => state.task);
  const [picked, setPicked] = useState<TaskId | null>(null);
  const [outcome, setOutcome] = useState<NoteOutcome | null>(null);
  const [roomId, setRoomId] = useState<RoomId | null>(rooms[0]?.roomId ?? null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const touch = useUnsaved();
  const task = running ?? picked;

  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    if (autoFocus)
      form.current?.querySelector<HTMLElement>('[aria-haspopup=listbox], input[type=radio]')?.focus();
  }, [autoFocus]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || task === null || outcome === null) return;
    setBusy(true);
    setFailure(null);
    const reply = await bridge.vault['notes.add']({
      personId,
      roomId,
      task,
      outcome,
      words: words.current?.value.trim() ?? '',
    });
    setBusy(false);
    if (!reply.ok) return setFailure(reply.error);
    taskStore.getState().end();
    deskStore.getState().tellSaved();
    if (personId !== null) void notesStore.getState().read(personId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Escape alone would throw away what was typed: it leads to the button that does.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) cancel.current?.focus();
    if (event.key === 'Enter' && event.ctrlKey) form.current?.requestSubmit();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in the form
    <form
      ref={form}
      className={cx(css.form, personId !== null && css.boxed)}
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
      aria-label={t('note.title')}
      data-testid="note-form"
    >
      {personId !== null && <h2>{t('note.title')}</h2>}
      {running === null && (
        <Field label={t('note.task')} className={formCss.half}>
          {(ids) => (
            <Select
              ids={ids}
              required
              value={picked}
              choices={TASK_IDS.map((id) => ({ value: id, words: t(`tasks.${id}.name`) }))}
              placeholder={t('note.choose')}
              testId="note-task"
              onChoose={(id) => {
                setPicked(id);
                setOutcome(null);
              }}
            />
          )}
        </Field>
      )}
      {task !== null && (
        <Chips
          label={t('note.outcome')}
          testId="outcome"
          chosen={outcome}
          onChoose={setOutcome}
          options={taskOf(task).outcomes.map((id) => ({ id, label: t(`noteOutcomes.${id}`) }))}
        />
      )}
      {personId !== null && rooms.length > 1 && (
        <Field label={t('note.room')} className={formCss.half}>
          {(ids) => (
            <Select
              ids={ids}
              value={roomId}
              choices={rooms.map((room) => ({ value: room.roomId, words: room.label }))}
              testId="note-room"
              onChoose={setRoomId}
            />
          )}
        </Field>
      )}
      <Field label={t('note.words')} hint={t('note.wordsHint')}>
        {(ids) => (
          <TextArea
            {...ids}
            ref={words}
            maxLength={FIELDS.note.longest}
            rows={2}
            data-testid="note-words"
            onInput={touch}
          />
        )}
      </Field>
      <FailureNote failure={failure} />
      <FormActions>
        <Button
          weight="main"
          type="submit"
          disabled={busy || task === null || outcome === null}
          data-testid="note-save"
        >
          {t(busy ? 'edit.saving' : 'note.save')}
        </Button>
        <Button ref={cancel} onClick={deskStore.getState().hidePanel} data-testid="note-cancel">
          {t('common.cancel')}
        </Button>
      </FormActions>
    </form>
  );
}
