/** What the company has decided about ID numbers: an admin's last choice in the log. Nothing is taken before there is one. */
import { ID_PURPOSE, type IdChoice } from '../../../contract/id-numbers/lists.ts';
import { AppError } from '../app-error.ts';
import type { KnowsStaff } from '../log/decisions.ts';
import { type ChosenBy, readLastChoice } from '../session/last-choice.ts';
import type { Session } from '../session/session.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** A choice, and who has made it. */
export interface IdNumberDecision extends ChosenBy {
  readonly choice: IdChoice;
}

/** Null where nobody has decided. Errors: those of `readLastChoice`. */
export async function readIdNumberDecision(
  staff: KnowsStaff,
  store: ReadableStore,
): Promise<IdNumberDecision | null> {
  const chosen = await readLastChoice(staff, store, 'id-numbers');
  return chosen === null ? null : { ...chosen, choice: chosen.detail.choice };
}

/** The choice in force; null where nobody has decided, so that none is taken. Errors: as `readIdNumberDecision`. */
export async function idChoiceOf(
  session: Pick<Session, 'roster' | 'usualIdNumbers'>,
  store: ReadableStore,
): Promise<IdChoice | null> {
  return (await readIdNumberDecision(session, store))?.choice ?? session.usualIdNumbers;
}

/** That ID numbers are kept. Errors: AppError `ids-undecided`, `ids-not-kept`; those of `readIdNumberDecision`. */
export async function requireIdsKept(session: Session): Promise<void> {
  const choice = await idChoiceOf(session, session.store);
  if (choice !== 'consent') throw new AppError(choice === null ? 'ids-undecided' : 'ids-not-kept');
}

/** A condition: somebody consents to theirs being kept, and has not withdrawn it. `column`: a number of a person. */
const hasIdConsent = (column: string): string =>
  `EXISTS (SELECT 1 FROM notice n WHERE n.person_id = ${column} AND n.purpose = '${ID_PURPOSE}' AND n.consented_on IS NOT NULL AND n.withdrawn_on IS NULL)`;

/** Natural persons who have one, as it is or as it was before. A company's code is nobody's. */
const HOLDERS = `FROM person p WHERE p.kind = 'person' AND p.id IN (SELECT person_id FROM sealed_value WHERE field = 'idNumber')`;

/** A condition: theirs may not be kept. Before a decision nobody's may who has not consented. */
const mayNot = (choice: IdChoice | null): string => (choice === 'none' ? '1' : `NOT ${hasIdConsent('p.id')}`);

/** Queries of who has an ID number, exported for the test of their plans. */
export const HOLDER_QUERIES = {
  count: { text: `SELECT count(*) AS n ${HOLDERS}`, values: [] } satisfies Sql as Sql,
  countWithout: (choice: IdChoice | null): Sql => ({
    text: `SELECT count(*) AS n ${HOLDERS} AND ${mayNot(choice)}`,
    values: [],
  }),
  without: (choice: IdChoice | null, after: number, limit: number): Sql => ({
    text: `SELECT p.id AS personId, p.name, coalesce(p.list_room, '') AS room ${HOLDERS} AND ${mayNot(choice)} AND p.id > ? ORDER BY p.id LIMIT ?`,
    values: [after, limit],
  }),
} as const;
