/** The register of exports, read from the entries that were made of them. */
import { UNREADABLE } from '../../../contract/log/entries.ts';
import { type LogExportView, MAX_EXPORTS_LISTED } from '../../../contract/log-export/routes.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { allChains } from '../log/chains.ts';
import { readDetail } from '../log/detail.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { piecesFromEnd } from './read-pieces.ts';

/** Digits of a file's hash that are shown: enough to tell files apart, and to compare by eye. */
const SHOWN = 12;

export async function listExports(session: Session): Promise<RouteReply<'exports.list'>> {
  const exports: LogExportView[] = [];
  // There is no index for what is done a few times a year.
  for await (const { first, last } of piecesFromEnd(session.store)) {
    const rows = await session.store.all<LogRow>(
      selectRows(
        allChains,
        `WHERE seq BETWEEN ? AND ? AND action = 'log-export' ORDER BY seq DESC`,
        first,
        last,
      ),
    );
    exports.push(...rows.flatMap((row) => viewOf(session, row)));
    if (exports.length >= MAX_EXPORTS_LISTED) break;
  }
  return { exports: exports.slice(0, MAX_EXPORTS_LISTED) };
}

/** Nothing of an entry that cannot be read: the log's page shows it as unreadable. */
function viewOf(session: Session, row: LogRow): readonly LogExportView[] {
  const detail = readDetail({ ...row, action: 'log-export' });
  if (detail === UNREADABLE) return [];
  const { format, first, last, count, recipient, sha256 } = detail;
  return [
    {
      exportId: row.seq,
      at: row.time,
      staffName: nameOfStaff(session, row.staffId),
      approverName: row.cosignerId === null ? null : nameOfStaff(session, row.cosignerId),
      format,
      first,
      last,
      count,
      purpose: row.reason ?? '',
      recipient,
      hash: sha256.slice(0, SHOWN),
      outcome: row.outcome,
    },
  ];
}
