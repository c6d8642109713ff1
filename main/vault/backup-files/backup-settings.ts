/**
 * Where and when backups are made, as an admin has chosen it. It stands in the header, whose MAC takes the device secret: neither whoever
 * has the store key nor whoever can write to the vault's folder sends a backup, or a look for one, to a place of theirs (decision 0062).
 */
import { USUAL_BACKUP_HOUR } from '../../../contract/backup/lists.ts';
import { anchorHeader, changeHeader } from '../key-change/slot-change.ts';
import type { BackupPlan, Header } from '../keys/header.ts';
import type { Session } from '../session/session.ts';
import type { Schedule } from './schedule.ts';

export interface BackupSettings extends Schedule {
  /** Absolute; null before one was chosen, and then nothing is due. */
  readonly folder: string | null;
}

const NOTHING_CHOSEN: BackupSettings = { folder: null, on: true, hour: USUAL_BACKUP_HOUR };

export const backupSettingsOf = ({ backups }: Pick<Header, 'backups'>): BackupSettings =>
  backups ?? NOTHING_CHOSEN;

/** The anchor knows the header afterwards, so that one with an earlier folder is noticed. Errors: those of `changeHeader` and `anchorHeader`. */
export async function chooseBackups(session: Session, plan: BackupPlan): Promise<void> {
  await changeHeader(session, { backups: plan });
  await anchorHeader(session);
}
