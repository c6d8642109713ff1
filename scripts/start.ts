/** `npm start`: the application on this desktop, or on a screen and keychain of its own where there is none. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Display, startDisplay } from './desktop/display.ts';
import { type Keyring, startKeyring } from './desktop/keyring.ts';
import { prepareApp } from './desktop/prepare-app.ts';
import { takePictures } from './desktop/take-pictures.ts';
import { cacheDir } from './setup/paths.mjs';
import { sayLoudly } from './setup/say.mjs';

const staged = await prepareApp();
const isLinux = process.platform === 'linux';
const hasScreen = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
// A session bus belongs to the user who is logged in: root cannot lend it to another one.
const hasKeychain = staged.user === null && Boolean(process.env['DBUS_SESSION_BUS_ADDRESS']);

const display = isLinux && !hasScreen ? await startDisplay(staged.user) : null;
const keyring = isLinux && !hasKeychain ? await startKeyring('unlocked', staged.user) : null;
if (keyring !== null) {
  sayLoudly([
    'NOT FOR REAL DATA: there is no session bus, so this run has a THROW-AWAY KEYCHAIN.',
    'A vault made now cannot be opened by the next run.',
  ]);
}
const stopPictures =
  display === null ? () => undefined : takePictures(display, join(cacheDir, 'screenshots', 'start.png'));
process.exitCode = await runApp(keyring, display);
stopPictures();
await keyring?.stop();
await display?.stop();

function runApp(session: Keyring | null, shown: Display | null): Promise<number> {
  const throwAway = session === null ? {} : { ...session.env, RESIDENT_VAULT_THROWAWAY_KEYCHAIN: '1' };
  const child = spawn(staged.executable, [], {
    env: { ...process.env, ...throwAway, ...shown?.env },
    stdio: 'inherit',
  });
  // The terminal signals the application too; this process stays to put its helpers away.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 0 : 1))),
  );
}
