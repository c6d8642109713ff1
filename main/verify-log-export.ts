/** Checks an exported log from the command line of the application: no window, no vault, no keychain, and not the profile of the application that may be running. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import { rm } from './files/move-and-remove.ts';
import { vaultEnvironment } from './vault-host.ts';

const SWITCH = '--verify-log-export';

/** Arguments behind the switch; null where it was not given. */
export function wordsForVerifier(words: readonly string[]): readonly string[] | null {
  const at = words.indexOf(SWITCH);
  return at === -1 ? null : words.slice(at + 1);
}

/** Ends the application with the code of the verifier: 0 for a whole export, 1 for one that is not, 2 where it could not be read. Call it before Electron is ready. */
export function verifyLogExport(processFile: string, words: readonly string[]): void {
  const profile = mkdtempSync(join(tmpdir(), 'resident-vault-verify-'));
  app.setPath('userData', profile);
  app.disableHardwareAcceleration();
  void app.whenReady().then(() => {
    const child = utilityProcess.fork(processFile, [...words], {
      serviceName: 'Resident Vault log verifier',
      env: vaultEnvironment(process.platform, process.env),
      stdio: 'inherit',
    });
    child.once('exit', (code) => {
      void rm(profile, { recursive: true, force: true })
        .catch(() => undefined)
        .finally(() => app.exit(code));
    });
  });
}
