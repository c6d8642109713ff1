/** Settings and findings of sweeps that a check for copies uses as well. */
import { AppError } from '../app-error.ts';
import { ofOwnRows } from '../store/own-rows.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** The schedule and the key of fingerprints, which is the store's own. Errors: AppError `store-damaged`. */
export async function readSetting(
  store: ReadableStore,
): Promise<{ readonly everyDays: number; readonly key: Uint8Array }> {
  const row = await store.get<{ readonly everyDays: number; readonly key: Uint8Array }>(
    sql`SELECT every_days AS everyDays, key FROM sweep_setting WHERE id = 1`,
  );
  if (row === undefined || row.key.length !== 32)
    throw new AppError('store-damaged', { part: 'value', table: 'sweep_setting' });
  return row;
}

/** 32 bytes, by which the content of files is compared. Errors: as `readSetting`. */
export const readFingerprintKey = async (store: ReadableStore): Promise<Uint8Array> =>
  (await readSetting(store)).key;

/** The folders that were picked, in the order in which they were. */
export const readFolders = (
  store: ReadableStore,
): Promise<{ readonly id: number; readonly path: string }[]> =>
  store.all(ofOwnRows(sql`SELECT id, path FROM sweep_folder WHERE $own ORDER BY id`));

/** Paths at which a scanner has stopped, as sweeps before `run` have told. */
export async function readStoppers(
  store: ReadableStore,
  run: number | null = null,
): Promise<ReadonlySet<string>> {
  const rows = await store.all<{ readonly path: string }>(
    ofOwnRows(sql`
    SELECT path FROM sweep_file WHERE $own AND unread IN ('stopped', 'too-slow', 'too-large') AND last_run IS NOT ${run}`),
  );
  return new Set(rows.map(({ path }) => path));
}
