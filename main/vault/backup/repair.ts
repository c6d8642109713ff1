/**
 * When the store does not open, nobody can sign in. What is left is the header, the keychain and the backups: the newest that is whole is offered,
 * and an admin's PIN puts it in place. The damaged store is kept aside, never written to.
 */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { Anchor } from '../anchor/anchor.ts';
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import { zero } from '../crypto/zero.ts';
import type { Header } from '../keys/header.ts';
import type { Limiter } from '../keys/limiter.ts';
import type { OpenedSlot } from '../keys/slots.ts';
import { sheetsKnownTo } from '../keys/old-sheets.ts';
import { parseSheet } from '../keys/recovery-sheet.ts';
import { countLocked } from '../session/locked-events.ts';
import { openCounted } from '../session/open-counted.ts';
import { slotOf } from '../session/with-slots.ts';
import type { Engine } from '../store/engine/engine.ts';
import { backupSettingsOf } from '../backup-files/backup-settings.ts';
import { newestWhole } from '../backup-files/list-backups.ts';
import type { BackupWatcher } from './make-backup.ts';
import { type OpenedBackup, openBackup } from './open-backup.ts';
import { type Restored, restoreHere } from './restore.ts';

/** The vault as it stands while nobody is signed in. */
export interface RepairTarget {
  readonly vaultDir: string;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly anchor: Anchor;
  readonly limiter: Limiter;
  readonly header: Header;
  readonly deviceSecret: Uint8Array;
}

/** `folder`: one that was picked for it; else the one that an admin chose while the store still opened. */
export async function findForRepair(
  { header }: Pick<RepairTarget, 'header'>,
  folder: string | null,
): Promise<RouteReply<'repair.find'>> {
  const place = folder ?? backupSettingsOf(header).folder;
  const found = place === null ? null : await newestWhole(place, header.vaultId).catch(() => null);
  return {
    folder: place,
    backup: found === null ? null : { name: found.name, createdAt: found.manifest.createdAt },
  };
}

/**
 * Errors: `backup-no-folder`, those of Limiter.begin, `wrong-pin` {waitSeconds, freeTries}, `wrong-computer`, those of `openBackup`, `parseSheet` and `restoreHere`.
 */
export async function repairFrom(
  target: RepairTarget,
  folder: string | null,
  request: RouteRequest<'repair.restore'>,
  watcher: BackupWatcher,
): Promise<Restored & { readonly createdAt: number }> {
  const place = folder ?? backupSettingsOf(target.header).folder;
  if (place === null) throw new AppError('backup-no-folder');
  const admin = await openAdmin(target, request);
  try {
    const backup = await openFor(target, place, request, admin);
    try {
      return {
        ...(await restoreHere(target, null, { backup, admin, words: request.words }, watcher)),
        createdAt: backup.manifest.createdAt,
      };
    } finally {
      backup.dispose();
    }
  } finally {
    admin.dispose();
  }
}

/** A try like any other: counted before it is made, and in the log of the next sign-in where it was wrong. */
async function openAdmin(target: RepairTarget, request: RouteRequest<'repair.restore'>): Promise<OpenedSlot> {
  const {
    attempt,
    outcomes: [outcome],
  } = await openCounted(target, [{ slot: slotOf(target.header, request), pin: request.pin }]);
  if (outcome !== undefined && 'opened' in outcome) {
    await attempt.succeeded();
    return outcome.opened;
  }
  const error: unknown = outcome?.error;
  if (!(error instanceof AppError) || error.code !== 'wrong-pin') throw error;
  await target.anchor.update((state) => countLocked(state, 'signInFailed', target.clock.now()));
  throw new AppError('wrong-pin', { ...(await attempt.failed()) });
}

async function openFor(
  { header, deviceSecret }: RepairTarget,
  folder: string,
  { name, sheet }: RouteRequest<'repair.restore'>,
  admin: OpenedSlot,
): Promise<OpenedBackup> {
  if (sheet === undefined)
    return openBackup(folder, name, { admin, device: { id: header.deviceSecretId, secret: deviceSecret } });
  const sheets = sheetsKnownTo(header, parseSheet(sheet));
  try {
    return await openBackup(folder, name, { sheets });
  } finally {
    zero(...sheets);
  }
}
