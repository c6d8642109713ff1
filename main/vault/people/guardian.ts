/**
 * Guardians of people under fourteen (PIPL, Articles 28 and 31). A person's age is known only while birthday
 * or ID number is entered, because both are sealed afterwards; so a guardian is required then. A guardian is
 * a link to a person in the records, or words.
 */
import { linkedIn } from '../../../contract/people/guardian.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { followMerges } from '../store/follow-merges.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { saysUnderFourteen } from '../values/age.ts';
import { readPersonRow } from './read-person.ts';
import type { Replacement } from './sealed-changes.ts';

/**
 * Checks new values of a person; `personId` is null for a new one. Errors: `guardian-needed` where they show
 * an age under fourteen and no guardian is left, `invalid-value` {field: guardian} for a link to nobody, to a
 * company or to the person.
 */
export async function requireGuardian(
  { store, clock }: Session,
  personId: PersonId | null,
  values: readonly Replacement[],
): Promise<void> {
  const guardians = values.filter(({ field }) => field === 'guardian');
  for (const { checked } of guardians) await requireLinked(store, personId, checked?.value ?? '');
  if (
    !values.some(
      ({ field, checked }) => checked !== null && saysUnderFourteen(field, checked.value, clock.now()),
    )
  )
    return;
  if (guardians.some(({ checked }) => checked !== null)) return;
  const removed = new Set(guardians.map(({ ordinal }) => ordinal));
  const there =
    personId === null
      ? []
      : await store.all<{ readonly ordinal: number }>(sql`
    SELECT ordinal FROM sealed_value WHERE person_id = ${personId} AND field = 'guardian' AND replaced_at IS NULL`);
  if (there.every(({ ordinal }) => removed.has(ordinal))) throw new AppError('guardian-needed');
}

/** The linked person must exist, be a human being and not the ward. */
async function requireLinked(store: ReadableStore, personId: PersonId | null, value: string): Promise<void> {
  const linked = linkedIn(value);
  if (linked === null) return;
  const person = await store.get<{ readonly kind: string }>(
    sql`SELECT kind FROM person WHERE id = ${linked}`,
  );
  if (linked === personId || person?.kind !== 'person')
    throw new AppError('invalid-value', { field: 'guardian' });
}

/**
 * An opened value in words, and the person it links to (after merges, the one they were merged into). For a
 * linked person who no longer exists the words are their number.
 */
export async function resolveGuardian(
  store: ReadableStore,
  field: string,
  value: string,
): Promise<{ readonly value: string; readonly linked?: PersonId }> {
  const said = field === 'guardian' ? linkedIn(value) : null;
  if (said === null) return { value };
  const linked = await followMerges(store, said);
  const person = await readPersonRow(store, linked).catch(() => null);
  if (person === null) return { value: `#${said}` };
  const room = await store.get<{ readonly label: string | null }>(
    sql`SELECT list_room AS label FROM person WHERE id = ${linked}`,
  );
  return { value: [person.name, room?.label ?? ''].filter((part) => part !== '').join(' · '), linked };
}
