/** The store of the task that is being done, made once. */
import { personStore } from '../current-record/stores.ts';
import { createTaskStore } from './task-store.ts';

export const taskStore = createTaskStore();

/** A visitor who was verified a moment ago is still who they are as a task begins or goes on with them. */
const STILL_HERE_MS = 15 * 60_000;

function tellVerified(): void {
  const { person } = personStore.getState();
  const at = person?.verifiedAt ?? null;
  if (person !== null && at !== null && Date.now() - at < STILL_HERE_MS)
    taskStore.getState().tell('verify', person.personId);
}
personStore.subscribe((now, before) => {
  if (now.person?.personId !== before.person?.personId) return tellVerified();
  // A wrong answer came after the right one.
  const { person } = now;
  if (person === null || person.verifiedAt !== null || (before.person?.verifiedAt ?? null) === null) return;
  const done = taskStore
    .getState()
    .done.filter((one) => one.step !== 'verify' || one.personId !== person.personId);
  taskStore.setState({ done });
});
taskStore.subscribe((now, before) => {
  if (now.task !== before.task && now.task !== null) tellVerified();
});
