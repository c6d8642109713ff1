/**
 * Shared by all changes of a person: a change must be made from the latest version, and returns the record
 * after it.
 */
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { readMaskedPerson } from './read-person.ts';
import { readVerification } from './verify.ts';

/** Raises the version of a person. Errors: `changed-meanwhile` where `from` is not the latest version. */
export async function bumpVersion(
  tx: WritableStore,
  session: Session,
  personId: PersonId,
  from: number,
): Promise<void> {
  const { changes } = await tx.run(sql`
    UPDATE person SET version = version + 1, updated_at = ${session.clock.now()} WHERE id = ${personId} AND version = ${from}`);
  if (changes !== 1) throw new AppError('changed-meanwhile');
}

/** The masked record after a change, as the reply of a route. Errors: `not-found`. */
export const readBack = async (session: Session, personId: PersonId): Promise<MaskedPerson> =>
  readMaskedPerson(session, personId, await readVerification(session, personId));
