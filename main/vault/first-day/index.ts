/** How far a new vault has come: derived from what is there, so that a step that is undone is open again. */
import type { FirstDay } from '../../../contract/first-day/routes.ts';
import { backupSettingsOf } from '../backup-files/backup-settings.ts';
import { defineFeature } from '../feature.ts';
import { membersWithSlots } from '../keys/verify-store.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';

export const firstDayFeature = defineFeature(() => ({
  handlers: { 'firstDay.read': readFirstDay },
}));

async function readFirstDay({ store, header, roster }: Session): Promise<FirstDay> {
  const row = await store.get<{ readonly people: number; readonly packs: number }>(sql`
    SELECT EXISTS (SELECT 1 FROM person) AS people,
      EXISTS (SELECT 1 FROM log_entry WHERE action = 'inspection-pack') AS packs`);
  return {
    hasResidents: row?.people === 1,
    hasBackupFolder: backupSettingsOf(header).folder !== null,
    admins: membersWithSlots(roster, header).filter(({ role }) => role === 'admin').length,
    hasPack: row?.packs === 1,
  };
}
