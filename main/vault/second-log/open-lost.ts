/** The entries that the second place has and the log does not, opened with the recovery sheet. */
import type { PersonId } from '../../../contract/ids.ts';
import { ACTIONS } from '../../../contract/log/entries.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { MAX_LOST_ENTRIES } from '../../../contract/second-log/lists.ts';
import { AppError } from '../app-error.ts';
import { toHex } from '../crypto/bytes.ts';
import type { ReceivePair } from '../crypto/hpke.ts';
import { zero } from '../crypto/zero.ts';
import { sheetsKnownTo } from '../keys/old-sheets.ts';
import { deriveSheetKeys, disposeSheetKeys, parseSheet } from '../keys/recovery-sheet.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { recallPeople } from '../store/recall-people.ts';
import { readChoice } from './choice.ts';
import { type OpenedEntry, openEntries } from './entries.ts';
import { ASKED_MS } from './follow.ts';
import { type SecondLine, createLineReader } from './line.ts';
import { placeFile, readAll, SLOW, withinTime } from './place.ts';
import { commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

/**
 * Looks as far back as a comparison does. Whoever was deleted by an entry that is lost is restricted from then on, until they are deleted again. Errors: `sheet-mismatch`; `sheet-not-ours` where the sheet opens none of
 * the entries; `second-log-no-folder` where the place is away or none was chosen; those of the log.
 */
export async function openLostEntries(
  session: Session,
  { sheet }: RouteRequest<'second.open'>,
): Promise<RouteReply<'second.open'>> {
  const lines = (await readPlace(session)).filter(({ entries }) => entries !== null);
  const opened = openAll(session, lines, parseSheet(sheet));
  if (lines.length > 0 && opened.length === 0) throw new AppError('sheet-not-ours');
  const lost = (await notInLog(session, opened)).toReversed();
  await commitValue(session, async (tx) => ({
    value: await recallPeople(tx, erasedIn(lost), {
      origin: 'second-log',
      at: session.clock.now(),
      staffId: session.signedIn.staffId,
    }),
    entries: [done('second-log-open', { entries: opened.length })],
  }));
  return {
    opened: opened.length,
    lost: lost.slice(0, MAX_LOST_ENTRIES).map(({ seq, time, staffId, action }) => ({
      seq,
      time,
      staffName: nameOfStaff(session, staffId),
      action,
    })),
    more: lost.length > MAX_LOST_ENTRIES,
  };
}

/** Whom a deletion took that the log has lost: they are restricted where they are on record. */
const erasedIn = (lost: readonly OpenedEntry[]): readonly PersonId[] =>
  lost.flatMap(({ action, personId }) => (action === 'erase' && personId !== null ? [personId] : []));

async function readPlace(session: Session): Promise<readonly SecondLine[]> {
  const { store, roster } = session;
  const choice = await readChoice(session, store);
  if (choice === null) throw new AppError('second-log-no-folder');
  const path = placeFile(choice.folder, roster.vaultId, session.anchor.state().log.seq);
  const found = await withinTime(ASKED_MS, () => readAll(path, createLineReader(roster))).catch(
    (): typeof SLOW => SLOW,
  );
  if (found === SLOW) throw new AppError('second-log-no-folder');
  return found.all;
}

function openAll(
  { header }: Session,
  lines: readonly SecondLine[],
  secret: Uint8Array,
): readonly OpenedEntry[] {
  const secrets = sheetsKnownTo(header, secret);
  const keys = secrets.map(deriveSheetKeys);
  try {
    const pairs: readonly ReceivePair[] = keys.map(({ receive }) => receive);
    return lines.flatMap((line) => openEntries(line, pairs) ?? []);
  } finally {
    keys.forEach(disposeSheetKeys);
    zero(...secrets);
  }
}

/** Those of actions that this version knows. */
async function notInLog(
  { log, store }: Session,
  opened: readonly OpenedEntry[],
): Promise<readonly OpenedEntry[]> {
  const lost: OpenedEntry[] = [];
  for (const entry of opened) {
    const [row] = await log.list(store, { before: entry.seq + 1, limit: 1 });
    const isThere = row?.seq === entry.seq && toHex(row.hash) === toHex(entry.hash);
    if (!isThere && Object.hasOwn(ACTIONS, entry.action)) lost.push(entry);
  }
  return lost;
}
