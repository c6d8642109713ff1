/** The steps of a counter task, read from the one list, and how far they have come with the record that is open. Pure. */
import type { CounterTask } from '../../contract/tasks/lists.ts';
import type { PersonId } from '../../contract/ids.ts';

const STEPS = [
  'find',
  'plate',
  'room',
  'verify',
  'verify-other',
  'call',
  'open',
  'full',
  'extract',
  'request',
  'add',
  'emergency',
  'note',
] as const;
export type Step = (typeof STEPS)[number];

/** A step that was done, with whose record; a room is nobody's. */
export interface Done {
  readonly step: Step;
  readonly personId: PersonId | null;
}

/** In the order in which they are offered: who it is comes before what is shown. */
export function stepsOf(task: CounterTask): readonly Step[] {
  return [BEGINS[task.begins], ...verifySteps(task), ...openSteps(task), 'note'];
}

const BEGINS = { record: 'find', plate: 'plate', room: 'room' } as const satisfies Readonly<
  Record<CounterTask['begins'], Step>
>;

function verifySteps({ verifies, opening }: CounterTask): readonly Step[] {
  // An answer that was verified here would not count for the request.
  if (opening === 'request') return [];
  if (verifies === 'both') return ['verify', 'verify-other'];
  return verifies === 'visitor' || verifies === 'owner' ? ['verify'] : [];
}

function openSteps({ opening, verifies, begins }: CounterTask): readonly Step[] {
  if (opening === 'none') return [];
  if (opening !== 'fields') return [opening];
  // Where staff make the call, the number is opened for that alone.
  return [verifies === 'owner-by-phone' || begins === 'plate' ? 'call' : 'open'];
}

export function isDone(step: Step, done: readonly Done[], personId: PersonId | null): boolean {
  if (step === 'find' || step === 'plate') return personId !== null;
  if (step === 'verify-other')
    return new Set(done.filter((one) => one.step === 'verify').map((one) => one.personId)).size > 1;
  return done.some((one) => one.step === step && (one.personId === personId || one.personId === null));
}

/** Returns the step that is offered first: the first that is not done, or else the note, which is always left. */
export const nextStep = (task: CounterTask, done: readonly Done[], personId: PersonId | null): Step =>
  stepsOf(task).find((step) => !isDone(step, done, personId)) ?? 'note';
