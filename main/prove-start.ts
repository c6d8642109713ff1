/**
 * A new version on trial: the starter of its folder asks for `--prove-start=FOLDER`, which is empty, before it takes the place of the one before. It shows
 * its lock screen, of nobody, over a profile that it makes there, and says so there: no vault, no keychain and no setting is opened.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { DeskBoard } from '../contract/sign-in/views.ts';
import type { Application } from './application.ts';
import { createFile } from './files/durable-files.ts';
import { writeJsonFile } from './files/json-file.ts';
import type { OsKeychain } from './keychain/os-keychain.ts';

const SWITCH = 'prove-start';
/** The starter waits for a minute. */
const LONGEST_MS = 50_000;
const LOOK_MS = 250;
const NOBODY: DeskBoard = { estateName: '', people: [] };

/** The folder; null in an ordinary start. */
export const proofAsked = (): string | null => app.commandLine.getSwitchValue(SWITCH) || null;

/** Call it before Electron is ready. */
export function useProofProfile(folder: string): void {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'vault'), { recursive: true });
  writeJsonFile(join(profile, 'desk-board.json'), NOBODY);
  app.setPath('userData', profile);
}

/** Never says what it holds, so that the vault's process is never told where a vault lies. */
export const SILENT_KEYCHAIN: OsKeychain = {
  read: () => new Promise<never>(() => undefined),
  writeAnchor: async () => false,
  writeDeviceSecret: async () => false,
  deleteDeviceSecret: async () => false,
  readMailboxPassword: async () => null,
  writeMailboxPassword: async () => false,
  deleteAll: async () => false,
  drain: async () => undefined,
};

/** Ends with 0 once the lock screen is shown and the vault's process is up, with 2 where they are not in time. */
export async function proveStart(application: Application, version: string, folder: string): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  while (performance.now() < until) {
    if (await application.isShown().catch(() => false)) {
      await createFile(join(folder, 'proof'), Buffer.from(`shown ${version}\n`));
      // In order: a page that is torn off in the midst of its work takes main with it now and then.
      return app.quit();
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  app.exit(2);
}
