/** Checks every page of a store in a separate thread. */
import { AppError } from '../../app-error.ts';
import { zero } from '../../crypto/zero.ts';
import { entryBeside, shareSecret, startThreads } from '../../long-work/threads.ts';
import type { KeyedFile } from './engine.ts';

/** A running check. */
export interface PageCheck {
  /**
   * Waits for the result. Errors, AppError: `store-damaged` {problems}; `internal` where the file could not
   * be read or the check was ended.
   */
  expectWhole(): Promise<void>;
  /** Ends the check at any point. */
  end(): Promise<void>;
}

/** Starts a check at once, without blocking this thread. The file must have an empty WAL and no writer. */
export function startPageCheck({ path, key }: KeyedFile): PageCheck {
  const shared = shareSecret(key);
  const thread = startThreads<null, readonly string[]>(entryBeside(import.meta.url, 'check-worker'), [
    { path, key: shared } satisfies KeyedFile,
  ]);
  const checked = thread.ask(null);
  // It is heard of when it is asked after, if it is.
  checked.catch(() => undefined);
  return {
    async expectWhole() {
      const problems = await checked;
      if (problems.length > 0) throw new AppError('store-damaged', { problems: problems.length });
    },
    async end() {
      await thread.end();
      zero(shared);
    },
  };
}
