/** Records that a value was confirmed with the resident, and when. */
import type { RouteRequest } from '../../../contract/routes.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { FIELDS, type FieldId } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { bumpVersion, readBack } from './change-person.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';

/**
 * Handles `people.confirm`. Errors: `changed-meanwhile`, `not-found` where there is no such value, those of
 * AuditLog.record.
 */
export async function confirmField(
  session: Session,
  { personId, version, field, ordinal }: RouteRequest<'people.confirm'>,
): Promise<MaskedPerson> {
  await commit(session, async (tx) => {
    await bumpVersion(tx, session, personId, version);
    if (!(await hasValue(tx, personId, field, ordinal))) throw new AppError('not-found');
    await tx.run(sql`
      INSERT INTO confirmed_field (person_id, field, ordinal, at, staff_id) VALUES (${personId}, ${field}, ${ordinal}, ${session.clock.now()}, ${session.signedIn.staffId})
      ON CONFLICT (person_id, field, ordinal) DO UPDATE SET at = excluded.at, staff_id = excluded.staff_id`);
    return [done('confirm', null, { personId, field })];
  });
  return readBack(session, personId);
}

async function hasValue(
  store: ReadableStore,
  personId: PersonId,
  field: FieldId,
  ordinal: number,
): Promise<boolean> {
  if (field === 'name' || field === 'sex') return ordinal === 0;
  const found =
    FIELDS[field].tier === 'masked'
      ? await store.get(sql`SELECT 1 FROM vehicle WHERE person_id = ${personId} AND ordinal = ${ordinal}`)
      : await store.get(
          sql`SELECT 1 FROM sealed_value WHERE person_id = ${personId} AND field = ${field} AND ordinal = ${ordinal} AND replaced_at IS NULL`,
        );
  return found !== undefined;
}
