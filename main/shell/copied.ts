/**
 * Puts a revealed value into the clipboard, once the vault has entered that it is copied, and takes it out again, unless somebody has copied something else
 * meanwhile. The clipboard is main's in any case: what a page writes passes through it too, and could not be kept out of histories. What was written is kept
 * as a keyed hash for those seconds, and as text for no longer than it takes to write and to hash it.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { COPIED_SECONDS } from '../../contract/people/lists.ts';

/** A page that has the vault's answer writes within this time, in milliseconds. */
const ANNOUNCED_MS = 5_000;

/** The system's clipboard. */
export interface TextClipboard {
  /** Text that histories and other devices are asked to leave out, where the system has a way to ask. */
  writeSecret(text: string): Promise<void>;
  readText(): Promise<string>;
  clear(): void;
}

interface CopiedDependencies {
  readonly clipboard: TextClipboard;
  readonly monotonic: () => number;
  readonly setTimer: (work: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

export interface Copied {
  /** The vault has entered that a value is copied. */
  announce(): void;
  /** Writes it; false, and nothing is written, where the vault has announced nothing just now. */
  write(text: string): Promise<boolean>;
  /** Nothing of it is to be left: its time is over, the desk is locked, or the application ends. */
  end(): Promise<void>;
}

export function createCopied({ clipboard, monotonic, setTimer, clearTimer }: CopiedDependencies): Copied {
  const key = randomBytes(32);
  const hashOf = (text: string): string => createHmac('sha256', key).update(text).digest('hex');
  let announcedAt = Number.NEGATIVE_INFINITY;
  let written: string | null = null;
  let timer: unknown;

  const end = async (): Promise<void> => {
    clearTimer(timer);
    const mine = written;
    written = null;
    if (mine !== null && hashOf(await clipboard.readText()) === mine) clipboard.clear();
  };
  return {
    announce() {
      announcedAt = monotonic();
    },
    async write(text) {
      if (monotonic() - announcedAt > ANNOUNCED_MS) return false;
      announcedAt = Number.NEGATIVE_INFINITY;
      clearTimer(timer);
      // Before it is there: a lock in between takes it out as well.
      written = hashOf(text);
      await clipboard.writeSecret(text);
      timer = setTimer(() => void end(), COPIED_SECONDS * 1000);
      return true;
    },
    end,
  };
}
