/** Whether a document in force still says what the company, its rules and its inventory say now. */
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Publication } from './read-published.ts';
import { vaultWords } from './filling.ts';
import type { Session } from '../session/session.ts';
import { type Filled, decodeFilled, readTextFacts } from './store.ts';

/** What documents would be filled with now. Errors: those of `readTextFacts`. */
export const readFilling = async (session: Session, store: ReadableStore): Promise<Filled> => ({
  ...vaultWords(session),
  ...(await readTextFacts(session, store)),
});

/** Whether something that it was filled with is said otherwise now. */
export async function isOutdated(
  store: ReadableStore,
  { versionId }: Pick<Publication, 'versionId'>,
  says: Filled,
): Promise<boolean> {
  const row = await store.get<{ readonly filled: string }>(
    sql`SELECT filled FROM procedure_version WHERE id = ${versionId}`,
  );
  const filled = decodeFilled(row?.filled ?? '');
  return (Object.keys(filled) as (keyof Filled)[]).some(
    (name) => name in says && says[name] !== filled[name],
  );
}
