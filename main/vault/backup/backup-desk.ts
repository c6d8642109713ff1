/** Backups as screens and the clock drive them: what is so, what is due, one piece of long work at a time. */
import { stat } from 'node:fs/promises';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { BackupWarning } from '../../../contract/backup/lists.ts';
import type { VaultEvent } from '../../../contract/events.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { BackupView } from '../../../contract/backup/views.ts';
import { SEALED_TIERS } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { freeBytes, onSameDisk } from '../files/disk-space.ts';
import { zero } from '../crypto/zero.ts';
import type { LongWork } from '../long-work/long-work.ts';
import type { PickedFiles } from '../files/picked-files.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import { expectNoTheft } from '../key-management/theft.ts';
import { sheetsKnownTo } from '../keys/old-sheets.ts';
import { parseSheet } from '../keys/recovery-sheet.ts';
import { withTiers } from '../session/open-values.ts';
import { type Session, logAlone } from '../session/session.ts';
import { type AllVerified, requireSupervisor, withSlots } from '../session/with-slots.ts';
import type { Engine } from '../store/engine/engine.ts';
import { sql } from '../store/sql.ts';
import { removePartials } from '../backup-files/backup-files.ts';
import { opensByAdmin } from './backup-key.ts';
import { type BackupRecord, readRecord } from './backup-record.ts';
import { backupSettingsOf, chooseBackups } from '../backup-files/backup-settings.ts';
import { checkBackup } from './check-backup.ts';
import { listArchived } from '../backup-files/archive-files.ts';
import { type FoundBackup, listBackups } from '../backup-files/list-backups.ts';
import { type BackupWatcher, createBackupWatcher, makeBackup, pruneOldBackups } from './make-backup.ts';
import { type OpenedBackup, openBackup } from './open-backup.ts';
import { type TodaysTiers, tiersChanged } from './reseal-restored.ts';
import { type RepairTarget, findForRepair, repairFrom } from './repair.ts';
import { bytesToRestore, compareAges, restoreHere } from './restore.ts';
import { isDue, isOverdue } from '../backup-files/schedule.ts';

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

export interface BackupDeskDependencies {
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
    const { made } = await readRecord(session.store);
    if (!isDue(settings, made?.at ?? null, lastTried, session.clock.now())) return false;
    await make(session, 'scheduled');
    return true;
  }

  async function folderOf(session: Session, folderId: string | null): Promise<string> {
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
      const folder = await folderOf(session, null);
      lastTried = session.clock.now();
      try {
        const { name, bytes, rows } = await makeBackup(session, folder, engine(), watcher);
        const letGo = await pruneOldBackups(folder, session.header.vaultId, session.clock.now()).catch(
          () => 0,
        );
        await logAlone(session, {
          action: 'backup',
          outcome: 'done',
          detail: { end: 'made', name, bytes, rows, letGo, why },
        });
        return { name, bytes, rows, letGo };
      } catch (error) {
        await logAlone(session, {
          action: 'backup',
          outcome: 'failed',
          detail: { end: 'failed', code: codeOf(error), why },
        }).catch(() => undefined);
        throw error;
      }
    }, why === 'scheduled');

  /** The backup for the time of `work`, opened by the admin who asks, or by the sheet that came with the request. */
  const withBackup = <T>(
    session: Session,
    request: OpenRequest,
    work: (backup: OpenedBackup, present: AllVerified) => Promise<T>,
  ): Promise<T> =>
    withSlots(
      session,
      [
        { slotId: session.signedIn.slotId, pin: request.pin },
        ...(request.supervisor === undefined ? [] : [request.supervisor]),
      ],
      async (present) => {
        if (present[0].member.role !== 'admin') throw new AppError('not-allowed');
        const backup = await openFor(session, await folderOf(session, request.folderId), request, present);
        try {
          return await work(backup, present);
        } finally {
          backup.dispose();
        }
      },
    );

  return {
    cancel: longWork.cancel,
    warning: async (session) => describeWarning(session),
    read: async (session, { folderId }) =>
      describe(session, folderId === null ? null : await folderOf(session, folderId)),
    choose: async (session, request) => {
      const folder = await folderOf(session, request.folderId);
      if (!(await isFolder(folder))) throw new AppError('backup-no-folder');
      await withSlots(session, [{ slotId: session.signedIn.slotId, pin: request.pin }], async (signedBy) => {
        if (signedBy[0].member.role !== 'admin') throw new AppError('not-allowed');
        const { on, hour } = request;
        // The entry comes first: nothing changes without one.
        await logAlone(session, {
          action: 'backup-settings',
          outcome: 'done',
          detail: { on, hour },
          signedBy,
        });
        await chooseBackups(session, { folder, on, hour });
      });
      lastTried = null;
      return describe(session, null);
    },
    make: (session) => make(session, 'by-hand'),
    test: (session, request) =>
      exclusively((watcher) =>
        withBackup(session, request, async (backup, signedBy) => {
          try {
            const { rows, tables } = await checkBackup(
              backup,
              { vaultDir: session.effects.vaultDir, engine: engine() },
              watcher,
            );
            await logAlone(session, {
              action: 'backup-test',
              outcome: 'done',
              detail: { end: 'good', name: backup.name, rows },
              signedBy,
            });
            return { rows, tables, createdAt: backup.manifest.createdAt };
          } catch (error) {
            await logAlone(session, {
              action: 'backup-test',
              outcome: 'failed',
              detail: { end: 'failed', name: backup.name, code: codeOf(error) },
              signedBy,
            });
            throw error;
          }
        }),
      ),
    look: (session, request) =>
      withBackup(session, request, async (backup) => {
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
      }),
    restore: async (session, request) => {
      await expectNoTheft(session);
      return exclusively((watcher) =>
        withBackup(session, request, (backup, present) =>
          withTodaysTiers(session, request, backup, present, async (tiers) => {
            const { effects, header, deviceSecret, anchor, clock, store, roster } = session;
            const by = cosignedBy(present);
            await logAlone(session, {
              action: 'backup-restore',
              outcome: 'done',
              reason: request.words,
              detail: { step: 'begun', name: backup.name },
              ...by,
            });
            const target = {
              vaultDir: effects.vaultDir,
              engine: engine(),
              clock,
              anchor,
              header,
              deviceSecret,
            };
            const order = { backup, admin: present[0].slot, words: request.words, tiers };
            const restored = await restoreHere(target, { store, roster }, order, watcher).catch(
              async (error: unknown) => {
                await logAlone(session, {
                  action: 'backup-restore',
                  outcome: 'failed',
                  detail: { step: 'failed', name: backup.name, code: codeOf(error) },
                  ...by,
                }).catch(() => undefined);
                throw error;
              },
            );
            session.header = restored.header;
            effects.headerChanged(restored.header);
            return { createdAt: backup.manifest.createdAt, keptAs: restored.keptAs };
          }),
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

type OpenRequest = RouteRequest<'backup.look'> & Pick<Partial<RouteRequest<'backup.restore'>>, 'supervisor'>;

/** Errors: those of `parseSheet` and `openBackup`. */
async function openFor(
  { deviceSecret, header }: Session,
  folder: string,
  { name, sheet }: OpenRequest,
  [own]: AllVerified,
): Promise<OpenedBackup> {
  if (sheet === undefined)
    return openBackup(folder, name, {
      admin: own.slot,
      device: { id: header.deviceSecretId, secret: deviceSecret },
    });
  const sheets = sheetsKnownTo(header, parseSheet(sheet));
  try {
    return await openBackup(folder, name, { sheets });
  } finally {
    zero(...sheets);
  }
}

/** Undefined where the backup's values are sealed to the keys of today. Errors: `needs-supervisor`; those of `withTiers`. */
async function withTodaysTiers<T>(
  session: Session,
  { sheet }: OpenRequest,
  { facts }: OpenedBackup,
  present: AllVerified,
  work: (tiers: TodaysTiers | undefined) => Promise<T>,
): Promise<T> {
  const {
    keys: { tierKeys: trusted },
    header,
  } = session;
  if (tiersChanged(facts.tierEpochs, trusted).length === 0) return work(undefined);
  const supervisor = requireSupervisor(present);
  const sheets = sheet === undefined ? [] : sheetsKnownTo(header, parseSheet(sheet));
  try {
    return await withTiers(session, supervisor, SEALED_TIERS, (open) =>
      work({ open, trusted, supervisor: supervisor.slot, sheets }),
    );
  } finally {
    zero(...sheets);
  }
}

async function describeWarning(session: Session): Promise<RouteReply<'backup.warning'>> {
  const { folder } = backupSettingsOf(session.header);
  const record = await readRecord(session.store);
  return { warning: await warningOf(session, folder, record), lastAt: record.made?.at ?? null };
}

async function warningOf(
  session: Session,
  folder: string | null,
  { made, since }: BackupRecord,
): Promise<BackupWarning | null> {
  const now = session.clock.now();
  if (made === null) return isOverdue(null, since, now) ? 'never' : null;
  if (isOverdue(made.at, since, now)) return 'overdue';
  return folder !== null && (await onSameDisk(session.effects.vaultDir, folder)) === true
    ? 'same-disk'
    : null;
}

async function describe(session: Session, elsewhere: string | null): Promise<BackupView> {
  const settings = backupSettingsOf(session.header);
  const [record, kept] = await Promise.all([
    readRecord(session.store),
    listArchived(session.effects.vaultDir),
  ]);
  const folder = elsewhere ?? settings.folder;
  const found = folder === null ? null : await listBackups(folder, session.header.vaultId).catch(() => null);
  return {
    settings,
    warning: await warningOf(session, settings.folder, record),
    folder:
      folder === null
        ? null
        : {
            path: folder,
            isThere: found !== null,
            sameDisk: await onSameDisk(session.effects.vaultDir, folder),
            bytesFree: found === null ? null : await freeBytes(folder).catch(() => null),
          },
    bytesNeeded: (await stat(session.store.path)).size,
    made: record.made === null ? null : { at: record.made.at, name: record.made.name },
    failedAt: record.tried?.outcome === 'failed' ? record.tried.at : null,
    tested:
      record.tested === null
        ? null
        : { at: record.tested.at, name: record.tested.name, ok: record.tested.outcome === 'done' },
    backups: (found ?? []).map((backup) => describeBackup(session, backup)),
    kept: [...kept],
  };
}

function describeBackup(
  { signedIn, roster, header }: Session,
  { name, state, manifest }: FoundBackup,
): BackupView['backups'][number] {
  if (manifest === null)
    return { name, state, createdAt: null, bytes: null, estateName: null, opensBy: null };
  const own = roster.members.get(signedIn.staffId);
  const byPin = own !== undefined && opensByAdmin(manifest, own, header.deviceSecretId);
  return {
    name,
    state,
    createdAt: manifest.createdAt,
    bytes: manifest.store.bytes,
    estateName: manifest.estateName,
    opensBy: byPin ? 'pin' : 'sheet',
  };
}

async function countPeople(
  session: Session,
  { facts }: OpenedBackup,
): Promise<{ readonly present: number; readonly backup: number }> {
  const row = await session.store.get<{ readonly n: number }>(sql`SELECT count(*) AS n FROM person`);
  return { present: row?.n ?? 0, backup: facts.tables.find(({ name }) => name === 'person')?.rows ?? 0 };
}

const codeOf = (error: unknown): ErrorCode => (error instanceof AppError ? error.code : 'internal');
const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
