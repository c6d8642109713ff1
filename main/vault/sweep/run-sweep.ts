/** One sweep from its first file to its last, or from where it was stopped: read, kept in batches, counted, entered. */
import type { VaultEvent } from '../../../contract/events.ts';
import { MIN_PEOPLE } from '../../../contract/sweep/lists.ts';
import { AppError } from '../app-error.ts';
import type { RunningWork } from '../long-work/long-work.ts';
import { estimateSecondsLeft } from '../long-work/progress.ts';
import type { Scanners } from '../scanner-line.ts';
import type { Session } from '../session/session.ts';
import { type ListedFiles, readFiles } from '../file-disposal/read-files.ts';
import { readFolders, readSetting, readStoppers } from '../file-disposal/sweep-settings.ts';
import {
  type ReadFile,
  type RunRow,
  dropUnseen,
  keepBatch,
  keepCut,
  readOpenRun,
  setRunState,
} from './sweep-store.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';
import { orNotFound } from '../store/rows.ts';

type Progress = VaultEvent<'sweep.progress'>;

/** How many files, and for how many milliseconds, are counted before they are written. */
const BATCH = 100;
const BATCH_MS = 1_500;

/**
 * Errors: AppError `cancelled` where the signal ends it: all that was read is kept, and the sweep goes on there.
 * Others are entered, and end it.
 */
export async function runSweep(
  session: Session,
  scanners: Scanners,
  run: RunRow,
  { signal, tell }: RunningWork<Progress>,
): Promise<void> {
  const { store, clock } = session;
  const begun = performance.now();
  let [done, total, found] = [0, 0, run.found];
  let batch: ReadFile[] = [];
  let listed: ListedFiles = { files: 0, cut: [], drives: [] };
  let keptAt = performance.now();
  const keep = async (): Promise<void> => {
    const files = batch;
    batch = [];
    keptAt = performance.now();
    if (files.length > 0) await store.transaction((tx) => keepBatch(tx, run.id, files, clock.now()));
  };
  const report = (): void =>
    tell({ done, total, found, secondsLeft: estimateSecondsLeft(performance.now() - begun, done, total) });
  const { key } = await readSetting(store);
  const picked = (await readFolders(store)).map(({ path }) => path);
  try {
    await readFiles({
      scanners,
      choice: { picked, drives: run.drives === 1 },
      key,
      today: clock.now(),
      after: run.lastPath === null ? null : { path: run.lastPath, atRest: run.atRest === 1 },
      stoppers: await readStoppers(store, run.id),
      signal,
      onListed: (next) => {
        listed = next;
        total = done + next.files;
        report();
      },
      onRead: async ({ path, place }, file, { atRest }) => {
        batch.push({ path, place, file, upTo: { path, atRest } });
        done += 1;
        if (file.people >= MIN_PEOPLE) found += 1;
        if (batch.length >= BATCH || performance.now() - keptAt >= BATCH_MS) await keep();
        report();
      },
    });
    await keep();
    await finish(session, run.id, listed);
  } catch (error) {
    await keep();
    if (!(error instanceof AppError && error.code === 'cancelled')) await fail(session, run.id, error);
    throw error;
  }
}

/** Ends a sweep and says in the log what it has found. `listed`: null where it has not gone to its end. */
export async function finish(session: Session, run: number, listed: ListedFiles | null): Promise<void> {
  await commit(session, async (tx) => {
    if ((await readOpenRun(tx))?.id !== run) return [];
    if (listed !== null) {
      await keepCut(tx, run, listed.cut, session.clock.now());
      await dropUnseen(tx, run, listed);
    }
    const { files, bytes, found, people, unread } = orNotFound(await readOpenRun(tx));
    const step = listed === null ? 'cancelled' : 'done';
    await setRunState(tx, run, step, session.clock.now());
    return [done('sweep', { step, sweep: run, files, bytes, found, people, unread })];
  });
}

async function fail(session: Session, run: number, error: unknown): Promise<void> {
  await commit(session, async (tx) => {
    await setRunState(tx, run, 'cancelled', session.clock.now());
    return [
      {
        action: 'sweep',
        outcome: 'failed',
        detail: { step: 'failed', sweep: run, code: error instanceof AppError ? error.code : 'internal' },
      },
    ];
  });
}
