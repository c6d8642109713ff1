/** Whose records an estate's file hands over. */
import type { PersonId } from '../../../contract/ids.ts';
import { dayOf } from '../clock.ts';
import { type Outgoing, leaveOut } from '../retention-rules/outgoing.ts';
import type { Session } from '../session/session.ts';
import { peopleOf } from './read-transfers.ts';

/** Somebody who is handed over. */
export interface Named {
  readonly personId: PersonId;
  readonly name: string;
}

/** In the order of their numbers, without whoever may not leave the house. Errors: those of `leaveOut`. */
export async function readOutgoing(session: Session, estate: string | null): Promise<Outgoing<Named>> {
  const { text, values } = peopleOf(estate, dayOf(session.clock.now()));
  const rows = await session.store.all<Named>({
    text: `SELECT p.id AS personId, p.name FROM person p WHERE p.id IN (SELECT personId FROM (${text})) ORDER BY p.id`,
    values,
  });
  return leaveOut(session, rows);
}
