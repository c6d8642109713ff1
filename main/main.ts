/** Composition root: guards first, then the window, the vault and the lock. */
import { join } from 'node:path';
import { app, Menu, session } from 'electron';
import { startApplication } from './application.ts';
import type { Application } from './application.ts';
import { readConfig, SESSION_PARTITION } from './config.ts';
import { isOpenToTestDriver, refusedSwitch } from './refuse-switches.ts';
import { registerAppScheme, serveApp } from './window/app-protocol.ts';
import { hardenEveryPage, hardenSession } from './window/harden-session.ts';
import { menuFor } from './window/menu.ts';

const config = readConfig({
  version: app.getVersion(),
  electronVersion: process.versions.electron,
  isPackaged: app.isPackaged,
  userDataDir: app.getPath('userData'),
  distDir: join(__dirname, '..'),
  env: process.env,
});
let application: Application | null = null;
let shutDown = false;

const refused =
  config.isPackaged && !isOpenToTestDriver()
    ? refusedSwitch((name) => app.commandLine.hasSwitch(name))
    : null;
if (refused !== null) {
  process.stderr.write(`refused to start with --${refused}\n`);
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  app.enableSandbox();
  registerAppScheme();
  hardenEveryPage(app, !config.isPackaged);
  app.on('second-instance', () => application?.showWindow());
  app.on('activate', () => application?.showWindow());
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', leaveInOrder);
  void app.whenReady().then(start);
} else {
  app.exit(0);
}

function start(): void {
  const pages = session.fromPartition(SESSION_PARTITION);
  hardenSession(pages, !config.isPackaged);
  hardenSession(session.defaultSession, !config.isPackaged);
  serveApp(pages, config.rendererDir);
  Menu.setApplicationMenu(menuFor(process.platform));
  application = startApplication(config);
}

/** Quits once keys are gone and the keychain has what it was given. */
function leaveInOrder(event: { preventDefault(): void }): void {
  if (shutDown || application === null) return;
  event.preventDefault();
  void application.shutDown().then(() => {
    shutDown = true;
    app.quit();
  });
}
