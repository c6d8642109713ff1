/** The imports of the past as the screen lists them: when, who, which file, how much, undone or not. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';

const A_PAGE = 50;

interface RunRow {
  readonly importId: number;
  readonly at: number;
  readonly staffId: StaffId;
  readonly cosignerId: StaffId | null;
  readonly fileName: string;
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly rejected: number;
  readonly undoneAt: number | null;
  readonly undoneBy: StaffId | null;
  readonly journal: number;
}

/** Newest first, before `before`. */
export async function listImports(
  { store, roster }: Session,
  { before }: RouteRequest<'import.list'>,
): Promise<RouteReply<'import.list'>> {
  const nameOf = (staffId: StaffId): string => roster.members.get(staffId)?.displayName ?? staffId;
  const rows = await store.all<RunRow>(sql`
    SELECT id AS importId, at, staff_id AS staffId, cosigner_id AS cosignerId, file_name AS fileName, row_count AS rows, created, changed, rejected,
      undone_at AS undoneAt, undone_by AS undoneBy, journal FROM import_run WHERE id < ${before ?? Number.MAX_SAFE_INTEGER} ORDER BY id DESC LIMIT ${A_PAGE + 1}`);
  return {
    runs: rows.slice(0, A_PAGE).map(({ staffId, cosignerId, undoneBy, journal, ...run }) => ({
      ...run,
      staffName: nameOf(staffId),
      cosignerName: cosignerId === null ? null : nameOf(cosignerId),
      undoneBy: undoneBy === null ? null : nameOf(undoneBy),
      canUndo: journal === 1 && run.undoneAt === null,
    })),
    more: rows.length > A_PAGE,
  };
}
