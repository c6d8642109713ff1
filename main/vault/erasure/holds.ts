/** Who may not be deleted for now: a dispute, a claim, what an authority has asked to keep. */
import type { HoldKind } from '../../../contract/erasure/lists.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { allChains } from '../log/chains.ts';
import { type Decision, type KnowsStaff, decisionRows, readDecisions } from '../log/decisions.ts';
import { HAD } from '../store/follow-merges.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** A hold that has not ended. */
export interface HoldRow {
  readonly holdId: number;
  readonly personId: PersonId;
  readonly kind: HoldKind;
  readonly words: string;
  /** Last day; null until somebody ends it. */
  readonly untilDate: string | null;
  readonly begunAt: number;
  readonly begunBy: StaffId;
}

const COLUMNS = `id AS holdId, person_id AS personId, kind, words, until_date AS untilDate, begun_at AS begunAt, begun_by AS begunBy`;

/** Queries of holds. */
export const HOLD_QUERIES = {
  of: (personId: PersonId, today: string): Sql => ({
    text: `${HAD} SELECT ${COLUMNS} FROM hold WHERE person_id IN (SELECT id FROM had) AND ended_at IS NULL AND (until_date IS NULL OR until_date >= ?) ORDER BY id`,
    values: [personId, today],
  }),
  all: (limit: number): Sql => ({
    text: `SELECT ${COLUMNS} FROM hold WHERE ended_at IS NULL ORDER BY until_date IS NULL, until_date, id LIMIT ?`,
    values: [limit],
  }),
  one: (holdId: number): Sql => ({
    text: `SELECT ${COLUMNS} FROM hold WHERE id = ? AND ended_at IS NULL`,
    values: [holdId],
  }),
  /** One whose day has passed holds nobody any longer, though nobody has ended it. */
  countInForce: (today: string): Sql =>
    sql`SELECT count(*) AS n FROM hold WHERE ended_at IS NULL AND (until_date IS NULL OR until_date >= ${today})`,
  count: sql`SELECT count(*) AS n FROM hold WHERE ended_at IS NULL`,
} as const;

/** Those in force on a day (YYYY-MM-DD), oldest first. Whoever goes by them asks `requireHolds` before. */
export const readHolds = (
  store: ReadableStore,
  personId: PersonId,
  today: string,
): Promise<readonly HoldRow[]> => store.all<HoldRow>(HOLD_QUERIES.of(personId, today));

/** Query of all that the log says of holds, exported for the test of its plan. */
export const HOLD_ENTRIES = decisionRows(allChains, ['hold', 'hold-end'], 'ORDER BY seq');

/**
 * That no hold has gone which the log says is there: a row may be taken away by whoever has the store key, an entry with a signature not. Errors: AppError
 * `store-tampered` {part: 'hold'}; those of `readDecisions`.
 */
export async function requireHolds(staff: KnowsStaff, store: ReadableStore): Promise<void> {
  const said = await readSaidHolds(staff, store);
  if (said.length === 0) return;
  const rows = await store.all<HoldRow>(HOLD_QUERIES.all(-1));
  const there = new Map(rows.map((row) => [row.holdId, row]));
  const isThere = ({ row, detail }: Decision<'hold'>): boolean => {
    const kept = there.get(detail.hold);
    return kept?.personId === row.personId && kept.untilDate === detail.until && kept.kind === detail.kind;
  };
  if (!said.every(isThere)) throw new AppError('store-tampered', { part: 'hold' });
}

/** Holds that somebody has ordered and nobody has ended, as the log says. Errors: those of `readDecisions`. */
export async function readSaidHolds(
  staff: KnowsStaff,
  store: ReadableStore,
): Promise<readonly Decision<'hold'>[]> {
  const told = await readDecisions(staff, store, allChains, 'hold', 'hold-end');
  const ended = new Set(told.flatMap(({ action, detail }) => (action === 'hold-end' ? [detail.hold] : [])));
  return told.flatMap((one) => (one.action === 'hold' && !ended.has(one.detail.hold) ? [one] : []));
}
