/**
 * Has every file of a list read by a scanner, one after another. A file at which the scanner hangs or grows is told
 * as such; another scanner goes on after it. What the scanner says is checked: it reads what anybody may have made.
 */
import type { UnreadReason } from '../../../contract/sweep/lists.ts';
import {
  type ListedFile,
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
  /** All up to it has been read before, if it is still in the list. */
  readonly after: string | null;
  readonly signal: AbortSignal;
  readonly onListed: (files: number) => void;
  /** In the order of the list; what comes next waits for it. */
  readonly onRead: (listed: ListedFile, file: ScannedFile) => Promise<void>;
}

/** Asked ahead, so that the scanner never waits. */
const AHEAD = 2;
/** Milliseconds for one file, and for each megabyte of it. */
const FILE_MS = 20_000;
const MEGABYTE_MS = 500;
const LIST_MS = 10 * 60_000;
/** After so many files in one sweep that have stopped a scanner, something else is wrong. */
const MAX_STOPPED = 200;

/** The scanner is needed elsewhere first. */
class ScannerTaken extends Error {}

/** Errors: AppError `cancelled` (by the signal), `internal` where no scanner starts or they keep stopping. */
export async function readFiles(options: ReadFilesOptions): Promise<void> {
  let { after } = options;
  for (;;) {
    try {
      return await readList({
        ...options,
        after,
        onRead: async (listed, file) => {
          await options.onRead(listed, file);
          after = listed.path;
        },
      });
    } catch (error) {
      // It goes on where it was, once the other is done.
      if (!(error instanceof ScannerTaken)) throw error;
    }
  }
}

async function readList(options: ReadFilesOptions): Promise<void> {
  const { scanners, signal, ahead = false } = options;
  let line = await scanners.start({ ahead });
  try {
    const listed = await listAll(line, options);
    const from = options.after === null ? 0 : 1 + listed.findIndex(({ path }) => path === options.after);
    const files = listed.slice(from);
    options.onListed(files.length);
    let stopped = 0;
    for (let at = 0; at < files.length;) {
      const done = await readSome(line, files.slice(at), options);
      at += done.read;
      if (done.stoppedBy === null) continue;
      const file = files[at];
      if (file !== undefined) await options.onRead(file, unreadFile(file, done.stoppedBy));
      at += 1;
      stopped += 1;
      if (stopped > MAX_STOPPED) throw new AppError('internal', { what: 'scanner' });
      line.end();
      line = await scanners.start({ ahead });
    }
  } finally {
    line.end();
  }
  if (signal.aborted) throw new AppError('cancelled');
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

function listAll(line: ScannerLine, { choice, signal }: ReadFilesOptions): Promise<readonly ListedFile[]> {
  const { around } = line;
  return answersOf<readonly ListedFile[]>(line, signal, (settle) => {
    const files: ListedFile[] = [];
    settle.within(LIST_MS);
    line.ask({ type: 'list', roots: sweepRoots(around, choice), leftOut: around.leftOut });
    return {
      onAnswer(answer) {
        if (answer.type === 'listed') for (const file of answer.files) files.push(file);
        else if (answer.type === 'list-ended') settle.resolve(files);
        else settle.reject();
      },
      onStop: () => settle.reject(),
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
function readSome(line: ScannerLine, files: readonly ListedFile[], options: ReadFilesOptions): Promise<Some> {
  return answersOf<Some>(line, options.signal, (settle) => {
    let read = 0;
    let asked = 0;
    const askAhead = (): void => {
      for (const { path } of files.slice(asked, read + AHEAD)) {
        line.ask({ type: 'scan', id: asked, path, key: options.key, today: options.today });
        asked += 1;
      }
      settle.within(FILE_MS + (files[read]?.size ?? 0) * (MEGABYTE_MS / 1e6));
    };
    let turn: Promise<void> = Promise.resolve();
    askAhead();
    return {
      onAnswer(answer) {
        const file = files[read];
        if (answer.type !== 'scanned' || answer.id !== read || file === undefined) return settle.reject();
        read += 1;
        const isLast = read === files.length;
        turn = turn.then(() => options.onRead(file, answer.file));
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
        else handlers.onStop(grown ? 'too-large' : 'damaged');
      },
    });
    if (signal.aborted) cancel();
  });
}
