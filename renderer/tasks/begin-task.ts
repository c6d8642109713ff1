/** Transitions of a task: it is chosen, goes on to a step, or ends. */
import type { ReasonId, RevealableFieldId } from '../../contract/fields.ts';
import { assertNever } from '../../contract/result.ts';
import { type CounterTask, type TaskId, taskOf } from '../../contract/tasks/lists.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { usedReason } from '../../contract/reasons/lists.ts';
import { reasonsStore } from '../reasons/stores.ts';
import { deskStore } from '../pages/stores.ts';
import { personStore, roomStore } from '../current-record/stores.ts';
import { toastsStore } from '../ui/toasts.ts';
import { taskStore } from './stores.ts';
import { type Step, isDone, stepsOf } from './task-steps.ts';

/** The task that is being done, as the list describes it. */
export function currentTask(): CounterTask | null {
  const { task } = taskStore.getState();
  return task === null ? null : taskOf(task);
}

/** The task's own reason; null where there is none, or it is out of use. */
export function usualReason(): ReasonId | null {
  const reason = currentTask()?.reason ?? null;
  return reason !== null && usedReason(reasonsStore.getState().list, reason) !== undefined ? reason : null;
}

/** Shows the step that the task begins with: a room has a screen of its own, an emergency does not wait. */
export function beginTask(id: TaskId): void {
  const { closeDialog, leave, go, show } = deskStore.getState();
  const { begins, opening } = taskOf(id);
  closeDialog();
  leave(() => {
    toastsStore.getState().clear();
    taskStore.getState().take(id);
    go('counter');
    roomStore.getState().close();
    // Neither begins with somebody's record.
    if (begins !== 'record') personStore.getState().close();
    const panel =
      begins === 'room'
        ? 'ask-room'
        : opening === 'emergency' && personStore.getState().person !== null
          ? 'emergency'
          : null;
    // The picker gives the focus back as it goes; what takes it next comes after that.
    if (panel !== null) requestAnimationFrame(() => show({ kind: panel }));
  });
}

/** A field of the record was shown: the step that opens it is done. */
export function tellOpened(field: RevealableFieldId, personId: PersonId): void {
  const task = currentTask();
  if (task === null || !task.opens.includes(field)) return;
  for (const step of stepsOf(task))
    if (step === 'open' || step === 'call') taskStore.getState().tell(step, personId);
}

/** The first field of the record that the task opens, or null. */
export function fieldToOpen(
  task: CounterTask,
  person: MaskedPerson,
): { readonly field: RevealableFieldId; readonly ordinal: number } | null {
  for (const field of task.opens) {
    const found = person.fields.find((one) => one.field === field && one.access !== 'shown');
    if (found !== undefined) return { field, ordinal: found.ordinal };
  }
  return null;
}

/** Without a record there is only the way to one; with one, every step may be taken early, but what is not on record cannot be opened. */
export function mayGo(step: Step, task: CounterTask, person: MaskedPerson | null): boolean {
  if (task.begins === 'room' || step === 'find' || step === 'plate') return true;
  if (person === null) return false;
  return (step !== 'open' && step !== 'call') || fieldToOpen(task, person) !== null;
}

/** `search` gives the focus to the search box, where a record is still to be found. */
export function goToStep(step: Step, task: CounterTask, search: () => void): void {
  const desk = deskStore.getState();
  roomStore.getState().close();
  const { person } = personStore.getState();
  // A room is noted where it was asked for.
  if (step === 'room' || task.begins === 'room') return desk.show({ kind: 'ask-room' });
  if (person === null || step === 'find' || step === 'plate') return search();
  switch (step) {
    case 'verify':
      return desk.show({ kind: 'verify' });
    case 'verify-other':
      return isDone('verify', taskStore.getState().done, person.personId)
        ? search()
        : desk.show({ kind: 'verify' });
    case 'call':
    case 'open': {
      const target = fieldToOpen(task, person);
      return target === null ? undefined : desk.show({ kind: 'reveal', ...target });
    }
    case 'full':
      return desk.show({ kind: 'full' });
    case 'extract':
      return desk.show({ kind: 'full', reason: 'authority' });
    case 'request':
      return desk.go('requests');
    case 'add':
      return desk.show({ kind: 'add', room: person.rooms[0]?.label ?? '' });
    case 'emergency':
      return desk.show({ kind: 'emergency' });
    case 'note':
      return desk.show({ kind: 'note' });
    default:
      return assertNever(step);
  }
}
