/** Copies new entries of the log to the second place: compared first, appended, and never waited for by anybody's work. */
import type { SecondPlaceState } from '../../../contract/second-log/lists.ts';
import { toHex, utf8 } from '../crypto/bytes.ts';
import { AppError } from '../app-error.ts';
import { appendToFile } from '../files/appended-file.ts';
import { diskError } from '../files/disk-error.ts';
import type { LogRow } from '../log/audit-log.ts';
import { type Session, logAlone } from '../session/session.ts';
import { type PlaceChoice, hasOpenDifference, readChoice } from './choice.ts';
import { isInLog } from './compare.ts';
import { encodeRows, sealEntries } from './entries.ts';
import { type PlaceKey, type SecondLine, createLineReader, encodeLine } from './line.ts';
import { type NewestLine, placeFile, readNewest, withinTime } from './place.ts';
import { readPlaceKey, readWritten, writtenNow } from './place-key.ts';

/** How long work of the clock waits for the drive, in milliseconds. */
export const CLOCK_MS = 10_000;
/** How long somebody waits who hands over, acknowledges an alarm or asks for it, in milliseconds. */
export const ASKED_MS = 2_000;

/** Entries that are sealed at once; what is left goes the next minute. */
const MAX_ENTRIES_AT_ONCE = 2_000;
/** Encoded entries of one line, in bytes; a single larger one has a line of its own. */
const LINE_ENTRIES_BYTES = 48 * 1024;
/** A larger one is written as its head alone. */
const MAX_ENTRY_BYTES = 2 * 1024 * 1024;

/**
 * Writes the log's new heads, and entries where chosen, to the second place; nothing in an alarm, on a damaged store
 * or where there is nothing new. A place that remembers what the log does not have is entered in the log, and the
 * vault asks to be locked: the next sign-in has an alarm.
 * Errors: `disk-full`, `disk-error` where the place cannot be read or written; those of the store and the log.
 */
export async function followSecondLog(session: Session, waitMs: number): Promise<SecondPlaceState> {
  if (session.alarms.length > 0 || session.readOnly) return 'none';
  const choice = await readChoice(session, session.store);
  if (choice === null) return 'none';
  return withinTime(waitMs, () => write(session, choice));
}

/**
 * After a supervisor has acknowledged that the place differs: a line says that the log goes on from here, so that what
 * stands before it is no alarm any more. Errors: as `followSecondLog`.
 */
export async function continueSecondLog(session: Session): Promise<void> {
  const choice = await readChoice(session, session.store);
  if (choice === null) return;
  await withinTime(ASKED_MS, async () => {
    const place = await lookAt(session, choice);
    if (place === null || place.key === null) return;
    await append(session, place, [await headLine(session, 'continued')]);
  });
}

/** Enters the difference in the log, once until it is acknowledged, and asks to be locked. Errors: those of store and log. */
export async function raise(session: Session, { line, seq }: SecondLine): Promise<'differs'> {
  if (!(await hasOpenDifference(session, session.store)))
    await logAlone(session, {
      action: 'second-log',
      outcome: 'failed',
      detail: { step: 'differs', line, seq },
    });
  session.effects.lock('second-log-differs');
  return 'differs';
}

/** Whether the error says that there is no such file or folder. */
export const isAway = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException | null)?.code));

interface Place {
  readonly path: string;
  readonly found: NewestLine;
  readonly key: PlaceKey | null;
  /** Number of the last line that was ever written there, as far as store and place know. */
  readonly lastLine: number;
  readonly writtenLine: number;
}

/** Null where it is away. */
async function lookAt({ store, roster, anchor }: Session, { folder }: PlaceChoice): Promise<Place | null> {
  const path = placeFile(folder, roster.vaultId, anchor.state().log.seq);
  const found = await readNewest(path, createLineReader(roster)).catch((error: unknown) => {
    if (isAway(error)) return null;
    throw diskError(error);
  });
  if (found === null) return null;
  const [key, written] = [await readPlaceKey(store, roster), await readWritten(store)];
  const lastLine = Math.max(found.line?.line ?? 0, written.line);
  return { path, found, key, lastLine, writtenLine: written.line };
}

async function write(session: Session, choice: PlaceChoice): Promise<SecondPlaceState> {
  const place = await lookAt(session, choice);
  if (place === null) return 'away';
  const { line: newest } = place.found;
  if (newest !== null && !(await isInLog(session, newest))) return raise(session, newest);
  if (place.key === null) return 'no-key';
  const lines = await newLines(session, choice, newest?.seq ?? choice.seq - 1);
  const has = newest?.line ?? 0;
  const isShortened = has < place.writtenLine;
  if (lines.length > 0) {
    await append(session, place, lines);
    // Once: from here on the number that is missing says so.
    if (isShortened) await enterShortened(session, place.writtenLine, has);
  }
  return isShortened ? 'shortened' : 'good';
}

const enterShortened = (session: Session, had: number, has: number): Promise<void> =>
  logAlone(session, {
    action: 'second-log',
    outcome: 'failed',
    detail: { step: 'shortened', had, has },
  });

type UnnumberedLine = Omit<SecondLine, 'line' | 'vault' | 'time'>;

/** Of the last entry: the anchor may already be in a segment that has none. Errors: those of the store. */
async function headLine({ store, log }: Session, kind: SecondLine['kind'] = 'head'): Promise<UnnumberedLine> {
  const [last] = await log.list(store, { before: null, limit: 1 });
  if (last === undefined) throw new AppError('log-broken');
  return { kind, segment: last.segmentId, seq: last.seq, hash: toHex(last.hash), entries: null };
}

/** Heads after entry `after`: the newest alone, or one for each part of the entries. */
async function newLines(
  session: Session,
  { entries }: PlaceChoice,
  after: number,
): Promise<readonly UnnumberedLine[]> {
  const head = await headLine(session);
  if (head.seq <= after) return [];
  if (!entries) return [head];
  const limit = Math.min(MAX_ENTRIES_AT_ONCE, head.seq - after);
  const rows = await session.log.list(session.store, { before: after + limit + 1, limit });
  return inParts(rows.toReversed().filter(({ seq }) => seq > after)).map((part) => sealedLine(session, part));
}

interface Part {
  readonly rows: readonly LogRow[];
  readonly last: LogRow;
}

function inParts(rows: readonly LogRow[]): readonly Part[] {
  const parts: Part[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = encodeRows([row]).length;
    const open = bytes + size <= LINE_ENTRIES_BYTES ? parts.pop() : undefined;
    bytes = open === undefined ? size : bytes + size;
    parts.push({ rows: [...(open?.rows ?? []), row], last: row });
  }
  return parts;
}

function sealedLine({ roster }: Session, { rows, last }: Part): UnnumberedLine {
  const encoded = encodeRows(rows);
  const first = rows[0]?.seq ?? last.seq;
  const head = { kind: 'head', segment: last.segmentId, seq: last.seq, hash: toHex(last.hash) } as const;
  if (encoded.length > MAX_ENTRY_BYTES) return { ...head, entries: null };
  return { ...head, entries: sealEntries(roster, encoded, { first, seq: last.seq }) };
}

/** Appends lines. One that a full or unplugged drive has torn off stays, and the next begins on a line of its own. */
async function append(
  { header, store, clock }: Session,
  { path, found, key, lastLine }: Place,
  unnumbered: readonly UnnumberedLine[],
): Promise<void> {
  if (key === null) throw new AppError('internal');
  const at = clock.now();
  const lines = unnumbered.map((one, index): SecondLine => ({
    ...one,
    vault: header.vaultId,
    line: lastLine + 1 + index,
    time: at,
  }));
  const text = lines.map((line) => `${encodeLine(line, key)}\n`).join('');
  await appendToFile(path, utf8(`${found.isOpen ? '\n' : ''}${text}`)).catch((error: unknown) =>
    Promise.reject(diskError(error)),
  );
  const last = lines.at(-1);
  if (last !== undefined) await store.runAlone(writtenNow({ line: last.line, seq: last.seq, at }));
}
