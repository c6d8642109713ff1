/** The resident: where and who, then the fields, each with its mask and one quiet action. */
import { memo, useDeferredValue, useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useTranslation } from '../messages/translate.ts';
import type { Reason } from '../../contract/fields.ts';
import { taskOf } from '../../contract/tasks/lists.ts';
import type { MaskedPerson, RevealedField } from '../../contract/people/views.ts';
import { ConsentStrip } from '../consent/ConsentStrip.tsx';
import type { Panel } from '../pages/desk-store.ts';
import { describeFailure } from '../messages/describe-failure.ts';
import { formatDate } from '../messages/format.ts';
import { RecordForm } from '../records/RecordForm.tsx';
import { Records } from '../records/Records.tsx';
import { FullRecordForm } from '../reveal/FullRecordForm.tsx';
import { useShownFields } from '../reveal/use-shown-fields.ts';
import { appStore } from '../stores.ts';
import { deskStore } from '../pages/stores.ts';
import { personStore } from '../current-record/stores.ts';
import { taskStore } from '../tasks/stores.ts';
import { EmergencyPanel } from '../emergency-access/EmergencyPanel.tsx';
import { RunningEmergency } from '../emergency-access/RunningEmergency.tsx';
import { NoteForm } from '../notes/NoteForm.tsx';
import { NoteList } from '../notes/NoteList.tsx';
import { AskRoomPanel } from '../notes/AskRoomPanel.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Ring } from '../ui/Ring.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { VerifyPanel } from '../verify/VerifyPanel.tsx';
import { EditForm } from '../person/EditForm.tsx';
import { groupFields } from '../person/field-groups.ts';
import { FieldRow } from '../person/FieldRow.tsx';
import { MergePanel } from '../person/MergePanel.tsx';
import css from '../person/person.module.css';
import { ReplacedPanel } from '../person/ReplacedPanel.tsx';
import { LimitFailure } from '../limit-override/LimitFailure.tsx';
import { OpenedOutside } from '../limit-override/ScopeNotes.tsx';
import { UnmergePanel } from '../person/UnmergePanel.tsx';
import { ChosenRow } from './ChosenRow.tsx';
import { RecordHead } from './RecordHead.tsx';
import { rowAt } from './search-store.ts';
import { searchStore } from './stores.ts';

/** With whatever is open in it. */
function closeRecord(): void {
  deskStore.getState().hidePanel();
  personStore.getState().close();
}

/** Of the list beside it, which is painted first. What was looked for and not found is said there. */
function Chosen() {
  const { t } = useTranslation();
  const { row, asked } = useDeferredValue(
    useStore(
      searchStore,
      useShallow((state) => ({ row: rowAt(state.items, state.active), asked: state.asked })),
    ),
  );
  if (row !== null) return <ChosenRow row={row} />;
  if (asked) return null;
  return <EmptyState drawing="person" title={t('counter.nobody')} words={t('counter.nobodyLead')} />;
}

export const PersonPanel = memo(function PersonPanel() {
  const { t } = useTranslation();
  const { person, opening, failure, again } = useStore(personStore);
  const panel = useStore(deskStore, (state) => state.panel);
  const isReadOnly = useStore(appStore, ({ status }) => status?.readOnly === true);
  if (panel.kind === 'add')
    return (
      <section className={cx(css.panel)} aria-label={t('edit.addTitle')}>
        <EditForm person={null} room={panel.room} />
      </section>
    );
  if (panel.kind === 'ask-room')
    return (
      <section className={cx(css.panel)} aria-label={t('roomCheck.title')}>
        <AskRoomPanel />
      </section>
    );
  if (person === null) {
    return (
      <section
        className={cx(css.panel, css.nobody)}
        // What went wrong may be longer than the panel is high.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={failure === null ? undefined : 0}
        aria-label={t('person.panel')}
        data-testid="person-empty"
      >
        {/* Of records that are damaged the banner says all there is to say. */}
        {!isReadOnly && <LimitFailure failure={failure} onLifted={again} />}
        {isReadOnly && failure !== null && (
          <EmptyState drawing="warn" words={describeFailure(t, failure).what} live testId="failure" />
        )}
        {opening && <Waiting testId="person-loading" />}
        {failure === null && !opening && <Chosen />}
      </section>
    );
  }
  const form = formFor(panel, person);
  return (
    <section
      className={cx(css.panel)}
      // A damaged store's record has nothing to press: the keyboard scrolls it all the same.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isReadOnly ? 0 : undefined}
      aria-label={t('person.panel')}
      aria-busy={opening}
      data-testid="person-panel"
      data-person={person.personId}
    >
      {form}
      {panel.kind !== 'merge' && <Record key={`record-${person.personId}`} person={person} />}
    </section>
  );
});

function formFor(panel: Panel, person: MaskedPerson) {
  switch (panel.kind) {
    case 'edit':
      return <EditForm key={person.version} person={person} />;
    case 'record': {
      const record =
        person.records.find((one) => one.kind === panel.record && one.recordId === panel.recordId) ?? null;
      return (
        <RecordForm
          key={`${person.version}-${panel.record}-${panel.recordId}`}
          person={person}
          kind={panel.record}
          record={record}
        />
      );
    }
    case 'merge':
      return <MergePanel key={`${person.version}-${panel.other}`} person={person} otherId={panel.other} />;
    case 'unmerge':
      return (
        <UnmergePanel key={`${person.version}-${panel.mergeId}`} person={person} mergeId={panel.mergeId} />
      );
    case 'replaced':
      return <ReplacedPanel key={person.version} person={person} />;
    default:
      return null;
  }
}

function Record({ person }: { readonly person: MaskedPerson }) {
  const { t } = useTranslation();
  const { panel, hidePanel } = useStore(deskStore);
  const [bar, setBar] = useState<HTMLElement | null>(null);
  return (
    <>
      <RecordHead person={person} onClose={closeRecord} bar={setBar} />
      <OpenedOutside
        personId={person.personId}
        rooms={person.rooms.map(({ roomId }) => roomId)}
        onOver={closeRecord}
      />
      <RunningEmergency onEnded={hidePanel} />
      {panel.kind === 'verify' && <VerifyPanel person={person} />}
      {panel.kind === 'emergency' && <EmergencyPanel person={person} />}
      {panel.kind === 'note' && <NoteForm personId={person.personId} rooms={person.rooms} />}
      {panel.kind === 'full' ? (
        <FullRecord key={panel.reason} person={person} reason={panel.reason ?? null} bar={bar} />
      ) : (
        <Fields person={person} shown={null} />
      )}
      <div className={cx(css.aside)}>
        <ConsentStrip person={person} />
        <NoteList person={person} />
        <p className={cx(css.updated)}>{t('person.updated', { date: formatDate(person.updatedAt) })}</p>
      </div>
    </>
  );
}

/** Scrolls the section that a task needs into view as the task begins, however far the record was scrolled. */
const bringIntoView = (section: HTMLElement | null): void => section?.scrollIntoView({ block: 'nearest' });

function Fields({
  person,
  shown,
}: {
  readonly person: MaskedPerson;
  readonly shown: readonly RevealedField[] | null;
}) {
  const { t } = useTranslation();
  const task = useStore(taskStore, (state) => state.task);
  const panel = useStore(deskStore, (state) => state.panel);
  // The name stands in the head, with its own way to be shown: here it is while it is.
  const isNameShown = shown !== null || (panel.kind === 'reveal' && panel.field === 'name');
  const listed = person.fields.filter(({ field }) => field !== 'name' || isNameShown);
  return (
    <div>
      {groupFields(listed, task === null ? [] : taskOf(task).needs).map(({ group, fields }) => (
        <section
          key={group}
          ref={group === 'task' ? bringIntoView : null}
          className={cx(group === 'task' && css.forTask)}
          aria-label={t(group === 'task' ? 'person.forTask' : 'person.panel')}
          data-testid={`fields-${group}`}
        >
          {fields.map((field) => (
            <FieldRow
              key={`${field.field}-${field.ordinal}`}
              person={person}
              field={field}
              shown={
                shown?.find((one) => one.field === field.field && one.ordinal === field.ordinal)?.value ??
                null
              }
            />
          ))}
        </section>
      ))}
      {person.fields.length === 0 && <p className="quiet">{t('person.nothing')}</p>}
      <Records person={person} shown={shown} />
    </div>
  );
}

/** Whoever has asked at the end of a record reads it from its first value: what stands first is at the end of what is seen where all before it is seen. */
const bringToBegin = (first: HTMLElement | null): void => first?.scrollIntoView({ block: 'end' });

/** Asks for the supervisor, then shows every value for as long as the vault says. The values live here and nowhere else. */
function FullRecord({
  person,
  reason,
  bar,
}: {
  readonly person: MaskedPerson;
  readonly reason: Reason | null;
  readonly bar: HTMLElement | null;
}) {
  const { t } = useTranslation();
  const { shown, show, hide } = useShownFields();
  if (shown === null) {
    return (
      <>
        <FullRecordForm
          person={person}
          reason={reason}
          onShown={(fields, step) => {
            taskStore.getState().tell(step, person.personId);
            show(fields);
          }}
        />
        <Fields person={person} shown={null} />
      </>
    );
  }
  return (
    <>
      {bar !== null &&
        createPortal(
          <div className={cx('row4', css.fullBar)} data-testid="full-shown">
            <Ring
              left={shown.left}
              of={shown.seconds}
              label={t('reveal.secondsLeft', { seconds: Math.ceil(shown.left) })}
            />
            <p>{t('reveal.fullShown')}</p>
            <Button shortcut="escape" onClick={hide} data-testid="hide-full">
              {t('person.hide')}
            </Button>
          </div>,
          bar,
        )}
      <span ref={bringToBegin} />
      <Fields person={person} shown={shown.fields} />
    </>
  );
}
