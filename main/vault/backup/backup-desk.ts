/** Backups as screens and the clock drive them: what is so, what is due, one piece of long work at a time. */
import { stat } from 'node:fs/promises';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { VaultEvent } from '../../../contract/events.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { BackupView } from '../../../contract/backup/views.ts';
import { AppError } from '../app-error.ts';
import { freeBytes } from '../../files/disk-space.ts';
import type { LongWork } from '../long-work/long-work.ts';
import type { PickedFiles } from '../files/picked-files.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import { expectNoTheft } from '../key-management/theft.ts';
import { type Session, logAlone } from '../session/session.ts';
import type { AllVerified } from '../session/with-slots.ts';
import type { Engine } from '../store/engine/engine.ts';
import { sql } from '../store/sql.ts';
import { removePartials } from '../backup-files/backup-files.ts';
import { digestSheetKey } from './backup-key.ts';
import { expectKeyAsKnown, readRecord } from './backup-record.ts';
import { backupSettingsOf, chooseBackups } from '../backup-files/backup-settings.ts';
import { checkBackup } from './check-backup.ts';
import { type BackupWatcher, createBackupWatcher, makeBackup, pruneOldBackups } from './make-backup.ts';
import type { OpenedBackup } from './open-backup.ts';
import { readBackupWarning, readBackups } from './read-backups.ts';
import { type TodaysTiers, tiersChanged } from './reseal-restored.ts';
import { type RepairTarget, findForRepair, repairFrom } from './repair.ts';
import { bytesToRestore, compareAges, restoreHere } from './restore.ts';
import { isDue } from '../backup-files/schedule.ts';
import { type OpenRequest, withBackup, withTodaysTiers } from './with-backup.ts';
import { done } from '../log/done.ts';
import { withAdmin } from '../session/with-own-pin.ts';
import { countOf } from '../store/rows.ts';

export interface BackupDesk {
  warning(session: Session): Promise<RouteReply<'backup.warning'>>;
  read(session: Session, request: RouteRequest<'backup.read'>): Promise<BackupView>;
  choose(session: Session, request: RouteRequest<'backup.choose'>): Promise<BackupView>;
  make(session: Session): Promise<RouteReply<'backup.make'>>;
  test(session: Session, request: RouteRequest<'backup.test'>): Promise<RouteReply<'backup.test'>>;
  look(session: Session, request: RouteRequest<'backup.look'>): Promise<RouteReply<'backup.look'>>;
  restore(session: Session, request: RouteRequest<'backup.restore'>): Promise<RouteReply<'backup.restore'>>;
  findForRepair(
    target: RepairTarget,
    request: RouteRequest<'repair.find'>,
  ): Promise<RouteReply<'repair.find'>>;
  /** Nobody is signed in: the store does not open. */
  repair(target: RepairTarget, request: RouteRequest<'repair.restore'>): ReturnType<typeof repairFrom>;
  cancel(): void;
  /** Makes the one that is due, if any; asked at each sign-in and every minute. True where one was made. Never rejects: what fails is in the log. */
  follow(session: Session): Promise<boolean>;
}

interface BackupDeskDependencies {
  readonly engine: () => Engine;
  readonly work: LongWork<VaultEvent<'backup.progress'>>;
  readonly pickedFiles: PickedFiles;
}

export function createBackupDesk({
  engine,
  work: longWork,
  pickedFiles,
}: BackupDeskDependencies): BackupDesk {
  let tidied = false;
  /** In this process; after a lock an hour need not be waited for. */
  let lastTried: number | null = null;

  const exclusively = <T>(work: (watcher: BackupWatcher) => Promise<T>, unattended = false): Promise<T> =>
    longWork.run(({ tell, signal }) => work(createBackupWatcher(tell, signal)), { unattended });

  async function tidy(folder: string, vaultId: string): Promise<void> {
    await longWork.run(() => removePartials(folder, vaultId), { unattended: true });
    tidied = true;
  }

  async function follow(session: Session): Promise<boolean> {
    if (longWork.isRunning() || session.alarms.length > 0) return false;
    const settings = backupSettingsOf(session.header);
    if (settings.folder === null) return false;
    // What a killed one has left goes, also where the next is not due for long.
    if (!tidied) await tidy(settings.folder, session.header.vaultId).catch(() => undefined);
    const { made } = await readRecord(session);
    if (!isDue(settings, made?.at ?? null, lastTried, session.clock.now())) return false;
    await make(session, 'scheduled');
    return true;
  }

  /** The picked folder, or the one in the settings. Errors: `backup-no-folder`, `not-found`. */
  function folderOf(session: Session, folderId: string | null): string {
    const folder = maybePicked(folderId) ?? backupSettingsOf(session.header).folder;
    if (folder === null) throw new AppError('backup-no-folder');
    return folder;
  }

  /** Null where none was picked. Errors: `not-found`. */
  const maybePicked = (folderId: string | null): string | null =>
    folderId === null ? null : pickedFiles.pathOf(folderId, 'folder');

  const make = (session: Session, why: 'scheduled' | 'by-hand'): Promise<RouteReply<'backup.make'>> =>
    exclusively(async (watcher) => {
      // By the clock: whoever left the desk is not kept signed in by it, and one that a lock ends is made by the next sign-in.
      const folder = folderOf(session, null);
      lastTried = session.clock.now();
      try {
        const { name, bytes, rows, sheetKey } = await makeBackup(session, folder, engine(), watcher);
        const pruned = await pruneOldBackups(folder, session.header.vaultId, session.clock.now()).catch(
          () => 0,
        );
        await logAlone(session, done('backup', { end: 'made', name, bytes, rows, pruned, why, sheetKey }));
        return { name, bytes, rows, pruned };
      } catch (error) {
        await logAlone(session, {
          action: 'backup',
          outcome: 'failed',
          detail: { end: 'failed', code: codeOf(error), why },
        }).catch(() => undefined);
        throw error;
      }
    }, why === 'scheduled');

  const withChosen = <T>(
    session: Session,
    request: OpenRequest,
    work: (backup: OpenedBackup, present: AllVerified) => Promise<T>,
  ): Promise<T> => withBackup(session, () => folderOf(session, request.folderId), request, work);

  return {
    cancel: longWork.cancel,
    warning: readBackupWarning,
    read: async (session, { folderId }) =>
      readBackups(session, folderId === null ? null : folderOf(session, folderId)),
    choose: async (session, request) => {
      await saveChoice(session, folderOf(session, request.folderId), request);
      lastTried = null;
      return readBackups(session, null);
    },
    make: (session) => make(session, 'by-hand'),
    test: (session, request) =>
      exclusively((watcher) =>
        withChosen(session, request, (backup, signedBy) =>
          testBackup(session, engine(), backup, signedBy, watcher),
        ),
      ),
    look: (session, request) => withChosen(session, request, (backup) => compareWithToday(session, backup)),
    restore: async (session, request) => {
      await expectNoTheft(session);
      return exclusively((watcher) =>
        withChosen(session, request, (backup, present) =>
          withTodaysTiers(session, request, backup, present, (tiers) =>
            restoreBackup(session, engine(), { backup, present, words: request.words, tiers }, watcher),
          ),
        ),
      );
    },
    findForRepair: async (target, { folderId }) => findForRepair(target, maybePicked(folderId)),
    repair: (target, request) =>
      exclusively((watcher) => repairFrom(target, maybePicked(request.folderId), request, watcher)),
    // What cannot be read, because the store is damaged or has just been replaced, is met by whoever reads it next.
    follow: (session) => follow(session).catch(() => false),
  };
}

async function saveChoice(
  session: Session,
  folder: string,
  { pin, on, hour }: RouteRequest<'backup.choose'>,
): Promise<void> {
  if (!(await isFolder(folder))) throw new AppError('backup-no-folder');
  await withAdmin(session, pin, async (signedBy) => {
    // The entry comes first: nothing changes without one.
    await logAlone(session, done('backup-settings', { on, hour }, { signedBy }));
    await chooseBackups(session, { folder, on, hour });
  });
}

async function testBackup(
  session: Session,
  engine: Engine,
  backup: OpenedBackup,
  signedBy: AllVerified,
  watcher: BackupWatcher,
): Promise<RouteReply<'backup.test'>> {
  const { name, manifest } = backup;
  try {
    const sheetKey = digestSheetKey(manifest);
    await expectKeyAsKnown(session, { name, sheetKey });
    const { clock, effects, keys } = session;
    const place = { vaultDir: effects.vaultDir, engine, clock, roots: keys.roots };
    const { rows, tables } = await checkBackup(backup, place, watcher);
    const detail = { end: 'good', name, rows, sheetKey } as const;
    await logAlone(session, done('backup-test', detail, { signedBy }));
    return { rows, tables, createdAt: manifest.createdAt };
  } catch (error) {
    const detail = { end: 'failed', name, code: codeOf(error) } as const;
    await logAlone(session, { action: 'backup-test', outcome: 'failed', detail, signedBy });
    throw error;
  }
}

async function compareWithToday(session: Session, backup: OpenedBackup): Promise<RouteReply<'backup.look'>> {
  const { age, entriesSince } = await compareAges(session.store, backup.facts);
  return {
    createdAt: backup.manifest.createdAt,
    age,
    entriesSince,
    people: await countPeople(session, backup),
    bytesNeeded: bytesToRestore(backup),
    bytesFree: await freeBytes(session.effects.vaultDir),
    sameKeys: tiersChanged(backup.facts.tierEpochs, session.keys.tierKeys).length === 0,
  };
}

async function restoreBackup(
  session: Session,
  engine: Engine,
  order: {
    readonly backup: OpenedBackup;
    readonly present: AllVerified;
    readonly words: string;
    readonly tiers: TodaysTiers | undefined;
  },
  watcher: BackupWatcher,
): Promise<RouteReply<'backup.restore'>> {
  const { effects, header, deviceSecret, anchor, clock, store, roster } = session;
  const { backup, present, words, tiers } = order;
  const { name } = backup;
  const by = cosignedBy(present);
  await logAlone(session, done('backup-restore', { step: 'begun', name }, { reason: words, ...by }));
  const restored = await restoreHere(
    { vaultDir: effects.vaultDir, engine, clock, anchor, header, deviceSecret },
    { store, roster },
    { backup, admin: present[0].slot, words, tiers },
    watcher,
  ).catch(async (error: unknown) => {
    await logAlone(session, {
      action: 'backup-restore',
      outcome: 'failed',
      detail: { step: 'failed', name, code: codeOf(error) },
      ...by,
    }).catch(() => undefined);
    throw error;
  });
  session.header = restored.header;
  effects.headerChanged(restored.header);
  return { createdAt: backup.manifest.createdAt, keptAs: restored.keptAs };
}

async function countPeople(
  session: Session,
  { facts }: OpenedBackup,
): Promise<{ readonly present: number; readonly backup: number }> {
  const present = await countOf(session.store, sql`SELECT count(*) AS n FROM person`);
  return { present, backup: facts.tables.find(({ name }) => name === 'person')?.rows ?? 0 };
}

const codeOf = (error: unknown): ErrorCode => (error instanceof AppError ? error.code : 'internal');
const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
