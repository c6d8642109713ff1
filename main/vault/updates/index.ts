/** Updates of the program: an admin has a folder checked, and what it holds copied into the profile for the next start. Nothing is looked for by itself. */
import { join } from 'node:path';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { UpdateOffer, UpdateStanding } from '../../../contract/updates/routes.ts';
import { type LastUpdate, keepLastUpdate, readLastUpdate } from '../../files/updates/last-update.ts';
import { READY, type RunningProgram, starterFolderOf } from '../../files/updates/running-program.ts';
import { UpdateRefused } from '../../files/updates/update-refused.ts';
import type { VerifiedUpdate } from '../../files/updates/verify-update.ts';
import { AppError } from '../app-error.ts';
import { sha256Hex } from '../crypto/sha256.ts';
import { type VaultContext, defineFeature } from '../feature.ts';
import { diskError } from '../files/disk-error.ts';
import { placeOf, requireNoPractice } from '../keys/practice-id.ts';
import { done } from '../log/done.ts';
import { commit } from '../session/commit.ts';
import { type Session, logAlone } from '../session/session.ts';
import { withAdmin } from '../session/with-own-pin.ts';

/** Read when an admin needs it. */
const checks = () => import('../../files/updates/take-update.ts');

export const updatesFeature = defineFeature((context) => ({
  handlers: {
    'updates.read': () => standingOf(context.program()),
    'updates.look': (_session, { folderId }) => orRefused(() => look(context, folderId)),
    'updates.take': (session, request) => orRefused(() => take(session, context, request)),
  },
  everyMinute: (session) => logLast(session, context.program()).catch(() => undefined),
}));

/** By whoever signs in first: nobody was signed in as it happened. What is cut off in between is entered twice, not left out. */
async function logLast(session: Session, program: RunningProgram): Promise<void> {
  const last = placeOf(session.roster.vaultId) === 'practice' ? null : readLastUpdate(program);
  if (last === null || last.logged) return;
  await logAlone(session, done('program-updated', endOf(last)));
  keepLastUpdate(program, { ...last, logged: true });
}

const endOf = ({ from, to, end }: LastUpdate) => ({ from, to, end });

async function standingOf(program: RunningProgram): Promise<UpdateStanding> {
  const ready = await (await checks()).readyUpdate(program);
  const last = readLastUpdate(program);
  return {
    version: program.version,
    takesUpdates: program.root !== null,
    taken: ready === null ? null : { version: ready.version, folder: join(program.folder, READY) },
    appliesItself: starterFolderOf() !== null,
    last: last === null ? null : endOf(last),
  };
}

async function look(
  { pickedFiles, program: read }: VaultContext,
  folderId: RouteRequest<'updates.look'>['folderId'],
): Promise<UpdateOffer> {
  const program = read();
  const update = await (await checks()).checkFolder(pickedFiles.pathOf(folderId, 'folder'), program);
  return {
    ...stepOf(program, update),
    offer: offerOf(update),
    bytes: update.files.reduce((sum, { length }) => sum + length, 0),
  };
}

/** Whoever knows the PINs of a practice vault is anybody. Errors: `practice-no-files`, `update-forged` where the folder no longer holds what was shown. */
async function take(
  session: Session,
  { pickedFiles, program: read }: VaultContext,
  { folderId, offer, pin }: RouteRequest<'updates.take'>,
): Promise<UpdateStanding> {
  const program = read();
  requireNoPractice(session.roster.vaultId);
  const folder = pickedFiles.pathOf(folderId, 'folder');
  const { stageUpdate } = await checks();
  await withAdmin(session, pin, async (signedBy) => {
    const staged = await stageUpdate(folder, program);
    try {
      if (offerOf(staged.update) !== offer) throw new UpdateRefused('forged');
      await commit(session, async () => [
        done('program-update', stepOf(program, staged.update), { signedBy }),
      ]);
      await staged.commit();
    } catch (error) {
      await staged.discard();
      throw error;
    }
  });
  return standingOf(program);
}

const stepOf = ({ version: from }: RunningProgram, { version: to, signedBy }: VerifiedUpdate) => ({
  from,
  to,
  signedBy: [...signedBy],
});

/** The signed list of files, which names each byte. */
const offerOf = ({ metadata }: VerifiedUpdate): string =>
  sha256Hex(metadata.get('targets.json') ?? new Uint8Array());

/** Errors: AppError, by why the update is refused or the disk fails. */
const orRefused = <T>(work: () => Promise<T>): Promise<T> =>
  work().catch((error: unknown) => {
    if (error instanceof UpdateRefused) throw new AppError(`update-${error.why}`, {}, { cause: error });
    throw error instanceof Error && 'code' in error ? diskError(error) : error;
  });
