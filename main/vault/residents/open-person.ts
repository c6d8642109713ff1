/** Opens a person's masked record; that, and the search it came from, are one commit in the log. */
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/residents/views.ts';
import type { Session } from '../session/session.ts';
import { entryOf, tellMasked } from '../session/session.ts';
import { readMaskedPerson } from './read-person.ts';
import { countTriesLeft } from './verify.ts';

/** Errors: `not-found`, `log-unavailable` (then nothing is shown, not even masks). */
export async function openPerson(session: Session, personId: PersonId): Promise<MaskedPerson> {
  const triesLeft = await countTriesLeft(session.store, session.clock, personId);
  const person = await readMaskedPerson(session, personId, triesLeft);
  const search = session.searchLog.take();
  return tellMasked(session, person, [
    ...(search === null ? [] : [entryOf(session, search)]),
    entryOf(session, { action: 'open', outcome: 'done', personId }),
  ]);
}
