/** An admin chooses the second place, or gives it up: an entry of the log either way. */
import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative } from 'node:path';
import { toOneLine } from '../../../contract/one-line.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { SecondPlace } from '../../../contract/second-log/routes.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { createFile, syncFolder } from '../../files/durable-files.ts';
import type { PickedFiles } from '../files/picked-files.ts';
import type { Session } from '../session/session.ts';
import { readChoice } from './choice.ts';
import { describeSecondLog } from './describe.ts';
import { ASKED_MS, followSecondLog } from './follow.ts';
import { holdChoice } from './held-choice.ts';
import { placeFile, SLOW, withinTime } from './place.ts';
import { createPlaceKey, readPlaceKey, readWritten, writePlaceKey } from './place-key.ts';
import { commit } from '../session/commit.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

/**
 * The file is made here and nowhere else, so that the empty folder in which a drive is usually mounted is not taken
 * for the drive. Errors: `second-log-no-folder`; `disk-full`, `disk-error` where the file cannot be made (nothing is
 * chosen then); `not-found` for a folder that was not picked; those of `withSlots` and the log.
 */
export async function chooseSecondLog(
  session: Session,
  pickedFiles: PickedFiles,
  { folderId, entries, pin }: RouteRequest<'second.choose'>,
): Promise<SecondPlace> {
  const { store, roster } = session;
  const before = await readChoice(session, store);
  const picked = folderId === null ? before?.folder : pickedFiles.pathOf(folderId, 'folder');
  const folder = await usableFolder(session, picked);
  await withOwnPin(session, pin, async (signedBy) => {
    const isNew = await makeFile(placeFile(folder, roster.vaultId, session.anchor.state().log.seq));
    const goesOn = folder === before?.folder && !isNew;
    const key = (await readPlaceKey(store, roster)) ?? createPlaceKey(roster, signedBy[0].slot);
    const written = goesOn ? await readWritten(store) : undefined;
    await commit(session, async (tx) => {
      await writePlaceKey(tx, key, written);
      return [done('second-log-choice', { chosen: { folder, entries } }, { signedBy })];
    });
  });
  await holdChoice(session);
  await followSecondLog(session, ASKED_MS);
  return describeSecondLog(session);
}

/** Stops the second log; the lines already written stay. Errors: those of `withSlots` and the log. */
export async function stopSecondLog(
  session: Session,
  { pin }: RouteRequest<'second.stop'>,
): Promise<SecondPlace> {
  await withOwnPin(session, pin, (signedBy) =>
    commit(session, async () => [done('second-log-choice', { chosen: null }, { signedBy })]),
  );
  await holdChoice(session);
  return describeSecondLog(session);
}

/** The folder as the log can name it. Errors: `second-log-no-folder` where there is none, it is the vault's own, or its name is no visible line. */
async function usableFolder({ effects }: Session, picked: string | undefined): Promise<string> {
  const folder = picked?.normalize('NFC') ?? '';
  const isUsable = await withinTime(
    ASKED_MS,
    async () => (await stat(folder)).isDirectory() && !(await isWithin(effects.vaultDir, folder)),
  ).catch(() => false);
  if (isUsable !== true || toOneLine(folder) !== folder) throw new AppError('second-log-no-folder');
  return folder;
}

/** By whatever name either goes: through links, in other letters' cases on Windows, as a namespaced path. Errors: those of the file system. */
async function isWithin(outer: string, folder: string): Promise<boolean> {
  const within = relative(await realpath(outer), await realpath(folder));
  return within === '' || (!within.startsWith('..') && !isAbsolute(within));
}

/** False where it is there already: then it goes on. Errors: `disk-full`, `disk-error`. */
async function makeFile(path: string): Promise<boolean> {
  const made = await withinTime(ASKED_MS, async () => {
    await createFile(path, new Uint8Array());
    await syncFolder(dirname(path));
    return true;
  }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw diskError(error);
  });
  if (made === SLOW) throw new AppError('disk-error');
  return made;
}
