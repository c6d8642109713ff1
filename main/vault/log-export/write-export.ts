/**
 * Writes an export. Everything is read twice: first for the hash, which the log gets, then into the file, so that nothing lies on the disk before the
 * entry is there.
 */
import { createHash } from 'node:crypto';
import { hashPieces } from '../../files/hash-pieces.ts';
import type { VaultEvent } from '../../../contract/events.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import type { PaperMark } from '../../../contract/paper.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { startOfDay } from '../clock.ts';
import { toHex, utf8 } from '../crypto/bytes.ts';
import type { PickedFiles } from '../files/picked-files.ts';
import { stageSharedFile } from '../../files/durable-files.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import { fingerprintRoots } from '../keys/recovery-sheet.ts';
import { readRosterEntries, sealEntry } from '../keys/roster.ts';
import type { LogRow } from '../log/audit-log.ts';
import { allChains } from '../log/chains.ts';
import { allEnded } from '../long-work/all-ended.ts';
import type { RunningWork } from '../long-work/long-work.ts';
import { estimateSecondsLeft, REPORT_EVERY } from '../long-work/progress.ts';
import { orSayFailed } from '../session/log-on-failure.ts';
import { type Session, logAlone, nameOfStaff } from '../session/session.ts';
import { paperMarkOf } from '../session/trace-mark.ts';
import { type AllVerified, type VerifiedStaff, withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { type ExportedSpan, encodeEntry, encodeHeader, encodeTrailer, keyIdOf } from './line.ts';
import { type Span, findSpans, readRows } from './read-pieces.ts';
import { tableHead, tableLine, tableMark } from './table.ts';
import { orNotFound } from '../store/rows.ts';

type Request = RouteRequest<'exports.write'>;
type Running = RunningWork<VaultEvent<'exports.progress'>>;

/**
 * Errors: those of `withSlots`; `not-allowed` (a supervisor without an approver, or one who may not be it), `not-found` (no such file was picked, or no
 * entry is in the span), `cancelled`, `log-unavailable` and its like (nothing is written then), `file-not-written`.
 */
export function writeExport(
  session: Session,
  request: Request,
  running: Running,
  pickedFiles: PickedFiles,
): Promise<RouteReply<'exports.write'>> {
  const path = pickedFiles.pathOf(request.fileId, 'log-export');
  const own = { slotId: session.signedIn.slotId, pin: request.pin };
  const proofs = request.approver === undefined ? [own] : [own, request.approver];
  return withSlots(session, proofs, async (present) => {
    const signer = approverOf(present);
    const made = await prepare(session, request, present, signer);
    const pieces = countedPieces(made, running);
    const sha256 = await hashPieces(pieces());
    const root = fingerprintRoots(session.keys.roots);
    const entry = {
      action: 'log-export',
      reason: request.purpose,
      detail: { ...made.detail, sha256 },
      ...cosignedBy(present),
    } as const;
    await logAlone(session, { ...entry, outcome: 'done' });
    await orSayFailed(session, { ...entry, outcome: 'failed' }, () => writeFile(path, pieces(), sha256));
    return { count: made.detail.count, sha256, root };
  });
}

/** Who signs the export. Errors: `not-allowed`. */
function approverOf([own, approver]: AllVerified): VerifiedStaff {
  if (approver === undefined ? own.member.role === 'admin' : approver.member.role !== 'receptionist')
    return approver ?? own;
  throw new AppError('not-allowed');
}

/** Content of an export, before it is written. */
interface Prepared {
  readonly rows: () => AsyncIterable<readonly LogRow[]>;
  readonly detail: Omit<LogDetail<'log-export'>, 'sha256'>;
  readonly lines: (rows: AsyncIterable<readonly LogRow[]>) => AsyncGenerator<string>;
}

async function prepare(
  session: Session,
  request: Request,
  present: AllVerified,
  signer: VerifiedStaff,
): Promise<Prepared> {
  const { store } = session;
  const from = request.from === undefined ? null : startOfDay(request.from);
  const until = request.to === undefined ? null : startOfDay(request.to, 1);
  const spans = await findSpans(store, from, until);
  const [{ first }, { last }] = [orNotFound(spans[0]), orNotFound(spans.at(-1))];
  const count = spans.reduce((sum, span) => sum + span.last - span.first + 1, 0);
  const detail = { format: request.format, from, until, first, last, count, recipient: request.recipient };
  const rows = () => readRows(store, spans);
  if (request.format === 'csv')
    return { rows, detail, lines: tableOf(session, request, await paperMarkOf(session)) };
  const header = await signedHeader(session, request, present, signer, { from, until, spans });
  return { rows, detail, lines: signedLinesOf(session, header, count, signer) };
}

const tableOf = (session: Session, { language }: Request, mark: PaperMark): Prepared['lines'] =>
  async function* (rows) {
    yield tableHead(language);
    for await (const some of rows)
      yield some.map((row) => tableLine(row, language, (staffId) => nameOfStaff(session, staffId))).join('');
    yield tableMark(mark, language);
  };

async function signedHeader(
  session: Session,
  { purpose, recipient }: Request,
  [asked]: AllVerified,
  signer: VerifiedStaff,
  { from, until, spans }: Pick<Prepared['detail'], 'from' | 'until'> & { readonly spans: readonly Span[] },
): Promise<string> {
  const { roster, store, keys, clock } = session;
  const { role, signKey, staffId } = signer.member;
  if (role === 'receptionist') throw new AppError('not-found');
  const [own, ...others] = await allEnded(spans.map((span) => withHashBefore(store, span)));
  const header = {
    vault: roster.vaultId,
    at: clock.now(),
    from,
    until,
    ...orNotFound(own),
    ...(others.length === 0 ? {} : { others }),
    root: fingerprintRoots(keys.roots),
    // Those of the verified roster alone: what a writer has laid behind its end proves nothing.
    roster: (await readRosterEntries(store)).slice(0, roster.head.n).map(sealEntry),
    purpose,
    recipient,
    asked: asked.staffId,
    signer: { staff: staffId, role, key: keyIdOf(signKey) },
  };
  return encodeHeader(header, (message) => signer.sign(message));
}

/** Errors: `not-found` where its first entry is not there. */
async function withHashBefore(store: ReadableStore, span: Span): Promise<ExportedSpan> {
  const before = await store.get<{ readonly hash: Uint8Array }>(
    allChains(sql`SELECT prev_hash AS hash FROM $log WHERE seq = ${span.first}`),
  );
  return { ...span, after: toHex(orNotFound(before).hash) };
}

const signedLinesOf = (
  { roster }: Session,
  header: string,
  count: number,
  signer: VerifiedStaff,
): Prepared['lines'] =>
  async function* (rows) {
    yield `${header}\n`;
    let first: LogRow | null = null;
    let last: LogRow | null = null;
    for await (const some of rows) {
      first ??= some[0] ?? null;
      last = some.at(-1) ?? last;
      yield some.map((row) => `${encodeEntry(row)}\n`).join('');
    }
    if (first === null || last === null) throw new AppError('not-found');
    const trailer = { count, first: first.seq, last: last.seq, head: toHex(last.hash) };
    yield `${encodeTrailer(header, roster.vaultId, trailer, (message) => signer.sign(message))}\n`;
  };

/** The bytes of an export, made anew each time it is called; says how far both times together have come. Errors of the pieces: `cancelled`. */
function countedPieces(
  { rows, lines, detail: { count } }: Prepared,
  { signal, tell }: Running,
): () => AsyncGenerator<Uint8Array> {
  const began = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  let done = 0;
  const total = 2 * count;
  async function* counted(): AsyncGenerator<readonly LogRow[]> {
    for await (const some of rows()) {
      if (signal.aborted) throw new AppError('cancelled');
      yield some;
      done += some.length;
      const now = performance.now();
      if (now - told < REPORT_EVERY) continue;
      told = now;
      tell({ done, total, secondsLeft: estimateSecondsLeft(now - began, done, total) });
    }
  }
  return async function* () {
    for await (const text of lines(counted())) yield utf8(text);
  };
}

/** The file is in its place only where it is what the log says. Errors: those of the file system, `log-broken` where the store has changed meanwhile. */
async function writeFile(path: string, pieces: AsyncIterable<Uint8Array>, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  const staged = await stageSharedFile(path, hashedInto(hash, pieces));
  try {
    if (hash.digest('hex') !== sha256) throw new AppError('log-broken');
    await staged.commit();
  } catch (error) {
    await staged.discard().catch(() => undefined);
    throw error;
  }
}

async function* hashedInto(
  hash: ReturnType<typeof createHash>,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}
