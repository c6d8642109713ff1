/** Checks every page of a store in a thread of its own. */
import { AppError } from '../../app-error.ts';
import { zero } from '../../crypto/zero.ts';
import { entryBeside, shareSecret, startThreads } from '../../long-work/threads.ts';
import type { KeyedFile } from './engine.ts';

export interface PageCheck {
  /** Waits for it. Errors, AppError: `store-damaged` {problems}; `internal` where the file could not be read, or the check was ended. */
  expectWhole(): Promise<void>;
  /** Wherever it is. */
  end(): Promise<void>;
}

/** Begins at once: whoever starts it may keep this thread. Of a file whose WAL is empty and that nobody writes to. */
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
