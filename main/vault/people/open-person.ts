/** Opens a person's masked record, logged in one commit with the search that led to it. */
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { type Session, entryOf, tellMasked } from '../session/session.ts';
import { readMaskedPerson } from './read-person.ts';
import { readVerification } from './verify.ts';
import { done } from '../log/done.ts';

/**
 * Handles `people.open`. Errors: `not-found`, `log-unavailable` (then nothing is returned, not even masks).
 */
export async function openPerson(session: Session, personId: PersonId): Promise<MaskedPerson> {
  const person = await readMaskedPerson(session, personId, await readVerification(session, personId));
  const search = session.searchLog.take();
  return tellMasked(session, person, [
    ...(search === null ? [] : [entryOf(session, search)]),
    entryOf(session, done('open', null, { personId })),
  ]);
}
