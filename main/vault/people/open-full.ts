/**
 * Opens a person's full record for sixty seconds, or the fields that an authority asks for: needs a
 * supervisor's PIN, with one log entry for each field.
 */
import type { FieldId } from '../../../contract/fields.ts';
import type { RevealedField } from '../../../contract/people/views.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { type Session, entryOf } from '../session/session.ts';
import { describeWhy } from '../session/access-reason.ts';
import { type VerifiedStaff, cosignerOf, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { resolveGuardian } from './guardian.ts';
import { openValue, withTiers } from '../session/open-values.ts';
import { type PersonRow, readPersonRow } from './read-person.ts';
import { readSealedValues, readVehicles } from './sealed-values.ts';

/** How long a full record may stay on screen, in seconds. */
const FULL_RECORD_SECONDS = 60;

/**
 * Handles `people.openFull`. Errors: as `reveal`; `bad-request` where the reason `authority` has no extract
 * or another reason has one; `nothing-sealed` where the record has none of the fields.
 */
export async function openFull(
  session: Session,
  request: RouteRequest<'people.openFull'>,
): Promise<RouteReply<'people.openFull'>> {
  const { extract } = request;
  if ((request.why.reason === 'authority') !== (extract !== undefined))
    throw new AppError('bad-request', { where: 'extract' });
  const why = describeWhy(
    session,
    extract === undefined
      ? request.why
      : { ...request.why, words: `${extract.authority}; ${extract.purpose}` },
  );
  const wanted = extract === undefined ? null : new Set<FieldId>(extract.fields);
  const person = await readPersonRow(session.store, request.personId);
  return withSlots(session, [request.supervisor], async (present) => {
    const supervisor = requireSupervisor(present);
    const cosignerId = cosignerOf(session, supervisor);
    const fields = await openFields(
      session,
      supervisor,
      person,
      (field) => wanted === null || wanted.has(field),
    );
    if (fields.length === 0) throw new AppError('nothing-sealed');
    return session.log.record(session.store, async () => ({
      value: { fields },
      entries: fields.flatMap(({ field, linked }) => {
        const said = {
          action: extract === undefined ? 'open-full' : 'extract',
          outcome: 'done',
          cosignerId,
          signedBy: present,
          ...why,
        } as const;
        // The linked person's name is a value of theirs, so it has an entry of its own.
        const theirs =
          linked === undefined
            ? []
            : [
                entryOf(session, {
                  ...said,
                  personId: linked,
                  field: 'name',
                  detail: { of: 'guardian', ward: person.id },
                }),
              ];
        return [entryOf(session, { ...said, personId: person.id, field }), ...theirs];
      }),
    }));
  });
}

/** Values of a person in clear, for a supervisor who is present. Fields that are not wanted stay sealed; a tier without a wanted field is not opened. */
export async function openFields(
  session: Session,
  supervisor: VerifiedStaff,
  person: PersonRow,
  isWanted: (field: FieldId) => boolean,
): Promise<RevealedField[]> {
  const seconds = FULL_RECORD_SECONDS;
  const sealed = (await readSealedValues(session.store, person.id)).filter(({ field }) => isWanted(field));
  const vehicles = isWanted('plate') ? await readVehicles(session.store, person.id) : [];
  const opened = await withTiers(
    session,
    supervisor,
    sealed.map((row) => row.tier),
    (keys) =>
      Promise.all(
        sealed.map(async (row): Promise<RevealedField> => ({
          field: row.field,
          ordinal: row.ordinal,
          ...(await resolveGuardian(session.store, row.field, openValue(session, keys, person.id, row))),
          seconds,
        })),
      ),
  );
  return [
    ...(isWanted('name') ? [{ field: 'name', ordinal: 0, value: person.name, seconds } as const] : []),
    ...vehicles.map((vehicle): RevealedField => ({
      field: 'plate',
      ordinal: vehicle.ordinal,
      value: vehicle.plate,
      seconds,
    })),
    ...opened,
  ];
}
