/** That there is no paper: the last statement of it in the log, until paper is entered after it. */
import type { NoPaper } from '../../../contract/paper-register/routes.ts';
import { dayOf } from '../clock.ts';
import { decisionRows, readLastDecision } from '../log/decisions.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Exported for the test of their plans. */
export const NO_PAPER_QUERIES = {
  stated: decisionRows(['paper-none'], 'ORDER BY seq DESC LIMIT 1'),
  entered: {
    text: `SELECT seq FROM log_entry WHERE action IN ('paper-in', 'print') AND outcome = 'done' ORDER BY seq DESC LIMIT 1`,
    values: [],
  },
} as const satisfies Readonly<Record<string, Sql>>;

/** Null where nobody has stated it, and where paper was entered since, by hand or by a print. Errors: those of the store. */
export async function readNoPaper(session: Session, store: ReadableStore): Promise<NoPaper | null> {
  const stated = await readLastDecision(session, store, 'paper-none');
  if (stated === null) return null;
  const entered = await store.get<{ readonly seq: number }>(NO_PAPER_QUERIES.entered);
  if (entered !== undefined && entered.seq > stated.row.seq) return null;
  const { row, detail } = stated;
  const { until } = detail;
  return {
    at: row.time,
    by: nameOfStaff(session, row.staffId),
    until,
    isOver: dayOf(session.clock.now()) >= until,
  };
}
