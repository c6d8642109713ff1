/** The cells that imports have flagged, as a work list that stays until it is empty. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { done } from '../log/done.ts';
import { commit } from '../session/commit.ts';
import { type Session, entryOf } from '../session/session.ts';
import { requireRow } from '../store/rows.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import type { RowDraft } from './parse-rows.ts';
import { labelOf, listFlags } from './preview-plan.ts';

const SHOWN = 500;

/** With the import that has flagged them, unless an earlier one left the same cell to look at; returns how many are flagged. `missing` are rooms of people whom the list does not have any more. */
export async function keepFlags(
  tx: WritableStore,
  importId: number,
  drafts: readonly RowDraft[],
  missing: readonly string[],
): Promise<number> {
  const labels = new Map(
    drafts.flatMap(({ sheet, row, room, flags }) =>
      flags.length === 0 ? [] : [[`${row} ${sheet}`, labelOf(room?.label ?? '')] as const],
    ),
  );
  const rows = [
    ...listFlags(drafts).map(
      ({ sheet, row, column, why }) =>
        [sheet, row, column, why, labels.get(`${row} ${sheet}`) ?? ''] as const,
    ),
    ...missing.map((label) => ['', 0, null, 'not-in-list', labelOf(label)] as const),
  ];
  await tx.runMany(
    `INSERT INTO import_flag (import_id, n, sheet, row_at, column_at, why, label)
     SELECT * FROM (SELECT ? AS import_id, ? AS n, ? AS sheet, ? AS row_at, ? AS column_at, ? AS why, ? AS label) AS cell
     WHERE NOT EXISTS (SELECT 1 FROM import_flag f WHERE (f.row_at, f.sheet, f.why, f.label) = (cell.row_at, cell.sheet, cell.why, cell.label) AND f.column_at IS cell.column_at)`,
    rows.map((row, n) => [importId, n, ...row]),
  );
  return rows.length;
}

/** Newest import first. */
export async function readOpenFlags({ store }: Session): Promise<RouteReply<'import.flags'>> {
  type Flag = RouteReply<'import.flags'>['flags'][number];
  const flags = await store.all<Flag>(sql`
    SELECT f.import_id AS importId, f.n, r.at, r.file_name AS fileName, f.sheet, f.row_at AS row, f.column_at AS "column", f.why, f.label AS roomLabel
    FROM import_flag f JOIN import_run r ON r.id = f.import_id ORDER BY f.import_id DESC, f.n LIMIT ${SHOWN}`);
  const { count } = await requireRow<{ readonly count: number }>(
    store,
    sql`SELECT count(*) AS count FROM import_flag`,
  );
  return { flags, count };
}

/** Errors: `not-found` for one that is settled already. */
export async function settleFlag(
  session: Session,
  { importId, n }: RouteRequest<'import.settleFlag'>,
): Promise<RouteReply<'import.settleFlag'>> {
  const { row } = await requireRow<{ readonly row: number }>(
    session.store,
    sql`SELECT row_at AS row FROM import_flag WHERE import_id = ${importId} AND n = ${n}`,
  );
  await commit(session, async (tx) => {
    await tx.run(sql`DELETE FROM import_flag WHERE import_id = ${importId} AND n = ${n}`);
    return [entryOf(session, done('import-flag', { import: importId, row }))];
  });
  return readOpenFlags(session);
}
