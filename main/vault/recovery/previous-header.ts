/** The header before the present one, put in its place where that is damaged or missing: what is damaged is kept under a name that says so. */
import { join } from 'node:path';
import { rename } from '../../files/move-and-remove.ts';
import type { KeychainItems } from '../../../contract/host.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { syncFolder } from '../../files/durable-files.ts';
import {
  HEADER_FILE,
  type Header,
  PREVIOUS_HEADER_FILE,
  isProved,
  parseHeader,
  readHeaderFile,
} from '../keys/header.ts';

/** Null where there is none that is whole and has its right MAC under a device secret of this keychain. */
export async function readPreviousHeader(
  vaultDir: string,
  deviceSecrets: KeychainItems['deviceSecrets'],
): Promise<Header | null> {
  const bytes = await readHeaderFile(vaultDir, PREVIOUS_HEADER_FILE).catch(() => null);
  if (bytes === null) return null;
  try {
    const header = parseHeader(bytes);
    const deviceSecret = deviceSecrets[header.deviceSecretId];
    return deviceSecret !== undefined && isProved(header, deviceSecret) ? header : null;
  } catch {
    return null;
  }
}

/**
 * The next sign-in finds a header that is older than the anchor knows, which opens to a supervisor who says why that is all right.
 * Errors, AppError: `header-missing` (there is none to be used), `disk-full`, `disk-error`.
 */
export async function usePreviousHeader(
  vaultDir: string,
  deviceSecrets: KeychainItems['deviceSecrets'],
  now: number,
): Promise<void> {
  if ((await readPreviousHeader(vaultDir, deviceSecrets)) === null) throw new AppError('header-missing');
  const present = join(vaultDir, HEADER_FILE);
  try {
    await rename(
      present,
      `${present}.damaged-${new Date(now).toISOString().replace(/[-:]/g, '').slice(0, 15)}`,
    ).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(join(vaultDir, PREVIOUS_HEADER_FILE), present);
    await syncFolder(vaultDir);
  } catch (error) {
    throw diskError(error);
  }
}
