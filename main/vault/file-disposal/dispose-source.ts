/** Destroys a file after an import or a sweep: known by its content first, entered, then destroyed, then ready to be looked for elsewhere. */
import type { DisposedOf } from '../../../contract/file-disposal/lists.ts';
import { AppError } from '../app-error.ts';
import { NEVER_ABORTED } from '../long-work/long-work.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { Scanners } from '../scanner-line.ts';
import { type Session, entryOf } from '../session/session.ts';
import { beginDisposal, markDestroyed, readInState, setDisposalState } from './disposals.ts';
import { type FileMark, disposeFile, isDisposedOf } from './dispose-file.ts';
import { answersOf } from './read-files.ts';
import { readFingerprintKey } from './sweep-settings.ts';
import { commit } from '../session/commit.ts';

interface Source {
  readonly of: DisposedOf;
  readonly path: string;
  readonly mark: FileMark;
  /** As a sweep has found it; undefined where no sweep has. */
  readonly fingerprint?: Uint8Array | null;
  /** Entered before anything is done, and again where it fails. */
  readonly entry: SessionEntry;
}

/** Milliseconds for the content of the file that is destroyed. */
const READ_MS = 30_000;

/** Errors: `file-changed`, `file-not-removed`, those of the log, where nothing is done. */
export async function disposeSource(
  session: Session,
  scanners: Scanners,
  { of, path, mark, entry, ...known }: Source,
): Promise<{ readonly otherNames: boolean; readonly disposalId: number }> {
  const { signedIn, clock, store, log } = session;
  const fingerprint =
    known.fingerprint === undefined ? await fingerprintOf(session, scanners, path) : known.fingerprint;
  const at = clock.now();
  const by = signedIn.staffId;
  const disposalId = await log.record(store, async (tx) => ({
    value: await beginDisposal(tx, { source: of, path, fingerprint, at, by }, mark),
    entries: [entryOf(session, entry)],
  }));
  underWay.add(disposalId);
  try {
    const { otherNames } = await disposeFile(path, mark);
    await store.transaction(async (tx) => {
      await setDisposalState(tx, disposalId, 'waiting');
      await markDestroyed(tx, path, { at, by });
    });
    return { otherNames, disposalId };
  } catch (error) {
    await log.record(store, async (tx) => {
      await setDisposalState(tx, disposalId, 'not-destroyed');
      return { value: undefined, entries: [entryOf(session, { ...entry, outcome: 'failed' })] };
    });
    throw error;
  } finally {
    underWay.delete(disposalId);
  }
}

/** Those that this process destroys now. */
const underWay = new Set<number>();

/**
 * Settles disposals cut off by a stop of the computer: what was taken away is destroyed, a file that is gone waits for a check for copies, one still there
 * is entered as not destroyed.
 */
export async function settleBroken(session: Session): Promise<void> {
  for (const row of await readInState(session.store, 'begun')) {
    if (underWay.has(row.id)) continue;
    if (await isDisposedOf(row.path, row))
      await session.store.transaction(async (tx) => {
        await setDisposalState(tx, row.id, 'waiting');
        await markDestroyed(tx, row.path, row);
      });
    else
      await commit(session, async (tx) => {
        await setDisposalState(tx, row.id, 'not-destroyed');
        return [{ action: 'disposal-broken', outcome: 'failed', detail: { disposal: row.id } }];
      });
  }
}

/** Null where it cannot be read: nothing but its name can be looked for then, and it is destroyed all the same. */
async function fingerprintOf(session: Session, scanners: Scanners, path: string): Promise<Uint8Array | null> {
  if (!scanners.areThere) return null;
  try {
    const line = await scanners.start({ ahead: true });
    try {
      const key = await readFingerprintKey(session.store);
      return await answersOf<Uint8Array | null>(line, NEVER_ABORTED, (settle) => {
        settle.within(READ_MS);
        line.ask({ type: 'scan', id: 0, path, key, today: session.clock.now() });
        return {
          onAnswer: (answer) =>
            answer.type === 'scanned' ? settle.resolve(answer.file.fingerprint) : settle.reject(),
          onStop: () => settle.resolve(null),
          onTaken: () => settle.resolve(null),
        };
      });
    } finally {
      line.end();
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'internal') return null;
    throw error;
  }
}
