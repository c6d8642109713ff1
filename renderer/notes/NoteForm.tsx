/** How it ended, in a word of the list and a few of one's own. The words are sealed as soon as they are sent. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { FIELDS } from '../../contract/fields.ts';
import { type NoteOutcome, TASK_IDS, type TaskId, taskOf } from '../../contract/tasks/lists.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import { bridge } from '../bridge.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { deskStore } from '../pages/stores.ts';
import { notesStore } from './stores.ts';
import { taskStore } from '../tasks/stores.ts';
import { Chips } from '../ui/Chips.tsx';
import { Field } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextArea } from '../ui/TextInput.tsx';

interface NoteFormProps {
  /** Null for a note of a room alone. */
  readonly personId: PersonId | null;
  readonly rooms: readonly { readonly roomId: RoomId; readonly label: string }[];
}

export function NoteForm({ personId, rooms }: NoteFormProps) {
  const { t } = useTranslation();
  const running = useStore(taskStore, (state) => state.task);
  const [picked, setPicked] = useState<TaskId | null>(null);
  const preset = useStore(deskStore, ({ panel }) => (panel.kind === 'note' ? panel.outcome : undefined));
  const [outcome, setOutcome] = useState<NoteOutcome | null>(preset ?? null);
  const [roomId, setRoomId] = useState<RoomId | null>(rooms[0]?.roomId ?? null);
  const form = useRef<HTMLFormElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const touch = useUnsaved();
  const task = running ?? picked;

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-haspopup=listbox], input[type=radio]')?.focus();
  }, []);

  return (
    <Form
      formRef={form}
      name="note"
      testIds={{ submit: 'note-save' }}
      about=""
      title={t('note.title')}
      focus="field"
      yes={t('note.save')}
      busyWords={t('edit.saving')}
      ready={task !== null && outcome !== null}
      send={() =>
        task === null || outcome === null
          ? null
          : bridge.vault['notes.add']({
              personId,
              roomId,
              task,
              outcome,
              words: words.current?.value.trim() ?? '',
            })
      }
      onDone={() => {
        taskStore.getState().end();
        deskStore.getState().tellSaved();
        if (personId !== null) void notesStore.getState().read(personId);
      }}
      onClose={() => deskStore.getState().hidePanel()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) form.current?.requestSubmit();
      }}
    >
      {running === null && (
        <SelectField
          label={t('note.task')}
          required
          value={picked}
          choices={choicesOf(TASK_IDS, (id) => t(`tasks.${id}.name`))}
          placeholder={t('staff.second.choose')}
          testId="note-task"
          onChange={(id) => {
            setPicked(id);
            setOutcome(preset !== undefined && taskOf(id).outcomes.includes(preset) ? preset : null);
          }}
        />
      )}
      {task !== null && (
        <Chips
          label={t('log.columns.outcome')}
          testId="outcome"
          value={outcome}
          onChange={setOutcome}
          choices={choicesOf(taskOf(task).outcomes, (id) => t(`noteOutcomes.${id}`))}
        />
      )}
      {personId !== null && rooms.length > 1 && (
        <SelectField
          label={t('note.room')}
          value={roomId}
          choices={rooms.map((room) => ({ value: room.roomId, words: room.label }))}
          testId="note-room"
          onChange={setRoomId}
        />
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
    </Form>
  );
}
