/** One field of one person in clear, for twenty seconds, after a PIN for that very field. Read it top to bottom. */
import type { RevealedField } from '../../../contract/views.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { entryOf } from '../session/session.ts';
import { describeWhy } from '../session/why.ts';
import type { Present } from '../session/with-slots.ts';
import { requireSupervisor, withSlots } from '../session/with-slots.ts';
import { openValue, withTiers } from './open-values.ts';
import type { PersonRow } from './read-person.ts';
import { readMaskedTierValue, readPersonRow, readSealedValues } from './read-person.ts';

/** How long a revealed value may stay on screen, in seconds. */
export const REVEAL_SECONDS = 20;

/**
 * Limiter → slot → grant → one value → log entry committed and anchored → the value leaves.
 * Errors: those of `withSlots`, `needs-supervisor`, `not-found`, `log-unavailable`; with any of them no value leaves.
 */
export async function reveal(session: Session, request: RouteRequest<'people.reveal'>): Promise<RevealedField> {
  const why = describeWhy(request.why);
  const person = await readPersonRow(session.store, request.personId);
  const own = { slotId: session.signedIn.slotId, pin: request.pin };
  return withSlots(session, request.cosigner === undefined ? [own] : [own, request.cosigner], async (present) => {
    const opener = request.cosigner === undefined ? present[0] : requireSupervisor(present);
    const value = await openField(session, opener, person, request);
    return session.log.record(session.store, async () => ({
      value: { field: request.field, ordinal: request.ordinal, value, seconds: REVEAL_SECONDS },
      entries: [entryOf(session, {
        action: 'reveal', outcome: 'done', personId: person.id, field: request.field, ...why,
        cosignerId: request.cosigner === undefined ? null : opener.member.staffId,
      })],
    }));
  });
}

async function openField(session: Session, opener: Present, person: PersonRow, position: Pick<RouteRequest<'people.reveal'>, 'field' | 'ordinal'>): Promise<string> {
  const readable = await readMaskedTierValue(session.store, person, position);
  if (readable !== null) return readable;
  const row = (await readSealedValues(session.store, person.id)).find((value) => value.field === position.field && value.ordinal === position.ordinal);
  if (row === undefined) throw new AppError('not-found');
  return withTiers(session, opener, [row.tier], async (keys) => openValue(session, keys, person.id, row));
}
