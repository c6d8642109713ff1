/** Reveals one value of one person for twenty seconds, after a PIN for that value. */
import { FIELDS } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { RevealedField } from '../../../contract/people/views.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import type { StaffSlot } from '../keys/header.ts';
import { dayOf } from '../clock.ts';
import { withinLimits } from '../access-monitor/desk-watch.ts';
import { type Session, entryOf } from '../session/session.ts';
import { describeWhy } from '../session/access-reason.ts';
import { type VerifiedStaff, requireSupervisor, slotOf, withSlots } from '../session/with-slots.ts';
import { resolveGuardian } from './guardian.ts';
import type { StoredGrant } from '../keys/grants.ts';
import { grantsOf, openRoomNote, openValue, withTiers } from '../session/open-values.ts';
import { type PersonRow, readMaskedTierValue, readPersonRow } from './read-person.ts';
import { type RoomNoteRow, readRoomNote } from './room-note.ts';
import { type FieldPosition, type SealedValueRow, readSealedValue } from './sealed-values.ts';

/** How long a revealed value may stay on screen, in seconds. */
export const REVEAL_SECONDS = 20;

/**
 * Handles `people.reveal`: limiter → slot → grant → one value → log entry committed and anchored → the value
 * is returned.
 * Errors: `bad-request`, those of `withinLimits` and `withSlots`, `needs-supervisor`, `not-found`, `log-unavailable`; with any
 * of them no value is returned.
 */
export async function reveal(
  session: Session,
  request: RouteRequest<'people.reveal'>,
): Promise<RevealedField> {
  if (request.roomNote !== undefined && request.field !== 'note')
    throw new AppError('bad-request', { where: 'roomNote' });
  return withinLimits(session, 'reveal', { cosigned: request.cosigner !== undefined }, () =>
    revealCounted(session, request),
  );
}

async function revealCounted(
  session: Session,
  request: RouteRequest<'people.reveal'>,
): Promise<RevealedField> {
  const why = describeWhy(session, request.why);
  // Read, still sealed, while the PIN is stretched. A read error is reported only after the PIN was right.
  const own = { slotId: session.signedIn.slotId, pin: request.pin };
  const slot = slotOf(session.header, request.cosigner ?? own);
  const { keys, store } = session;
  const reading = Promise.allSettled([readAhead(session, request, slot)]);
  return withSlots(
    session,
    request.cosigner === undefined ? [own] : [own, request.cosigner],
    async (present) => {
      const opener = request.cosigner === undefined ? present[0] : requireSupervisor(present);
      // What was read is outdated where a rotation had its turn before this request.
      const read =
        keys === session.keys && store === session.store
          ? settled(await reading)
          : await readAhead(session, request, slot);
      const told = await resolveGuardian(
        session.store,
        request.field,
        await openField(session, opener, request.personId, read),
      );
      const revealed = { field: request.field, ordinal: request.ordinal, ...told, seconds: REVEAL_SECONDS };
      const said = {
        action: 'reveal',
        outcome: 'done',
        ...why,
        cosignerId: request.cosigner === undefined ? null : opener.member.staffId,
        signedBy: present,
      } as const;
      const entry = entryOf(session, {
        ...said,
        personId: request.personId,
        field: request.field,
        detail: request.roomNote === undefined ? null : { of: 'room-note', note: request.roomNote },
      });
      if (told.linked === undefined) return session.log.recordDisclosure(session.store, revealed, entry);
      // The linked person's name is a value of theirs, so it has an entry of its own.
      return session.log.record(session.store, async () => ({
        value: revealed,
        entries: [
          entry,
          entryOf(session, {
            ...said,
            personId: told.linked ?? null,
            field: 'name',
            detail: { of: 'guardian', ward: request.personId },
          }),
        ],
      }));
    },
  );
}

function settled<T>([result]: readonly [PromiseSettledResult<T>]): T {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

type Found = string | SealedValueRow | RoomNoteRow;

/** The stored field and the sealed grants that open it. */
interface Read {
  readonly found: Found;
  readonly grants: readonly StoredGrant[];
}

async function readAhead(
  session: Session,
  request: RouteRequest<'people.reveal'>,
  opener: StaffSlot,
): Promise<Read> {
  const { tier } = FIELDS[request.field];
  const reading = readPersonRow(session.store, request.personId).then((person) =>
    readField(session, person, request),
  );
  const [found, grants] = await Promise.all([
    reading,
    tier === 'masked' ? [] : grantsOf(session, opener)(tier),
  ]);
  return { found, grants };
}

/** A name or plate in clear, which the session reads anyway, or a sealed value. Errors: `not-found`. */
async function readField(
  session: Session,
  person: PersonRow,
  position: FieldPosition & Pick<RouteRequest<'people.reveal'>, 'roomNote'>,
): Promise<Found> {
  if (position.roomNote !== undefined)
    return readRoomNote(session.store, person.id, position.roomNote, dayOf(session.clock.now()));
  const readable = await readMaskedTierValue(session.store, person, position);
  if (readable !== null) return readable;
  return readSealedValue(session.store, person.id, position);
}

async function openField(
  session: Session,
  opener: VerifiedStaff,
  personId: PersonId,
  { found, grants }: Read,
): Promise<string> {
  if (typeof found === 'string') return found;
  return withTiers(
    session,
    opener,
    [found.tier],
    async (keys) =>
      'roomId' in found ? openRoomNote(session, keys, found) : openValue(session, keys, personId, found),
    async () => grants,
  );
}
