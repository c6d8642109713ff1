/** What the company has decided about ID numbers: an admin's last choice in the log. Nothing is taken before there is one. */
import { ID_PURPOSE, type IdChoice } from '../../../contract/id-numbers/lists.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { allChains } from '../log/chains.ts';
import { type KnowsStaff, readLastDecision } from '../log/decisions.ts';
import { type ChosenBy, readLastChoice } from '../session/last-choice.ts';
import type { Session } from '../session/session.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { starIdNumbers } from '../values/id-in-words.ts';

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

/** Whether they were removed once: from then on none is taken without a consent on record. Errors: those of `readLastDecision`. */
export const needsIdConsent = async (staff: KnowsStaff, store: ReadableStore): Promise<boolean> =>
  (await readLastDecision(staff, store, allChains, 'id-removal')) !== null;

/**
 * That an ID number is taken, of somebody (null where they are new and so have not consented). Errors: AppError `ids-undecided`, `ids-not-kept`, `id-needs-consent`;
 * those of `readIdNumberDecision`.
 */
export async function requireIdsKept(session: Session, personId: PersonId | null): Promise<void> {
  await requireChoice(session);
  if (!(await needsIdConsent(session, session.store))) return;
  const consent: Sql = { text: `SELECT 1 WHERE ${hasIdConsent('?')}`, values: [personId ?? 0] };
  if ((await session.store.get(consent)) === undefined) throw new AppError('id-needs-consent');
}

/** That the company keeps them with consent. Errors: as `requireIdsKept`, but for the person's. */
export async function requireChoice(session: Session): Promise<void> {
  const choice = await idChoiceOf(session, session.store);
  if (choice !== 'consent') throw new AppError(choice === null ? 'ids-undecided' : 'ids-not-kept');
}

/** A word as it may be kept, with stars for an ID number within it unless those are kept, and were never removed. Errors: as `idChoiceOf`. */
export async function wordsAsDecided(session: Session): Promise<(words: string) => string> {
  const keepsAny =
    (await idChoiceOf(session, session.store)) === 'consent' &&
    !(await needsIdConsent(session, session.store));
  return keepsAny ? (words) => words : starIdNumbers;
}

/** A condition: somebody consents to theirs being kept, and has not withdrawn it. `column`: a number of a person. */
const hasIdConsent = (column: string): string =>
  `EXISTS (SELECT 1 FROM notice n WHERE n.person_id = ${column} AND n.purpose = '${ID_PURPOSE}' AND n.consented_on IS NOT NULL AND n.withdrawn_on IS NULL)`;

/** Natural persons who have one, as it is or as it was before, or the tag of one. A company's code is nobody's. */
const HOLDERS = `FROM person p WHERE p.kind = 'person' AND p.id IN (
  SELECT person_id FROM sealed_value WHERE field = 'idNumber' UNION ALL SELECT person_id FROM former_tag WHERE field = 'idNumber'
  UNION ALL SELECT m.into_id FROM former_tag f JOIN merged_person m ON m.gone_id = f.person_id WHERE f.field = 'idNumber')`;

/** A condition: theirs may not be kept. Before a decision nobody's may who has not consented. */
const mayNot = (choice: IdChoice | null): string => (choice === 'none' ? '1' : `NOT ${hasIdConsent('p.id')}`);

/** Queries of who has an ID number, exported for the test of their plans. */
export const HOLDER_QUERIES = {
  count: { text: `SELECT count(*) AS n ${HOLDERS}`, values: [] } satisfies Sql as Sql,
  countWithout: (choice: IdChoice | null): Sql => ({
    text: `SELECT count(*) AS n ${HOLDERS} AND ${mayNot(choice)}`,
    values: [],
  }),
  countAmong: (choice: IdChoice | null, people: readonly PersonId[]): Sql => ({
    text: `SELECT count(*) AS n ${HOLDERS} AND ${mayNot(choice)} AND p.id IN (SELECT value FROM json_each(?))`,
    values: [JSON.stringify(people)],
  }),
  without: (choice: IdChoice | null, after: number, limit: number): Sql => ({
    text: `SELECT p.id AS personId, p.name, coalesce(p.list_room, '') AS room ${HOLDERS} AND ${mayNot(choice)} AND p.id > ? ORDER BY p.id LIMIT ?`,
    values: [after, limit],
  }),
  /** All of them, by their numbers. */
  allWithout: (choice: IdChoice | null): Sql => ({
    text: `SELECT p.id AS personId ${HOLDERS} AND ${mayNot(choice)} ORDER BY p.id`,
    values: [],
  }),
  /** Values of theirs, and merges whose undo would move one. */
  countValues: (choice: IdChoice | null): Sql => ({
    text: `SELECT count(*) AS n FROM sealed_value v JOIN person p ON p.id = v.person_id WHERE v.field = 'idNumber' AND p.kind = 'person' AND ${mayNot(choice)}`,
    values: [],
  }),
  countMerges: (choice: IdChoice | null): Sql => ({
    text: `SELECT count(DISTINCT r.merge_id) AS n FROM merge_row r JOIN sealed_value v ON v.id = r.row_id JOIN person p ON p.id = v.person_id
      WHERE r.what = 'sealed_value' AND v.field = 'idNumber' AND p.kind = 'person' AND ${mayNot(choice)}`,
    values: [],
  }),
  consenting: {
    text: `SELECT DISTINCT person_id AS personId FROM notice n WHERE n.purpose = '${ID_PURPOSE}' AND n.consented_on IS NOT NULL AND n.withdrawn_on IS NULL`,
    values: [],
  } satisfies Sql as Sql,
} as const;
