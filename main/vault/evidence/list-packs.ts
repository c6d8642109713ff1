/** The register of packs and the history of a duty, read from the log, which nobody changes. */
import { MAX_HISTORY, MAX_PACKS, type PackView } from '../../../contract/evidence/routes.ts';
import { ACTIONS, type LogAction, UNREADABLE, actionsOfDuty } from '../../../contract/log/entries.ts';
import type { ActionFacts } from '../../../contract/manifest.ts';
import type { Duty } from '../../../contract/evidence/lists.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { piecesFromEnd } from '../log-export/read-pieces.ts';
import { allChains } from '../log/chains.ts';
import { readAnyDetail, readDetail } from '../log/detail.ts';
import { type Session, nameOfStaff } from '../session/session.ts';

/** Newest first. Errors: those of the store. */
export async function listPacks(session: Session): Promise<RouteReply<'evidence.packs'>> {
  const rows = await session.store.all<LogRow>(
    selectRows(allChains, `WHERE action = 'inspection-pack' ORDER BY seq DESC LIMIT ?`, MAX_PACKS + 1),
  );
  return {
    packs: rows.slice(0, MAX_PACKS).flatMap((row) => viewOf(session, row)),
    more: rows.length > MAX_PACKS,
  };
}

/** Nothing of an entry that cannot be read: the log's page shows it as unreadable. */
function viewOf(session: Session, row: LogRow): readonly PackView[] {
  const detail = readDetail({ ...row, action: 'inspection-pack' });
  if (detail === UNREADABLE) return [];
  const { pages, sha256, states } = detail;
  return [
    {
      packId: row.seq,
      at: row.time,
      staffName: nameOfStaff(session, row.staffId),
      pages,
      sha256,
      states,
      outcome: row.outcome,
    },
  ];
}

/** Newest first: who did what when, and nothing of whom it was about. Errors: those of the store. */
export async function readHistory(
  session: Session,
  { duty }: RouteRequest<'evidence.history'>,
): Promise<RouteReply<'evidence.history'>> {
  const actions = actionsOfDuty(duty);
  const rows: LogRow[] = [];
  // Few actions have an index: a piece of the log at a time, so that other work runs in between.
  for await (const { first, last } of piecesFromEnd(session.store)) {
    const found = await session.store.all<LogRow>(
      selectRows(
        allChains,
        `WHERE seq BETWEEN ? AND ? AND action IN (${actions.map(() => '?').join(', ')}) ORDER BY seq DESC`,
        first,
        last,
        ...actions,
      ),
    );
    rows.push(...found.filter((row) => isOfDuty(row, duty)));
    if (rows.length > MAX_HISTORY) break;
  }
  return {
    entries: rows.slice(0, MAX_HISTORY).map(({ seq, time, action, outcome, staffId, cosignerId }) => ({
      seq,
      at: time,
      action,
      outcome,
      staffName: nameOfStaff(session, staffId),
      cosignerName: cosignerId === null ? null : nameOfStaff(session, cosignerId),
    })),
    more: rows.length > MAX_HISTORY,
  };
}

/** Several duties share an action: then its detail says which of them an entry belongs to, and one that cannot be read belongs to none. */
function isOfDuty(row: LogRow, duty: Duty): boolean {
  const action = row.action as LogAction;
  const { dutiesOf }: ActionFacts = ACTIONS[action];
  if (dutiesOf === undefined) return true;
  const detail = readAnyDetail({ ...row, action });
  return detail !== UNREADABLE && dutiesOf(detail as never).includes(duty);
}
