/** The keys that work everywhere on the unlocked screen. Letters are search, so actions take Alt or Ctrl. */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { RevealableFieldId, Role } from '../../contract/fields.ts';
import { assertNever } from '../../contract/result.ts';
import type { MaskedPerson } from '../../contract/residents/views.ts';
import { SEARCH_KINDS } from '../../contract/search/lists.ts';
import { keyOf } from '../keys.ts';
import { fieldsOf } from '../records/record-inputs.ts';
import {
  appStore,
  deskStore,
  keysStore,
  personStore,
  roomStore,
  searchStore,
  staffStore,
  taskStore,
  theftStore,
} from '../stores.ts';
import { currentTask, fieldToOpen } from '../tasks/begin-task.ts';
import { isForm } from './desk-store.ts';
import { isImporting } from './importing.ts';
import type { SearchHandle } from './SearchBox.tsx';
import { turnPrivacy } from './turn-privacy.ts';

export function useDeskKeys(search: RefObject<SearchHandle | null>, role: Role): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const done =
        command(event, role, search) ||
        (event.key === 'Escape' && escape(event, search)) ||
        typeAnywhere(event, search);
      if (done) event.preventDefault();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [search, role]);
}

/** Handles a shortcut; true if the key was one. */
function command(event: KeyboardEvent, role: Role, search: RefObject<SearchHandle | null>): boolean {
  const desk = deskStore.getState();
  const key = keyOf(event);
  if (key === 'help')
    return run(() => (desk.dialog === 'help' ? desk.closeDialog() : desk.openDialog('help')));
  if (key === null || desk.dialog !== 'none' || isImporting()) return false;
  const noForm = desk.page === 'counter' && !isForm(desk.panel);
  const atCounter = noForm && personStore.getState().person !== null && roomStore.getState().room === null;
  const atList = noForm && searchStore.getState().asked;
  const {
    settings: { privacy },
  } = appStore.getState();
  if (privacy && key !== 'verify' && key !== 'privacy') return false;
  switch (key) {
    case 'add':
      return (
        role !== 'admin' &&
        run(() => {
          desk.go('counter');
          desk.show({ kind: 'add' });
        })
      );
    case 'rooms':
      return run(() => desk.go('rooms'));
    case 'import':
      return role !== 'admin' && run(() => desk.go('intake'));
    case 'narrow':
      return (
        atList && run(() => search.current?.narrow(SEARCH_KINDS[Number(event.code.slice(5)) - 1] ?? null))
      );
    case 'reveal':
      return run(() => {
        if (atCounter) revealFirst();
      });
    case 'task':
      return run(() => {
        if (noForm && role !== 'admin') desk.openDialog('tasks');
      });
    case 'note':
      return run(() => {
        if (atCounter && role !== 'admin') desk.show({ kind: 'note' });
      });
    case 'verify':
      return run(() => {
        if (atCounter && role !== 'admin') desk.show({ kind: 'verify' });
      });
    case 'handover':
      return run(() => desk.go('handover'));
    case 'privacy':
      return (noForm || desk.page !== 'counter') && run(() => turnPrivacy(!privacy));
    case 'zoomIn':
    case 'zoomOut':
    case 'zoomReset':
      return false;
    default:
      return assertNever(key);
  }
}

const run = (action: () => void): true => {
  action();
  return true;
};

/** The field whose row has the focus, else what the task opens, else the first phone, else whatever can be revealed. */
function revealFirst(): void {
  const { person } = personStore.getState();
  if (person === null) return;
  const row = document.activeElement?.closest<HTMLElement>('[data-field]');
  const task = currentTask();
  const target =
    revealable(person).find(
      ({ field, ordinal }) => row?.dataset['field'] === field && row.dataset['ordinal'] === String(ordinal),
    ) ??
    (task === null ? null : fieldToOpen(task, person)) ??
    revealable(person).find(({ field }) => field === 'phone') ??
    revealable(person)[0];
  if (target !== undefined) deskStore.getState().show({ kind: 'reveal', ...target });
}

const revealable = (
  person: MaskedPerson,
): readonly { readonly field: RevealableFieldId; readonly ordinal: number }[] =>
  [...person.fields, ...person.records.flatMap(fieldsOf)].flatMap(({ field, ordinal, access }) =>
    field === 'sex' || access === 'shown' ? [] : [{ field, ordinal }],
  );

/** One thing at a time: what is shown, then the page, then the record, then the search. Dialogs and forms see to themselves. */
function escape(event: KeyboardEvent, search: RefObject<SearchHandle | null>): boolean {
  const desk = deskStore.getState();
  if (event.isComposing || desk.dialog !== 'none' || isImporting()) return false;
  if (isForm(desk.panel)) return false;
  if (desk.panel.kind !== 'none') desk.hidePanel();
  else if (roomStore.getState().room !== null) roomStore.getState().close();
  else if (desk.page === 'staff' && staffStore.getState().ceremony !== null) staffStore.getState().leave();
  else if (desk.page === 'keys' && theftStore.getState().screen !== null) theftStore.getState().leave();
  else if (desk.page === 'keys' && keysStore.getState().ceremony !== null) keysStore.getState().leave();
  else if (desk.page !== 'counter') desk.go('counter');
  else if (personStore.getState().person !== null) personStore.getState().close();
  else if (taskStore.getState().task !== null && !searchStore.getState().asked) taskStore.getState().end();
  else {
    search.current?.clear();
    void searchStore.getState().search('');
  }
  search.current?.focus();
  return true;
}

/** A character typed where nothing takes text goes to the search box. */
function typeAnywhere(event: KeyboardEvent, search: RefObject<SearchHandle | null>): false {
  const desk = deskStore.getState();
  if (desk.page !== 'counter' || desk.dialog !== 'none' || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  const target = event.target instanceof Element ? event.target : null;
  const takesText = target?.closest('input, textarea, select, form') ?? null;
  if (takesText !== null) return false;
  if ([...event.key].length !== 1 || event.key === ' ') return false;
  search.current?.receive(event);
  return false;
}
