/** Files and secrets that a killed rotation has left: stores of other epochs, files that were being written, device secrets that no header names. */
import { rename, rm } from '../../files/move-and-remove.ts';
import { diskError } from '../files/disk-error.ts';
import { syncFolder } from '../../files/durable-files.ts';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeychainItems } from '../../../contract/host.ts';
import type { AnchorState } from '../anchor/anchor.ts';
import { toHex } from '../crypto/bytes.ts';
import {
  HEADER_FILE,
  type Header,
  PREVIOUS_HEADER_FILE,
  UPDATE_RECORD_FILE,
  isStoreFile,
} from '../keys/header.ts';
import { adoptLimiterFile, LIMITER_FILE } from '../keys/limiter.ts';

const BESIDE_STORE = /-(?:wal|shm|journal)$/;
const BEING_WRITTEN: ReadonlySet<string> = new Set(
  [HEADER_FILE, PREVIOUS_HEADER_FILE, LIMITER_FILE, UPDATE_RECORD_FILE].map((name) => `${name}.new`),
);

interface Leftovers {
  readonly vaultDir: string;
  /** Its MAC is right. */
  readonly header: Header;
  readonly anchored: AnchorState;
  readonly deviceSecrets: KeychainItems['deviceSecrets'];
  readonly deleteDeviceSecret: (secretId: string) => Promise<void>;
}

/**
 * At a start. Where the header is behind the anchor, an older one was put back, and nothing is touched. Where it is an epoch ahead, a switch was
 * not entered yet: the stores of before stay until somebody has signed in to the new one (`removeOrphans`). Errors: those of keychain and disk.
 */
export async function removeLeftovers(leftovers: Leftovers): Promise<void> {
  const { vaultDir, header, anchored } = leftovers;
  const isBehind = header.epoch < anchored.epoch || header.generation < anchored.headerGeneration;
  if (toHex(anchored.vaultId) !== header.vaultId || isBehind) return;
  await removeOtherSecrets(leftovers);
  await removeFiles(vaultDir, (name) => BEING_WRITTEN.has(name));
  if (header.epoch === anchored.epoch) await removeOrphans(vaultDir, header);
}

/** Stores of other epochs, for a header that is known to be the newest. Errors: those of the disk. */
export const removeOrphans = (vaultDir: string, { storeFile }: Pick<Header, 'storeFile'>): Promise<void> =>
  removeFiles(vaultDir, (name) => {
    const store = name.replace(BESIDE_STORE, '');
    return isStoreFile(store) && store !== storeFile;
  });

async function removeFiles(vaultDir: string, isLeft: (name: string) => boolean): Promise<void> {
  const left = (await readdir(vaultDir)).filter(isLeft);
  for (const name of left) await rm(join(vaultDir, name), { force: true });
  if (left.length > 0) await syncFolder(vaultDir);
}

/**
 * An older header that a supervisor has acknowledged leaves the stores that came after it under another name: what is in them may be wanted,
 * and the next start takes them for no orphans. Errors: AppError `disk-full`, `disk-error`.
 */
export async function keepNewerStores(vaultDir: string, header: Pick<Header, 'epoch'>): Promise<void> {
  try {
    const newer = (await readdir(vaultDir)).filter(
      (name) => isStoreFile(name.replace(BESIDE_STORE, '')) && Number(/\d+/.exec(name)?.[0]) > header.epoch,
    );
    for (const name of newer) await rename(join(vaultDir, name), join(vaultDir, `archived-${name}`));
    if (newer.length > 0) await syncFolder(vaultDir);
  } catch (error) {
    throw diskError(error);
  }
}

/** After limiter.json, where it is still under the MAC of one of them, has been taken over. Where that file answers to none, all stay. */
async function removeOtherSecrets({
  vaultDir,
  header: { vaultId, deviceSecretId },
  deviceSecrets,
  deleteDeviceSecret,
}: Leftovers): Promise<void> {
  const others = Object.entries(deviceSecrets).filter(([id]) => id !== deviceSecretId);
  const named = deviceSecrets[deviceSecretId];
  if (others.length === 0 || named === undefined) return;
  if (
    !(await adoptLimiterFile({
      vaultDir,
      vaultId,
      deviceSecret: named,
      others: others.map(([, secret]) => secret),
    }))
  )
    return;
  for (const [id] of others) await deleteDeviceSecret(id);
}
