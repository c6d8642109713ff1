/** From the first line of main to the last: guards first, then the window, the vault and the lock. */
import { join } from 'node:path';
import { Menu, type Session, app, session } from 'electron';
import { type Application, type VaultAttachments, startApplication } from './application.ts';
import { type Config, PAPER_PARTITION, SESSION_PARTITION, readConfig } from './config.ts';
import { guardNativeModules } from './files/native-modules.ts';
import type { AtStart } from './files/updates/lay-update.ts';
import {
  UPDATE_WAITS,
  installerHasTold,
  runningProgram,
  starterFolderOf,
} from './files/updates/running-program.ts';
import { findSyncedFolder } from './files/synced-folder.ts';
import { hardenProcess } from './harden-process.ts';
import { giveUp } from './fatal-error-dialog.ts';
import { isOpenToTestDriver, refusedSwitch } from './refuse-switches.ts';
import { makeOwnerOnlyFolder } from './owner-only-folder.ts';
import { SILENT_KEYCHAIN, proofAsked, proveStart, useProofProfile } from './prove-start.ts';
import { openSettings } from './shell/settings.ts';
import { verifyLogExport, wordsForVerifier } from './verify-log-export.ts';
import { registerAppScheme } from './window/app-protocol.ts';
import { hardenEveryPage, hardenSession } from './window/harden-session.ts';
import { menuFor } from './window/menu.ts';

/**
 * Dependencies of a run. `main.ts` names those that ship; the entry of `npm run dev`, which no package holds, names its own. Nothing chooses between them while
 * the application runs: neither a flag nor the environment.
 */
interface Attachments extends VaultAttachments {
  /** Answers every address of app:// on a session: the window's, and that of the page that is printed. */
  readonly servePages: (pages: Session, rendererDir: string) => void;
  /** Whether a page may ask for this address at all. */
  readonly isAllowedRequest: (address: string, toolsAllowed: boolean) => boolean;
}

/** Runs until the application quits. Call it once, while the entry's module is being read: the scheme has to be known before Electron is ready. */
export function runApplication(attachments: Attachments): void {
  const distDir = join(__dirname, '..');
  const changed = guardNativeModules(join(distDir, '..'));
  const isHardened = changed === null && hardenProcess(join(distDir, 'native', 'harden-process.node'));
  const refused =
    app.isPackaged && !isOpenToTestDriver() ? refusedSwitch((name) => app.commandLine.hasSwitch(name)) : null;
  const toVerify = wordsForVerifier(process.argv);
  const proof = proofAsked();
  if (refused !== null) {
    process.stderr.write(`refused to start with --${refused}\n`);
    app.exit(1);
  } else if (proof !== null && changed !== null) app.exit(1);
  else if (changed !== null)
    void app.whenReady().then(() => giveUpChanged(configOf(distDir, false), changed));
  else if (toVerify !== null) verifyLogExport(join(distDir, 'vault', 'verify-log-export.cjs'), toVerify);
  else if (proof !== null) {
    useProofProfile(proof);
    runAlone(configOf(distDir, isHardened), { ...attachments, openKeychain: () => SILENT_KEYCHAIN }, proof);
  } else if (app.requestSingleInstanceLock()) runAlone(configOf(distDir, isHardened), attachments);
  else app.exit(0);
}

const configOf = (distDir: string, isHardened: boolean): Config =>
  readConfig({
    version: app.getVersion(),
    electronVersion: process.versions.electron,
    isPackaged: app.isPackaged,
    isHardened,
    userDataDir: app.getPath('userData'),
    distDir,
    env: process.env,
  });

/** `proof`: the folder of a start on trial. */
function runAlone(config: Config, attachments: Attachments, proof: string | null = null): void {
  let application: Application | null = null;
  let shutDown = false;
  app.enableSandbox();
  useOwnFileDialogs();
  registerAppScheme();
  hardenEveryPage(app, !config.isPackaged);
  // Electron would show its own dialog and go no further, with the idle lock stopped and everything on the screen.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    if (application === null) app.exit(1);
    else application.abandon();
  });
  app.on('second-instance', () => application?.showWindow());
  app.on('activate', () => application?.showWindow());
  app.on('window-all-closed', () => app.quit());
  // Quits once keys are gone and the keychain has what it was given.
  app.on('before-quit', (event) => {
    if (shutDown || application === null) return;
    event.preventDefault();
    void application.shutDown().then(() => {
      shutDown = true;
      app.quit();
    });
  });
  void app.whenReady().then(async () => {
    if (!isInPlace(config)) return;
    const update = proof === null ? await lookForUpdate(config) : NO_UPDATE;
    if (update.waits) return app.exit(UPDATE_WAITS);
    await makeOwnerOnlyFolder(config.vaultDir);
    application = start({ ...config, lastUpdate: update.last }, attachments);
    if (proof !== null) void proveStart(application, config.version, proof);
  });
}

const NO_UPDATE: AtStart = { waits: false, last: null };

/** Where a starter has started the program, which waits for how it ends, or the installer of Windows has left word. */
async function lookForUpdate({ profileDir, rendererDir }: Config): Promise<AtStart> {
  const folder = app.commandLine.hasSwitch('by-starter') ? starterFolderOf() : null;
  if (folder === null && !installerHasTold(profileDir)) return NO_UPDATE;
  const { toldAtStart, updateAtStart } = await import('./files/updates/lay-update.ts');
  const program = runningProgram(join(rendererDir, '..', '..'), profileDir);
  return folder === null ? toldAtStart(program) : updateAtStart(program, folder);
}

/** A program that somebody has changed asks nobody for a PIN. */
const giveUpChanged = ({ settingsFile }: Config, changed: string): void =>
  giveUp('program-changed', openSettings(settingsFile, app.getPreferredSystemLanguages()).read(), changed);

/** Says why not and ends where the vault would be copied elsewhere while it is open. */
function isInPlace({ vaultDir, settingsFile }: Config): boolean {
  const synced = findSyncedFolder(vaultDir, process);
  if (synced === null) return true;
  giveUp('profile-synced', openSettings(settingsFile, app.getPreferredSystemLanguages()).read(), synced);
  return false;
}

/**
 * Linux: a portal looks into /proc/PID/root for who asks it, which a hardened process shows to root alone, and answers with a refusal, so
 * that no dialog would come up. A version that no portal has makes Chromium use the dialogs of the desktop's own toolkit.
 */
function useOwnFileDialogs(): void {
  app.commandLine.appendSwitch('xdg-portal-required-version', '999');
}

function start(config: Config, attachments: Attachments): Application {
  const isAllowed = (address: string): boolean => attachments.isAllowedRequest(address, !config.isPackaged);
  hardenSession(session.defaultSession, isAllowed);
  for (const partition of [SESSION_PARTITION, PAPER_PARTITION]) {
    const pages = session.fromPartition(partition);
    hardenSession(pages, isAllowed);
    attachments.servePages(pages, config.rendererDir);
  }
  Menu.setApplicationMenu(menuFor(process.platform));
  return startApplication(config, attachments);
}
