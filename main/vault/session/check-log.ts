/** The check of the whole log, as somebody waits for it. */
import type { LogCheck } from '../../../contract/log/check.ts';
import type { VaultEvent } from '../../../contract/events.ts';
import { AppError } from '../app-error.ts';
import type { RunningWork } from '../long-work/long-work.ts';
import { estimateSecondsLeft } from '../long-work/progress.ts';
import type { Session } from './session.ts';

/** Tells how many entries are checked of how many. Errors: AppError `cancelled`; those of the store. */
export function checkLog(
  { log, store, roster }: Pick<Session, 'log' | 'store' | 'roster'>,
  { signal, tell }: RunningWork<VaultEvent<'log.progress'>>,
): Promise<LogCheck> {
  const began = performance.now();
  return log.verify(store, roster, {
    onProgress: (done, total) => {
      if (signal.aborted) throw new AppError('cancelled');
      tell({ done, total, secondsLeft: estimateSecondsLeft(performance.now() - began, done, total) });
    },
  });
}
