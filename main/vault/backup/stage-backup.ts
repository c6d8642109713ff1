/** A computer without a vault, a folder of backups and the paper: lays the backup that was chosen, so that the recovery goes on from there. */
import type { Place } from '../../../contract/practice/lists.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { sheetQrText } from '../../../contract/recovery/sheet-text.ts';
import { AppError } from '../app-error.ts';
import { listBackups } from '../backup-files/list-backups.ts';
import type { BackupWatcher } from './make-backup.ts';
import { openBackup } from './open-backup.ts';
import { unpackBackup } from './restore.ts';
import { sameBytes } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import type { Header } from '../keys/header.ts';
import { sheetsKnownTo } from '../keys/old-sheets.ts';
import { requirePlace } from '../keys/practice-id.ts';
import { type Roots, formatSheet, readSheet, sameRoots } from '../keys/recovery-sheet.ts';
import { openRecoverySlot } from '../keys/slots.ts';
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
  const { roots, before } = await knownTo(folder, name, secret);
  const sheets = [secret, ...before];
  try {
    const backup = await openBackup(folder, name, { sheets });
    try {
      requirePlace(backup.manifest.vaultId, here.place);
      const sheet = backup.sheet ?? secret;
      const { header } = await unpackBackup(backup, sheet, roots, here, watcher);
      return { header, sheet: sheetQrText(formatSheet(sheet)) };
    } finally {
      backup.dispose();
    }
  } finally {
    zero(...sheets);
  }
}

/** What a typed sheet knows by the backups of a folder. */
interface Known {
  /** Those that it pinned itself: nobody makes such a slot without the sheet. */
  readonly roots: readonly Roots[];
  /** Sheets of before that it leads to. */
  readonly before: readonly Uint8Array[];
}

/**
 * By the backups of the same vault whose recovery slot the sheet itself opens; what another one says is anybody's word, since an earlier sheet is sealed to a public
 * key.
 */
async function knownTo(folder: string, name: string, typed: Uint8Array): Promise<Known> {
  const found = await listBackups(folder, null);
  const vaultId = found.find((one) => one.name === name)?.manifest?.vaultId;
  const roots: Roots[] = [];
  const before: Uint8Array[] = [];
  for (const { manifest } of found) {
    const own = manifest?.vaultId === vaultId ? rootsPinnedBy(manifest?.parsedHeader, typed) : null;
    if (manifest === null || own === null) continue;
    if (!roots.some((one) => sameRoots(one, own))) roots.push(own);
    const known = sheetsKnownTo(manifest.parsedHeader, typed).slice(1);
    before.push(...known.filter((one) => !before.some((other) => sameBytes(one, other))));
  }
  return { roots, before };
}

/** Null where the sheet does not open the slot of the header. */
function rootsPinnedBy(header: Header | undefined, secret: Uint8Array): Roots | null {
  if (header === undefined) return null;
  try {
    const slot = openRecoverySlot(header, secret);
    slot.dispose();
    return slot.pins.roots;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
