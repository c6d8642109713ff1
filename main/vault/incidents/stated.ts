/** That there was no incident: the last statement of it in the log, while no real one is registered. It explains; it is no evidence. */
import type { IncidentBook } from '../../../contract/incidents/routes.ts';
import { dayOf } from '../clock.ts';
import { allChains } from '../log/chains.ts';
import { decisionRows, readLastDecision } from '../log/decisions.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { countOf } from '../store/rows.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Exported for the test of its plan. */
export const STATED_QUERY = decisionRows(allChains, ['incident-none'], 'ORDER BY seq DESC LIMIT 1');

/** Null where nobody has stated it, and where a real one is registered. Errors: those of the store. */
export async function readStated(
  session: Session,
  store: ReadableStore = session.store,
): Promise<IncidentBook['stated']> {
  const stated = await readLastDecision(session, store, allChains, 'incident-none');
  if (stated === null || (await countReal(store)) > 0) return null;
  const { row, detail } = stated;
  return {
    at: row.time,
    by: nameOfStaff(session, row.staffId),
    words: row.reason ?? '',
    until: detail.until,
    isOver: dayOf(session.clock.now()) >= detail.until,
  };
}

/** How many real incidents are registered. */
export const countReal = (store: ReadableStore): Promise<number> =>
  countOf(store, sql`SELECT count(*) AS n FROM incident WHERE drill = 0`);
