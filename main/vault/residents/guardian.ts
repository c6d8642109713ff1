/**
 * Who answers for somebody under fourteen (PIPL 28 and 31). How old somebody is can be told only as their birthday or ID number is typed, since
 * then it is sealed: that is when a guardian is asked for. A guardian is a link to somebody in the records, or words.
 */
import type { SealedFieldId } from '../../../contract/fields.ts';
import { linkedIn } from '../../../contract/residents/guardian.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { readPersonRow } from './read-person.ts';
import type { Replacement } from './sealed-changes.ts';

const OF_AGE = 14;

/** The birthday that a value says, YYYY-MM-DD; null where it says none. Documents of eighteen characters say it in the same place. */
export function bornOn(field: SealedFieldId, value: string): string | null {
  if (field === 'birthday') return /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
  const [, year, month, day] =
    (field === 'idNumber'
      ? /^\d{6}((?:18|19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.exec(value)
      : null) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}

/** On the fourteenth birthday one still is: the law counts from the day after. `now` in milliseconds since 1970. */
export const isUnderFourteen = (born: string, now: number): boolean =>
  `${Number(born.slice(0, 4)) + OF_AGE}${born.slice(4)}` >= dayOf(now);

export const saysUnderFourteen = (field: SealedFieldId, value: string, now: number): boolean => {
  const born = bornOn(field, value);
  return born !== null && isUnderFourteen(born, now);
};

/** For new values of somebody; `personId` null for who is not there yet. Errors: `guardian-needed`, `invalid-value` {field: guardian}. */
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

/** Somebody else, who is there. */
async function requireLinked(store: ReadableStore, personId: PersonId | null, value: string): Promise<void> {
  const linked = linkedIn(value);
  if (linked === null) return;
  const person = await store.get<{ readonly kind: string }>(
    sql`SELECT kind FROM person WHERE id = ${linked}`,
  );
  if (linked === personId || person?.kind !== 'person')
    throw new AppError('invalid-value', { field: 'guardian' });
}

/** An opened value in words, and who is meant: whoever they were merged into, where they were. A number alone stands for somebody who is there no more. */
export async function tellGuardian(
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

async function followMerges(store: ReadableStore, personId: PersonId): Promise<PersonId> {
  const last = await store.get<{ readonly id: PersonId }>(sql`
    WITH RECURSIVE now_of (id, steps) AS (SELECT ${personId}, 0 UNION ALL SELECT into_id, steps + 1 FROM now_of JOIN merged_person ON gone_id = now_of.id WHERE steps < 100)
    SELECT id FROM now_of ORDER BY steps DESC LIMIT 1`);
  return last?.id ?? personId;
}
