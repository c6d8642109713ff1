/** How a change of a record is undone that no PIN was asked for: by the routes of the form, with an entry of its own in the log. */
import type { RecordKind } from '../../contract/fields.ts';
import type { MaskedPerson, RecordView } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { personStore } from '../current-record/stores.ts';
import type { Undo } from '../ui/toasts.ts';
import { answersOf, changesOf } from './record-inputs.ts';

const { vault } = bridge;

/**
 * Returns an undo of an entry: removes what was added, changes back what was changed or ended. Null where there is none: a removed record would come back under
 * another number.
 */
export function undoOfRecord(
  kind: RecordKind,
  record: RecordView | null,
  was: MaskedPerson,
  now: MaskedPerson,
): Undo | null {
  const after = now.records.find(
    ({ kind: its, recordId }) =>
      its === kind &&
      (record === null
        ? !was.records.some((one) => one.kind === kind && one.recordId === recordId)
        : recordId === record.recordId),
  );
  if (after === undefined) return null;
  const { recordId } = after;
  const asked = { personId: now.personId, version: now.version };
  const changes =
    record === null ? null : changesOf(kind, answersOf(kind, after, now), answersOf(kind, record, was), []);
  if (record !== null && changes === null) return null;
  return async () => {
    const reply =
      changes === null
        ? await vault['records.remove']({ ...asked, kind, recordId })
        : await vault['records.edit']({ ...asked, recordId, changes });
    if (!reply.ok) return reply.error;
    const { person, take } = personStore.getState();
    if (person?.personId === now.personId) take(reply.value);
    return null;
  };
}
