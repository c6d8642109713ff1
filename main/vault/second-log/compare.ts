/** Holds what the second place remembers against the log. */
import type { Alarm } from '../../../contract/sign-in/alarms.ts';
import { fromHex } from '../crypto/bytes.ts';
import type { Header } from '../keys/header.ts';
import { continueHead } from '../log/verify.ts';
import type { Session } from '../session/session.ts';
import { hasOpenDifference, placeOf, readLastChoice } from './choice.ts';
import { isChoiceLost } from './held-choice.ts';
import { type SecondLine, createLineReader } from './line.ts';
import { placeFile, readNewest, SLOW, withinTime } from './place.ts';

/** How long a sign-in waits for the drive, in milliseconds. */
const SIGN_IN_MS = 500;

/** Parts of a session that a comparison takes; a sign-in has them before there is a session. */
type Compared = Pick<Session, 'store' | 'log' | 'roster' | 'anchor'>;

/** Whether the log has the entry that a line is of, with that content. Errors: those of the store. */
export async function isInLog({ store, log, anchor }: Compared, line: SecondLine): Promise<boolean> {
  const [row] = await log.list(store, { before: line.seq + 1, limit: 1 });
  const hash = fromHex(line.hash);
  if (row === undefined || hash === null || row.seq !== line.seq || row.segmentId !== line.segment)
    return false;
  // The row's own column may say anything: its content has to give that hash.
  const head = { segment: line.segment, seq: line.seq, hash, key: hash };
  return continueHead(anchor.state().vaultId, head, row, []) !== undefined;
}

/** The first line whose entry the log does not have; null where it has all. Errors: those of the store. */
export async function findDifference(
  compared: Compared,
  lines: readonly SecondLine[],
): Promise<SecondLine | null> {
  for (const line of lines) if (!(await isInLog(compared, line))) return line;
  return null;
}

/**
 * At a sign-in: an alarm where the newest line there is not of this log, where the log has lost the choice of the place, or where a difference was found before and
 * not acknowledged. The newest is enough: whoever wrote it held the one before against the log first. A place that is
 * away, slow or unreadable is no alarm. Errors: those of the store.
 */
export async function compareAtSignIn(compared: Compared, header: Header): Promise<readonly Alarm[]> {
  const { store, roster } = compared;
  const last = await readLastChoice(compared, store);
  if (isChoiceLost(header, last)) return ['second-log-differs'];
  const choice = placeOf(last);
  if (choice === null) return [];
  if (await hasOpenDifference(compared, store)) return ['second-log-differs'];
  const path = placeFile(choice.folder, roster.vaultId, compared.anchor.state().log.seq);
  const found = await withinTime(SIGN_IN_MS, () => readNewest(path, createLineReader(roster))).catch(
    (): typeof SLOW => SLOW,
  );
  if (found === SLOW || found.line === null || (await isInLog(compared, found.line))) return [];
  return ['second-log-differs'];
}
