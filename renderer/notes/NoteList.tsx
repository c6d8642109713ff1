/** List of notes on earlier work for the resident, newest first; the words of each are behind the same reveal as every contact value. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { ROLE_TIERS } from '../../contract/fields.ts';
import type { MaskedField, MaskedPerson } from '../../contract/people/views.ts';
import type { NoteView } from '../../contract/tasks/views.ts';
import { useDesk } from '../pages/desk-context.ts';
import { formatMoment } from '../messages/format.ts';
import { RevealRow } from '../reveal/RevealRow.tsx';
import { deskStore } from '../pages/stores.ts';
import { notesStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote } from '../ui/Note.tsx';
import css from '../tasks/tasks.module.css';

export function NoteList({ person }: { readonly person: MaskedPerson }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { personId, notes, more, failure, read, readOlder } = useStore(notesStore);
  useEffect(() => void read(person.personId), [read, person.personId]);
  const mine = personId === person.personId;
  return (
    <section aria-label={t('note.list')} data-testid="note-list">
      <h2 className={cx('row2', css.notesHead)}>
        {t('note.list')}
        {signedIn.role !== 'admin' && (
          <Button
            weight="plain"
            shortcut="note"
            data-testid="note-button"
            onClick={() => deskStore.getState().show({ kind: 'note' })}
          >
            {t('note.add')}
          </Button>
        )}
      </h2>
      <FailureNote failure={mine ? failure : null} />
      {mine && failure === null && notes.length === 0 && (
        <EmptyState small drawing="note" words={t('note.none')} />
      )}
      {mine && notes.map((note) => <Entry key={note.noteId} person={person} note={note} />)}
      {mine && more && (
        <Button weight="plain" data-testid="notes-older" onClick={() => void readOlder()}>
          {t('note.older')}
        </Button>
      )}
    </section>
  );
}

function Entry({ person, note }: { readonly person: MaskedPerson; readonly note: NoteView }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const panel = useStore(deskStore, (state) => state.panel);
  const { ordinal, roomWords, noteId } = note;
  const hook = { 'data-testid': 'note', 'data-field': 'note', 'data-ordinal': ordinal ?? '' };
  // Words of the room are asked for by the number of their note, those of the person by their place.
  const asked = roomWords ? { ordinal: 0, roomNote: noteId } : { ordinal: ordinal ?? 0 };
  const hasWords = roomWords || ordinal !== null;
  if (
    hasWords &&
    panel.kind === 'reveal' &&
    panel.field === 'note' &&
    panel.ordinal === asked.ordinal &&
    panel.roomNote === asked.roomNote
  ) {
    const access = ROLE_TIERS[signedIn.role].includes('contact') ? 'own-pin' : 'co-sign';
    const field: MaskedField = {
      field: 'note',
      ordinal: asked.ordinal,
      tier: 'contact',
      mask: HIDDEN,
      valid: true,
      access,
      verifiedAt: null,
      note: null,
    };
    return (
      <div {...hook} className={cx(css.noteOpen)}>
        <RevealRow person={person} field={field} name="note" {...(roomWords ? { roomNote: noteId } : {})} />
      </div>
    );
  }
  return (
    <div {...hook} className={cx(css.note)}>
      <span className={cx('digits', 'quiet')}>{formatMoment(note.at)}</span>
      <span>
        <b>{t(`tasks.${note.task}.name`)}</b> · {t(`noteOutcomes.${note.outcome}`)}
      </span>
      <span className="quiet">
        {note.staffName}
        {note.roomLabel !== null && person.rooms.length > 1 && ` · ${note.roomLabel}`}
      </span>
      {hasWords && (
        <Button
          weight="plain"
          data-testid={roomWords ? `reveal-room-note-${noteId}` : `reveal-note-${ordinal}`}
          onClick={() => deskStore.getState().show({ kind: 'reveal', field: 'note', ...asked })}
        >
          {t('note.read')}
        </Button>
      )}
    </div>
  );
}

/** The words of a note are hidden whole. */
const HIDDEN = '***';
