/** Reads the state of backups for the page: settings, folder, warning, and the backups that are there. */
import { stat } from 'node:fs/promises';
import type { BackupWarning } from '../../../contract/backup/lists.ts';
import type { BackupView } from '../../../contract/backup/views.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { freeBytes, onSameDisk } from '../../files/disk-space.ts';
import { listArchived } from '../backup-files/archive-files.ts';
import { backupSettingsOf } from '../backup-files/backup-settings.ts';
import { type FoundBackup, listBackups } from '../backup-files/list-backups.ts';
import { isOverdue } from '../backup-files/schedule.ts';
import type { Session } from '../session/session.ts';
import { opensByAdmin } from './backup-key.ts';
import { type BackupRecord, readRecord } from './backup-record.ts';

/** Answers `backup.warning`. */
export async function readBackupWarning(session: Session): Promise<RouteReply<'backup.warning'>> {
  const { folder } = backupSettingsOf(session.header);
  const record = await readRecord(session);
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

/** Answers `backup.read`. `elsewhere`: a folder to list instead of the one in the settings. */
export async function readBackups(session: Session, elsewhere: string | null): Promise<BackupView> {
  const settings = backupSettingsOf(session.header);
  const [record, kept] = await Promise.all([readRecord(session), listArchived(session.effects.vaultDir)]);
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
    backups: (found ?? []).map((backup) => viewOf(session, backup)),
    kept: [...kept],
  };
}

function viewOf(
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
