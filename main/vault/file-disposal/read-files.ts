/**
 * Has every file of a list read by a scanner, one after another. A file at which the scanner hangs or grows is told
 * as such; another scanner goes on after it. What the scanner says is checked: it reads what anybody may have made.
 */
import type { UnreadReason } from '../../../contract/sweep/lists.ts';
import {
  type CutFolder,
  type ListedFile,
  type Listing,
  type ScannedFile,
  type ScannerAnswer,
  scannerAnswerSchema,
} from '../../../contract/sweep/scanner.ts';
import { AppError } from '../app-error.ts';
import type { ScannerLine, Scanners } from '../scanner-line.ts';
import { type SweepChoice, sweepRoots } from './folders.ts';

interface ReadFilesOptions {
  readonly scanners: Scanners;
  readonly choice: SweepChoice;
  /** Somebody waits for it: a sweep gives way. */
  readonly ahead?: boolean;
  /** Of fingerprints, 32 bytes. */
  readonly key: Uint8Array;
  /** Milliseconds since 1970. */
  readonly today: number;
  /** All up to it in the order of paths has been read before, whether it is still there or not. */
  readonly after: ReadUpTo | null;
  /** Paths that have stopped a scanner before: read when all others have been. */
  readonly stoppers: ReadonlySet<string>;
  readonly signal: AbortSignal;
  /** Called again where another needed the scanner meanwhile. */
  readonly onListed: (listed: ListedFiles) => void;
  /** In the order of paths; what comes next waits for it. */
  readonly onRead: (listed: ListedFile, file: ScannedFile, place: ReadUpTo) => Promise<void>;
}

/** How far files have been read. */
export interface ReadUpTo {
  readonly path: string;
  /** It is among those that have stopped a scanner, so that all others have been read. */
  readonly atRest: boolean;
}

/** What there is to be read, and what of the disk nobody has seen. */
export interface ListedFiles {
  /** Still to be read. */
  readonly files: number;
  /** Folders that were not listed to their end. */
  readonly cut: readonly CutFolder[];
  /** Drives that were looked into. */
  readonly drives: readonly string[];
}

/** Asked ahead, so that the scanner never waits. */
const AHEAD = 2;
/** Milliseconds for one file, and for each megabyte of it. */
const FILE_MS = 20_000;
const MEGABYTE_MS = 500;
const LIST_MS = 10 * 60_000;
/**
 * After so many files in one sweep that have stopped a scanner, a file has less time: somebody may have laid ten thousand of them, and what lies
 * behind them is to be read all the same.
 */
const STOPPED_BEFORE_LESS = [50, 500] as const;
const LESS_TIME = 4;

/** The scanner is needed elsewhere first. */
class ScannerTaken extends Error {}

/** Errors: AppError `cancelled` (by the signal), `internal` where no scanner starts, or one says what it cannot have said. */
export async function readFiles(options: ReadFilesOptions): Promise<void> {
  let { after } = options;
  for (;;) {
    try {
      return await readList({
        ...options,
        after,
        onRead: async (listed, file, place) => {
          await options.onRead(listed, file, place);
          after = place;
        },
      });
    } catch (error) {
      // It goes on where it was, once the other is done.
      if (!(error instanceof ScannerTaken)) throw error;
    }
  }
}

async function readList(options: ReadFilesOptions): Promise<void> {
  const { scanners, signal, ahead = false, choice, onListed } = options;
  let line = await scanners.start({ ahead });
  try {
    const { items, cut, isStopped } = await listAll(line, options);
    if (isStopped) {
      line.end();
      line = await scanners.start({ ahead });
    }
    const files = inOrder(items, options);
    onListed({ files: files.length, cut, drives: choice.drives ? line.around.drives : [] });
    let stopped = 0;
    for (let at = 0; at < files.length;) {
      const done = await readSome(line, files.slice(at), stopped, options);
      at += done.read;
      if (done.stoppedBy === null) continue;
      const file = files[at];
      if (file !== undefined)
        await options.onRead(file.listed, unreadFile(file.listed, done.stoppedBy), file);
      at += 1;
      stopped += 1;
      line.end();
      line = await scanners.start({ ahead });
    }
  } finally {
    line.end();
  }
  if (signal.aborted) throw new AppError('cancelled');
}

interface FileInTurn extends ReadUpTo {
  readonly listed: ListedFile;
}

/** What is still to be read, by paths; what has stopped a scanner before comes last. */
function inOrder(
  items: readonly ListedFile[],
  { after, stoppers }: Pick<ReadFilesOptions, 'after' | 'stoppers'>,
): readonly FileInTurn[] {
  const files = items.map((listed) => ({ listed, path: listed.path, atRest: stoppers.has(listed.path) }));
  const isBehind = ({ path, atRest }: ReadUpTo): boolean =>
    after === null || (atRest === after.atRest ? path > after.path : atRest);
  return files
    .filter(isBehind)
    .sort((a, b) => Number(a.atRest) - Number(b.atRest) || (a.path < b.path ? -1 : 1));
}

const unreadFile = ({ size }: ListedFile, unread: UnreadReason): ScannedFile => ({
  kind: 'other',
  unread,
  ids: 0,
  phones: 0,
  people: 0,
  fingerprint: null,
  mark: { device: 0, inode: 0, size, changed: 0 },
});

interface ListedAll extends Listing<ListedFile> {
  /** The scanner hung, grew or ended: what it had told until then is the list, and none of the folders was listed to its end. */
  readonly isStopped: boolean;
}

function listAll(line: ScannerLine, { choice, signal }: ReadFilesOptions): Promise<ListedAll> {
  const { around } = line;
  const roots = sweepRoots(around, choice);
  return answersOf<ListedAll>(line, signal, (settle) => {
    const items: ListedFile[] = [];
    const cut = new Map<string, CutFolder>();
    const end = (isStopped: boolean): void => settle.resolve({ items, cut: [...cut.values()], isStopped });
    const stop = (): void => {
      for (const { path, place } of roots) {
        const [folder = path] = path.split(`${around.separator}*`);
        cut.set(folder, { path: folder, place, why: 'too-slow' });
      }
      end(true);
    };
    settle.within(LIST_MS);
    line.ask({ type: 'list', roots, leftOut: around.leftOut });
    return {
      onAnswer(answer) {
        if (answer.type === 'listed') {
          items.push(...answer.items);
          for (const folder of answer.cut) cut.set(folder.path, folder);
        } else if (answer.type === 'list-ended') end(false);
        else settle.reject();
      },
      onStop: stop,
      onTaken: () => settle.fail(new ScannerTaken()),
    };
  });
}

interface Some {
  readonly read: number;
  /** Null where all were read. */
  readonly stoppedBy: UnreadReason | null;
}

/** Until all are read or the scanner is stopped by one. */
function readSome(
  line: ScannerLine,
  files: readonly FileInTurn[],
  stopped: number,
  options: ReadFilesOptions,
): Promise<Some> {
  const patience = LESS_TIME ** -STOPPED_BEFORE_LESS.filter((most) => stopped >= most).length;
  return answersOf<Some>(line, options.signal, (settle) => {
    let read = 0;
    let asked = 0;
    const askAhead = (): void => {
      for (const { path } of files.slice(asked, read + AHEAD)) {
        line.ask({ type: 'scan', id: asked, path, key: options.key, today: options.today });
        asked += 1;
      }
      settle.within((FILE_MS + (files[read]?.listed.size ?? 0) * (MEGABYTE_MS / 1e6)) * patience);
    };
    let turn: Promise<void> = Promise.resolve();
    askAhead();
    return {
      onAnswer(answer) {
        const file = files[read];
        if (answer.type !== 'scanned' || answer.id !== read || file === undefined) return settle.reject();
        read += 1;
        const isLast = read === files.length;
        turn = turn.then(() => options.onRead(file.listed, answer.file, file));
        // Whoever is told may stop the whole of it.
        turn.catch(settle.fail);
        if (isLast) void turn.then(() => settle.resolve({ read, stoppedBy: null }), settle.fail);
        else askAhead();
      },
      onStop: (why) => void turn.then(() => settle.resolve({ read, stoppedBy: why }), settle.fail),
      onTaken: () => void turn.then(() => settle.fail(new ScannerTaken()), settle.fail),
    };
  });
}

export interface Settle<T> {
  resolve(value: T): void;
  /** The scanner has said what it cannot have said. */
  reject(): void;
  fail(error: unknown): void;
  /** From now on, in milliseconds; then the scanner is stopped as too slow. */
  within(ms: number): void;
}

/** One exchange with a scanner. Errors: AppError `cancelled`, `internal`. */
export function answersOf<T>(
  line: ScannerLine,
  signal: AbortSignal,
  begin: (settle: Settle<T>) => {
    readonly onAnswer: (answer: ScannerAnswer) => void;
    readonly onStop: (why: UnreadReason) => void;
    readonly onTaken: () => void;
  },
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let isOver = false;
    const over = (work: () => void): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      work();
    };
    const cancel = (): void => over(() => reject(new AppError('cancelled')));
    signal.addEventListener('abort', cancel);
    const settle: Settle<T> = {
      resolve: (value) => over(() => resolve(value)),
      reject: () => over(() => reject(new AppError('internal', { what: 'scanner' }))),
      fail: (error) => over(() => reject(error as Error)),
      within(ms) {
        clearTimeout(timer);
        timer = setTimeout(() => handlers.onStop('too-slow'), ms);
      },
    };
    const handlers = begin(settle);
    line.listen({
      onAnswer(data) {
        if (isOver) return;
        const answer = scannerAnswerSchema.safeParse(data);
        if (answer.success) handlers.onAnswer(answer.data);
        else settle.reject();
      },
      onEnd: (grown, taken = false) => {
        if (isOver) return;
        if (taken) handlers.onTaken();
        else handlers.onStop(grown ? 'too-large' : 'stopped');
      },
    });
    if (signal.aborted) cancel();
  });
}
