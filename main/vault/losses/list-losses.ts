/** The changes that were not kept and that nobody has seen, the newest first. What was seen is told by the log, which every desk has. */
import type { LossKey } from '../../../contract/losses/views.ts';
import { MAX_LOSSES } from '../../../contract/losses/lists.ts';
import type { Losses } from '../../../contract/losses/routes.ts';
import { allChains } from '../log/chains.ts';
import { readDecisions } from '../log/decisions.ts';
import { join } from '../scope/scope.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { type LossRow, PARTS_OF_OTHERS, maskLoss } from './mask-loss.ts';

/** Longest content that is read: rows of people and rooms have much less. */
const MAX_CONTENT = 65_536;

const nameOf = ({ desk, n }: LossKey): string => `${desk}-${n}`;

/** One more than are listed, or those of one step. Errors: those of `readDecisions`. */
export async function readUnseen(
  session: Session,
  store: ReadableStore,
  one?: LossKey,
): Promise<readonly LossRow[]> {
  const decisions = await readDecisions(session, store, allChains, 'loss-seen');
  const seen = JSON.stringify(decisions.map(({ detail }) => nameOf(detail)));
  return store.all<LossRow>(
    join([
      sql`SELECT desk, n, part, at, of_table AS "table", why, row_key AS rowKey, person_id AS personId, content IS NULL AS bare,
        CASE WHEN length(content) <= ${MAX_CONTENT} THEN content END AS content
        FROM op_loss WHERE of_table NOT IN (SELECT value FROM json_each(${JSON.stringify(PARTS_OF_OTHERS)}))
        AND desk || '-' || n NOT IN (SELECT value FROM json_each(${seen}))`,
      one === undefined ? '' : sql` AND desk = ${one.desk} AND n = ${one.n}`,
      sql` ORDER BY at DESC, desk, n DESC, part LIMIT ${MAX_LOSSES + 1}`,
    ]),
  );
}

/** Errors: those of `readUnseen`. */
export async function listLosses(session: Session, store: ReadableStore): Promise<Losses> {
  const rows = await readUnseen(session, store);
  const losses = await Promise.all(rows.slice(0, MAX_LOSSES).map((row) => maskLoss(session, store, row)));
  return { losses, more: rows.length > MAX_LOSSES };
}
