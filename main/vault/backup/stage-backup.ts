/** A computer without a vault, a folder of backups and the paper: lays the backup that was chosen, so that the recovery goes on from there. */
import type { Place } from '../../../contract/practice/lists.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { sheetQrText } from '../../../contract/recovery/sheet-text.ts';
import { listBackups } from '../backup-files/list-backups.ts';
import type { BackupWatcher } from './make-backup.ts';
import { openBackup } from './open-backup.ts';
import { unpackBackup } from './restore.ts';
import { sameBytes } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import type { Header } from '../keys/header.ts';
import { sheetsKnownTo } from '../keys/old-sheets.ts';
import { requirePlace } from '../keys/practice-id.ts';
import { formatSheet, readSheet } from '../keys/recovery-sheet.ts';
import type { Engine } from '../store/engine/engine.ts';

/** Every backup of the folder that may be whole, of whichever vault, the newest first. Errors: AppError `backup-no-folder`. */
export async function findBackups(folder: string): Promise<RouteReply<'recovery.findBackups'>> {
  const found = await listBackups(folder, null);
  return {
    folder,
    backups: found.flatMap(({ name, manifest }) =>
      manifest === null ? [] : [{ name, createdAt: manifest.createdAt, estateName: manifest.estateName }],
    ),
  };
}

export interface StagedBackup {
  readonly header: Header;
  /** The sheet of its time, which the one that was typed is or leads to. */
  readonly sheet: string;
}

/** Errors, AppError: `sheet-slip` {line}, `practice-mixed` (a practice vault's, or of a real one in practice), those of `openBackup` and `unpackBackup`; the folder is empty then, as it was. */
export async function stageBackup(
  order: { readonly folder: string; readonly name: string; readonly typed: string },
  here: { readonly vaultDir: string; readonly place: Place; readonly engine: Engine },
  watcher: BackupWatcher,
): Promise<StagedBackup> {
  const { folder, name, typed } = order;
  const secret = readSheet(typed);
  const sheets = [secret, ...(await sheetsBefore(folder, name, secret))];
  try {
    const backup = await openBackup(folder, name, { sheets });
    try {
      requirePlace(backup.manifest.vaultId, here.place);
      const sheet = backup.sheet ?? secret;
      const { header } = await unpackBackup(backup, sheet, here, watcher);
      return { header, sheet: sheetQrText(formatSheet(sheet)) };
    } finally {
      backup.dispose();
    }
  } finally {
    zero(...sheets);
  }
}

/** Those of before that the one that was typed leads to: they stand, sealed, in the backups of the same vault that were made since. */
async function sheetsBefore(folder: string, name: string, typed: Uint8Array): Promise<readonly Uint8Array[]> {
  const found = await listBackups(folder, null);
  const vaultId = found.find((one) => one.name === name)?.manifest?.vaultId;
  const sheets: Uint8Array[] = [];
  for (const { manifest } of found) {
    const known =
      manifest !== null && manifest.vaultId === vaultId
        ? sheetsKnownTo(manifest.parsedHeader, typed).slice(1)
        : [];
    sheets.push(...known.filter((one) => !sheets.some((other) => sameBytes(one, other))));
  }
  return sheets;
}
