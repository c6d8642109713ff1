/** That there is no paper: the last statement of it in the log, until paper is entered after it. */
import type { NoPaper } from '../../../contract/paper-register/routes.ts';
import { dayOf } from '../clock.ts';
import { allChains, behindEntry } from '../log/chains.ts';
import { decisionRows, readLastDecision } from '../log/decisions.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Exported for the test of their plans. */
export const NO_PAPER_QUERIES = {
  stated: decisionRows(allChains, ['paper-none'], 'ORDER BY seq DESC LIMIT 1'),
  /** Behind the entry that states it. */
  entered: (stated: number): Sql => {
    const { text, values } = behindEntry(stated);
    return allChains({
      text: `SELECT 1 FROM $log WHERE action IN ('paper-in', 'print') AND outcome = 'done' AND ${text} LIMIT 1`,
      values,
    });
  },
} as const;

/** Null where nobody has stated it, and where paper was entered since, by hand or by a print. Errors: those of the store. */
export async function readNoPaper(session: Session, store: ReadableStore): Promise<NoPaper | null> {
  const stated = await readLastDecision(session, store, allChains, 'paper-none');
  if (stated === null) return null;
  if ((await store.get(NO_PAPER_QUERIES.entered(stated.row.seq))) !== undefined) return null;
  const { row, detail } = stated;
  const { until } = detail;
  return {
    at: row.time,
    by: nameOfStaff(session, row.staffId),
    until,
    isOver: dayOf(session.clock.now()) >= until,
  };
}
