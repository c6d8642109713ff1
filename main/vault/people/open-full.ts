/** The full record of one person for sixty seconds: a supervisor's PIN and one log entry for each field. */
import type { RevealedField } from '../../../contract/views.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { Session } from '../session/session.ts';
import { entryOf } from '../session/session.ts';
import { describeWhy } from '../session/why.ts';
import type { Present } from '../session/with-slots.ts';
import { requireSupervisor, withSlots } from '../session/with-slots.ts';
import { openValue, withTiers } from './open-values.ts';
import type { PersonRow } from './read-person.ts';
import { readPersonRow, readSealedValues, readVehicles } from './read-person.ts';

/** How long a full record may stay on screen, in seconds. */
export const FULL_RECORD_SECONDS = 60;

/** Errors: as `reveal`. */
export async function openFull(session: Session, request: RouteRequest<'people.openFull'>): Promise<RouteReply<'people.openFull'>> {
  const why = describeWhy(request.why);
  const person = await readPersonRow(session.store, request.personId);
  return withSlots(session, [request.supervisor], async (present) => {
    const supervisor = requireSupervisor(present);
    const cosignerId = supervisor.member.staffId === session.signedIn.staffId ? null : supervisor.member.staffId;
    const fields = await openAllFields(session, supervisor, person);
    return session.log.record(session.store, async () => ({
      value: { fields },
      entries: fields.map((field) => entryOf(session, { action: 'open-full', outcome: 'done', personId: person.id, field: field.field, cosignerId, ...why })),
    }));
  });
}

async function openAllFields(session: Session, supervisor: Present, person: PersonRow): Promise<RevealedField[]> {
  const seconds = FULL_RECORD_SECONDS;
  const sealed = await readSealedValues(session.store, person.id);
  const vehicles = await readVehicles(session.store, person.id);
  const opened = await withTiers(session, supervisor, sealed.map((row) => row.tier), async (keys) =>
    sealed.map((row): RevealedField => ({ field: row.field, ordinal: row.ordinal, value: openValue(session, keys, person.id, row), seconds })));
  return [
    { field: 'name', ordinal: 0, value: person.name, seconds },
    ...vehicles.map((vehicle): RevealedField => ({ field: 'plate', ordinal: vehicle.ordinal, value: vehicle.plate, seconds })),
    ...opened,
  ];
}
