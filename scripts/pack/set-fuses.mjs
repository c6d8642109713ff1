/** electron-builder's afterPack step: sets the fuses of the binary that was just put together, before anything signs it. */
import { join } from 'node:path';
import { setFuses } from './fuses.mjs';

/** @typedef {{ readonly appOutDir: string, readonly electronPlatformName: string, readonly packager: { readonly executableName?: string, readonly appInfo: { readonly productFilename: string } } }} PackContext */

/** @param {PackContext} context */
export function binaryOf({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`, 'Contents', 'MacOS', name);
  return join(
    appOutDir,
    electronPlatformName === 'win32' ? `${name}.exe` : (packager.executableName ?? name),
  );
}

/** @param {PackContext} context */
export default async function afterPack(context) {
  await setFuses(binaryOf(context), { drivable: process.env.RESIDENT_VAULT_PACK === 'drivable' });
}
