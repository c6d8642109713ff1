/** How far a new vault has come: derived from what is there, so that a step that is undone is open again. */
import type { FirstDay } from '../../../contract/first-day/routes.ts';
import { backupSettingsOf } from '../kept-backups/backup-settings.ts';
import { defineFeature } from '../feature.ts';
import { membersWithSlots } from '../keys/verify-store.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';

export const firstDayFeature = defineFeature(() => ({
  handlers: { 'firstDay.read': readFirstDay },
}));

async function readFirstDay({ store, header, roster }: Session): Promise<FirstDay> {
  const row = await store.get<{ readonly found: number }>(sql`SELECT EXISTS (SELECT 1 FROM person) AS found`);
  return {
    hasResidents: row?.found === 1,
    hasBackupFolder: backupSettingsOf(header).folder !== null,
    admins: membersWithSlots(roster, header).filter(({ role }) => role === 'admin').length,
  };
}
