/** electron-builder's afterPack step, before anything is signed or made into an installer: fuses, modes, and a name for what is no release. */
import { chmodSync, lstatSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFuses } from './fuses.mjs';

/** @typedef {{ readonly appOutDir: string, readonly electronPlatformName: string, readonly packager: { readonly executableName?: string, readonly appInfo: { readonly productFilename: string } } }} PackContext */
/** What pack-app.ts says of this pack: `warning` is empty for a release. @typedef {{ readonly drivable: boolean, readonly warning: string }} PackFacts */

/** @param {PackContext} context */
export function binaryOf({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`, 'Contents', 'MacOS', name);
  return join(
    appOutDir,
    electronPlatformName === 'win32' ? `${name}.exe` : (packager.executableName ?? name),
  );
}

/** Whoever installs may read and start it, whatever the umask was of whoever packed it. @param {string} folder */
export function settleModes(folder) {
  chmodSync(folder, 0o755);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const found = lstatSync(path);
    if (found.isDirectory()) settleModes(path);
    else if (found.isFile()) chmodSync(path, (found.mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

/** @param {PackContext} context */
export default async function afterPack(context) {
  const facts = /** @type {PackFacts} */ (JSON.parse(process.env.RESIDENT_VAULT_PACK ?? 'null'));
  await setFuses(binaryOf(context), facts);
  if (facts.warning !== '') writeFileSync(join(context.appOutDir, 'NOT-FOR-REAL-DATA.txt'), facts.warning);
  settleModes(context.appOutDir);
}
