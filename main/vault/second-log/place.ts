/** The file at the second place: its name, its end, and that no drive holds anybody up. */
import { join } from 'node:path';
import { readEnd } from '../files/appended-file.ts';
import { chainOf } from '../log/chains.ts';
import { createTurns } from '../long-work/turns.ts';
import { type LineReader, MAX_LINE_BYTES, type SecondLine } from './line.ts';

/** The answer of a place that does not answer in time. */
export const SLOW = 'slow';

/** As much as a few lines of heads take, of entries, and the longest there can be; in bytes. */
const ENDS = [16 * 1024, 256 * 1024, 2 * MAX_LINE_BYTES] as const;
/** Pieces at the end that are tried for a line of ours: a drive full of forged ones holds nobody up. */
const MAX_TRIED = 200;
/** As much as is looked at when somebody asks for the whole: more than a year of heads at a busy desk is past it. */
const WHOLE = 8 * 1024 * 1024;
/** Lines between two pauses for other work; each takes a signature to verify. */
const LINES_AT_ONCE = 50;

const LINE_END = 0x0a;

/** The file of a vault's desk in a folder, which may be that of several: of the desk that began the chain which this entry is in. */
export function placeFile(folder: string, vaultId: string, seq: number): string {
  const chain = chainOf(seq);
  return join(folder, `RV-LOG-${vaultId}${chain === 0 ? '' : `-${chain + 1}`}.jsonl`);
}

const turns = createTurns();

/**
 * The value of `work`, or `slow` after `ms` milliseconds, while the work goes on. One at a time in this process: a
 * drive that hangs holds one thread of the file system's few, not one more each minute. Errors: those of `work`.
 */
export async function withinTime<T>(ms: number, work: () => Promise<T>): Promise<T | typeof SLOW> {
  let isLate = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = turns.take(async () => (isLate ? SLOW : work()));
  const late = new Promise<typeof SLOW>((resolve) => {
    timer = setTimeout(() => {
      isLate = true;
      resolve(SLOW);
    }, ms);
  });
  // Nobody listens any more to one that fails after its time.
  turn.catch(() => undefined);
  try {
    return await Promise.race([turn, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The last line of ours, and whether something without a line end stands after it. */
export interface NewestLine {
  readonly line: SecondLine | null;
  readonly isOpen: boolean;
}

/** Errors: those of `readEnd`. */
export async function readNewest(path: string, read: LineReader): Promise<NewestLine> {
  let isOpen = false;
  for (const most of ENDS) {
    const { bytes, whole } = await readEnd(path, most);
    isOpen = bytes.length > 0 && bytes.at(-1) !== LINE_END;
    for (const piece of pieces(bytes).slice(-MAX_TRIED).toReversed()) {
      const line = read(piece);
      if (line !== null) return { line, isOpen };
    }
    if (whole) break;
  }
  return { line: null, isOpen };
}

/** Lines of the file, as far back as is looked. */
export interface AllLines {
  /** In order, from the last line that a supervisor's acknowledgment has brought. */
  readonly inForce: readonly SecondLine[];
  readonly good: number;
  readonly unreadable: number;
  /** Between lines of ours. */
  readonly missing: number;
  readonly all: readonly SecondLine[];
}

/** Errors: those of `readEnd`. */
export async function readAll(path: string, read: LineReader): Promise<AllLines> {
  const { bytes, whole } = await readEnd(path, WHOLE);
  const all: SecondLine[] = [];
  let unreadable = 0;
  let missing = 0;
  for (const [index, piece] of pieces(bytes).entries()) {
    // The first of an end is what is left of a line.
    if (index === 0 && !whole) continue;
    const line = read(piece);
    const before = all.at(-1);
    if (line === null || (before !== undefined && line.line <= before.line)) unreadable += 1;
    else {
      if (before !== undefined) missing += line.line - before.line - 1;
      all.push(line);
    }
    if (index % LINES_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const from = all.findLastIndex(({ kind }) => kind === 'continued');
  return { inForce: all.slice(Math.max(0, from)), good: all.length, unreadable, missing, all };
}

/** Bytes between line ends, empty pieces left out. */
function pieces(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(LINE_END, at);
    const next = end === -1 ? bytes.length : end;
    if (next > at) found.push(bytes.subarray(at, next));
    at = next + 1;
  }
  return found;
}
