/** How far a new vault has come: derived from what is there, so that a step that is undone is open again. */
import type { FirstDay } from '../../../contract/first-day/routes.ts';
import { backupSettingsOf } from '../backup-files/backup-settings.ts';
import { idChoiceOf } from '../id-number-rules/decision.ts';
import { readCompany } from '../company-facts/read-company.ts';
import { defineFeature } from '../feature.ts';
import { membersWithSlots } from '../keys/verify-store.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { companyOf } from './company-of.ts';

export const firstDayFeature = defineFeature(() => ({
  handlers: { 'firstDay.read': readFirstDay },
}));

async function readFirstDay(session: Session): Promise<FirstDay> {
  const { store, header, roster } = session;
  const row = await store.get<{ readonly people: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM person) AS people`,
  );
  return {
    hasResidents: row?.people === 1,
    hasCompany: (await readCompany(store)).missing.length === 0,
    hasBackupFolder: backupSettingsOf(header).folder !== null,
    admins: membersWithSlots(roster, header).filter(({ role }) => role === 'admin').length,
    idNumbersDecided: (await idChoiceOf(session, store)) !== null,
    company: await companyOf(session),
  };
}
