/**
 * Where and when backups are made, as an admin has chosen it. It stands in the header, whose MAC takes the device secret: neither whoever
 * has the store key nor whoever can write to the vault's folder sends a backup, or a look for one, to a place of theirs (decision 0062).
 */
import { join } from 'node:path';
import { rm } from '../../files/move-and-remove.ts';
import { USUAL_BACKUP_HOUR } from '../../../contract/backup/lists.ts';
import { anchorHeader, changeHeader } from '../key-change/slot-change.ts';
import { type BackupPlan, type Header, backupPlanSchema } from '../keys/header.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Schedule } from './schedule.ts';

export interface BackupSettings extends Schedule {
  /** Absolute; null before one was chosen, and then nothing is due. */
  readonly folder: string | null;
}

const NOTHING_CHOSEN: BackupSettings = { folder: null, on: true, hour: USUAL_BACKUP_HOUR };
/** Where earlier versions wrote the folder down, for whoever could write to it. */
const PLACE_FILE = 'backup-place.json';

export const backupSettingsOf = ({ backups }: Pick<Header, 'backups'>): BackupSettings =>
  backups ?? NOTHING_CHOSEN;

/** The anchor knows the header afterwards, so that one with an earlier folder is noticed. Errors: those of `changeHeader` and `anchorHeader`. */
export async function chooseBackups(session: Session, plan: BackupPlan): Promise<void> {
  await changeHeader(session, { backups: plan });
  await anchorHeader(session);
}

/**
 * Takes over what an earlier version kept in the store, once: nobody vouches for it, so that a folder on a network, to whose server the
 * system signs in by itself, has to be chosen anew. Errors: those of `changeHeader` and the store.
 */
export async function adoptBackupSettings(session: Session): Promise<void> {
  if (session.header.backups !== undefined) return;
  const plan = await readStoredPlan(session.store);
  await changeHeader(session, { backups: plan === null || isOnNetwork(plan.folder) ? null : plan });
  await session.store.runAlone(sql`DELETE FROM backup_setting`);
  await rm(join(session.effects.vaultDir, PLACE_FILE), { force: true });
}

/** A path that begins with two slashes, as Windows writes `\\\\server\\share`. */
const isOnNetwork = (folder: string): boolean => /^[\\/]{2}/.test(folder);

async function readStoredPlan(store: ReadableStore): Promise<BackupPlan | null> {
  const row = await store.get<{ readonly folder: string; readonly is_on: number; readonly hour: number }>(
    sql`SELECT folder, is_on, hour FROM backup_setting`,
  );
  const plan = backupPlanSchema.safeParse(
    row === undefined ? undefined : { folder: row.folder, on: row.is_on === 1, hour: row.hour },
  );
  return plan.success ? plan.data : null;
}
