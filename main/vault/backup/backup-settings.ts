/** Where and when backups are made, as an admin has chosen it. The folder is written down beside the store as well, for the day on which the store does not open. */
import { replaceFile } from '../files/durable-files.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { USUAL_BACKUP_HOUR } from '../../../contract/backup/lists.ts';
import { fromUtf8, utf8 } from '../crypto/bytes.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { Schedule } from './schedule.ts';

export interface BackupSettings extends Schedule {
  /** Absolute; null before one was chosen, and then nothing is due. */
  readonly folder: string | null;
}

const NOTHING_CHOSEN: BackupSettings = { folder: null, on: true, hour: USUAL_BACKUP_HOUR };
const PLACE_FILE = 'backup-place.json';
const placeSchema = z.strictObject({ folder: z.string().min(1).max(4096) });

export async function readBackupSettings(store: ReadableStore): Promise<BackupSettings> {
  const row = await store.get<{ readonly folder: string; readonly is_on: number; readonly hour: number }>(
    sql`SELECT folder, is_on, hour FROM backup_setting`,
  );
  return row === undefined ? NOTHING_CHOSEN : { folder: row.folder, on: row.is_on === 1, hour: row.hour };
}

export async function writeBackupSettings(
  tx: WritableStore,
  { folder, on, hour }: BackupSettings & { readonly folder: string },
): Promise<void> {
  await tx.run(sql`INSERT INTO backup_setting (id, folder, is_on, hour) VALUES (1, ${folder}, ${on ? 1 : 0}, ${hour})
    ON CONFLICT (id) DO UPDATE SET folder = excluded.folder, is_on = excluded.is_on, hour = excluded.hour`);
}

/** A path is no secret, and believed for finding a folder alone. */
export async function notePlace(vaultDir: string, folder: string): Promise<void> {
  await replaceFile(join(vaultDir, PLACE_FILE), utf8(JSON.stringify({ folder })));
}

/** Null where none was noted, or not in a way that can be read. */
export async function readPlace(vaultDir: string): Promise<string | null> {
  try {
    const text = fromUtf8(new Uint8Array(await readFile(join(vaultDir, PLACE_FILE))));
    return placeSchema.parse(JSON.parse(text ?? '')).folder;
  } catch {
    return null;
  }
}
