/** A vault full of residents with a folder for its backups, for the kills of backup and restore. */
import { expect } from 'vitest';
import type { EngineName } from '../../../main/vault/store/store.ts';
import { type BackupDeskForTest, openBackupDesk } from '../backup-desk.ts';
import { importWhole, writeOwners } from './whole-import.ts';

/** The admin's desk with that many rows of residents, some of whom are one person; how many people they are. */
export async function openFullDesk(
  engine: EngineName,
  rows: number,
): Promise<BackupDeskForTest & { readonly people: number }> {
  const test = await openBackupDesk({ engine, people: 1 });
  const { desk } = test;
  await desk.switchTo('supervisor');
  const { created } = await importWhole(desk, await writeOwners(rows));
  expect(created).toBeGreaterThan(0.99 * rows);
  await desk.switchTo('admin');
  return { ...test, people: created + 1 };
}
