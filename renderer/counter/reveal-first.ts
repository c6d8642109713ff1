/** The reveal that a key begins, where nobody has pointed at a field. */
import type { RevealableFieldId } from '../../contract/fields.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { personStore } from '../current-record/stores.ts';
import { deskStore } from '../pages/stores.ts';
import { fieldsOf } from '../records/record-inputs.ts';
import { currentTask, fieldToOpen } from '../tasks/begin-task.ts';

/** The field whose row has the focus, else what the task opens, else the first phone, else whatever can be revealed. */
export function revealFirst(): void {
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
