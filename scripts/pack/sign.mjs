/**
 * Signing is one step: a command from outside of the project, which RESIDENT_VAULT_SIGN names, is given the path of one file (on macOS of the application's
 * folder) and signs it in its place: by a cloud service, a token or a company's own root. electron-builder calls this for whatever its system has signed.
 */
import { execFileSync } from 'node:child_process';

/** Null where nothing is to be signed. */
export const signingCommand = () => process.env.RESIDENT_VAULT_SIGN || null;

/** Throws where the command fails. @param {string} path */
export function signFile(path) {
  const command = signingCommand();
  if (command !== null) execFileSync(command, [path], { stdio: ['ignore', 2, 2] });
}

/** @param {{ readonly path?: string, readonly app?: string }} asked */
export async function sign({ path, app }) {
  const file = path ?? app;
  if (file === undefined) throw new Error('nothing is named that is to be signed');
  signFile(file);
}
