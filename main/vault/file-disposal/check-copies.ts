/**
 * Looks for what is left of a file that was destroyed: files with the same content, compared cell by cell and not by their bytes, in the
 * folders that a sweep looks into and in its own; and its name in what programs list as used last.
 */
import { basename, dirname } from 'node:path';
import type { VaultEvent } from '../../../contract/events.ts';
import type { ScannedFile } from '../../../contract/sweep/scanner.ts';
import type { RunningWork } from '../long-work/long-work.ts';
import { estimateSecondsLeft } from '../long-work/progress.ts';
import type { Scanners } from '../scanner-line.ts';
import type { Session } from '../session/session.ts';
import { type CheckResult, type DisposalRow, keepCheck } from './disposals.ts';
import { recentLists } from './folders.ts';
import { answersOf, readFiles } from './read-files.ts';
import { readFingerprintKey, readFolders, readStoppers } from './sweep-settings.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';

type Copies = CheckResult['copies'];

/** Milliseconds for all lists of what was used last. */
const RECENT_MS = 60_000;

/** Errors: AppError `cancelled` by the signal, `internal` where no scanner starts; then nothing is kept, and it is made anew later. */
export async function checkCopies(
  session: Session,
  scanners: Scanners,
  row: DisposalRow,
  work: RunningWork<VaultEvent<'disposals.progress'>>,
): Promise<void> {
  const named = await findNames(scanners, row, work.signal);
  const { copies, files, ...compared } = await findCopies(session, scanners, row, work);
  const unread = compared.unread + named.unread;
  const found: CheckResult = { copies: [...copies, ...named.copies], files, unread, at: session.clock.now() };
  await commit(session, async (tx) => {
    await keepCheck(tx, row.id, found);
    const detail = { disposal: row.id, files, unread, copies: copies.length, names: named.copies.length };
    return [done('disposal-check', detail)];
  });
}

/** Without a known content there is nothing to compare. */
async function findCopies(
  session: Session,
  scanners: Scanners,
  { path, fingerprint }: DisposalRow,
  { signal, tell }: RunningWork<VaultEvent<'disposals.progress'>>,
): Promise<{ readonly copies: Copies; readonly files: number; readonly unread: number }> {
  if (fingerprint === null) return { copies: [], files: 0, unread: 0 };
  const copies: Copies[number][] = [];
  let [done, total, unread, cutFolders] = [0, 0, 0, 0];
  const begun = performance.now();
  const report = (): void =>
    tell({ done, total, secondsLeft: estimateSecondsLeft(performance.now() - begun, done, total) });
  const isSame = ({ fingerprint: other }: ScannedFile): boolean =>
    other !== null && Buffer.compare(other, fingerprint) === 0;
  await readFiles({
    scanners,
    ahead: true,
    choice: {
      picked: (await readFolders(session.store)).map((folder) => folder.path),
      drives: false,
      source: dirname(path),
    },
    key: await readFingerprintKey(session.store),
    today: session.clock.now(),
    after: null,
    stoppers: await readStoppers(session.store),
    signal,
    onListed: ({ files, cut }) => {
      total = done + files;
      cutFolders = cut.length;
      report();
    },
    onRead: async (listed, file) => {
      done += 1;
      if (file.unread !== null) unread += 1;
      if (isSame(file))
        copies.push({ path: listed.path, place: listed.place, kind: 'copy', mark: file.mark });
      report();
    },
  });
  return { copies, files: done, unread: unread + cutFolders };
}

/** `unread`: lists and folders that could not be read, or not to their end. */
async function findNames(
  scanners: Scanners,
  { path }: DisposalRow,
  signal: AbortSignal,
): Promise<Pick<CheckResult, 'copies' | 'unread'>> {
  const line = await scanners.start({ ahead: true });
  const { around } = line;
  try {
    return await answersOf<Pick<CheckResult, 'copies' | 'unread'>>(line, signal, (settle) => {
      settle.within(RECENT_MS);
      line.ask({
        type: 'recent',
        lists: recentLists(around),
        name: basename(path),
        leftOut: around.leftOut,
      });
      return {
        onAnswer: (answer) =>
          answer.type === 'recent'
            ? settle.resolve({
                unread: answer.cut.length,
                copies: answer.items.map(({ path: found, isShortcut, mark }) => ({
                  path: found,
                  place: 'recent',
                  kind: isShortcut ? 'shortcut' : 'listed',
                  mark,
                })),
              })
            : settle.reject(),
        onStop: () => settle.reject(),
        onTaken: () => settle.reject(),
      };
    });
  } finally {
    line.end();
  }
}
