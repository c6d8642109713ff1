/** A private session bus with a real gnome-keyring on it, in the state that is asked for; it and what it keeps end with the run. */
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppUser, asUser } from './app-user.ts';
import { firstLine, startHelper, stopHelper } from './children.ts';

/** `locked` is a keyring that has been made and unlocked once, started anew without its password. */
export type KeyringState = 'unlocked' | 'locked' | 'no-service' | 'no-bus';

export interface Keyring {
  /** Everything that a program on this session sees of it: the bus, and folders that nothing else uses. */
  readonly env: Readonly<Record<string, string>>;
  /** Starts the service anew on the same bus and the same files. */
  change(state: 'unlocked' | 'locked' | 'no-service'): Promise<void>;
  /** The service answers nobody, as while it asks a person for its password; what is given lets it go on. */
  hold(): () => void;
  stop(): Promise<void>;
}

export const KEYRING_PASSWORD = 'throw-away';

/** No folders of service files: only what is started here is on this bus, so that "no service" stays true. */
const BUS_CONFIG = (
  folder: string,
): string => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:dir=${folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
`;

export async function startKeyring(state: KeyringState, user: AppUser | null): Promise<Keyring> {
  const folder = mkdtempSync(join(tmpdir(), 'rv-session-'));
  const folders = {
    HOME: join(folder, 'home'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
  };
  for (const path of Object.values(folders)) mkdirSync(path, { mode: 0o700 });
  const configFile = join(folder, 'bus.conf');
  writeFileSync(configFile, BUS_CONFIG(folders.XDG_RUNTIME_DIR));
  if (user !== null)
    for (const path of [folder, configFile, ...Object.values(folders)]) chownSync(path, user.uid, user.gid);
  const base = { ...folders, PATH: process.env['PATH'] ?? '/usr/bin:/bin' };
  if (state === 'no-bus')
    return {
      env: base,
      change: async () => undefined,
      hold: () => () => undefined,
      stop: async () => removeFolder(folder),
    };

  const bus = startHelper(
    [...asUser(user), 'dbus-daemon', `--config-file=${configFile}`, '--nofork', '--print-address=1'],
    { env: base },
  );
  const address = await firstLine(bus, bus.stdout as NodeJS.ReadableStream, 'dbus-daemon');
  const env = { ...base, DBUS_SESSION_BUS_ADDRESS: address };
  let service: ChildProcess | null = null;

  const start = async (input: string, ...flags: readonly string[]): Promise<void> => {
    service = startHelper(
      [...asUser(user), 'gnome-keyring-daemon', '--foreground', '--components=secrets', ...flags],
      { env, input },
    );
    await waitForService(env, user);
  };
  const end = async (): Promise<void> => {
    if (service !== null) await stopHelper(service);
    service = null;
  };
  const change = async (next: 'unlocked' | 'locked' | 'no-service'): Promise<void> => {
    await end();
    if (next === 'unlocked') await start(KEYRING_PASSWORD, '--unlock');
    if (next === 'locked') await start('');
  };

  if (state === 'locked') {
    await change('unlocked');
    // The file of the keyring is written a moment after its service appears.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await change(state);
  return {
    env,
    change,
    hold() {
      const held = service;
      held?.kill('SIGSTOP');
      return () => void held?.kill('SIGCONT');
    },
    async stop() {
      await end();
      await stopHelper(bus);
      removeFolder(folder);
    },
  };
}

const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

async function waitForService(env: Readonly<Record<string, string>>, user: AppUser | null): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const asked = startHelper(
      [
        ...asUser(user),
        'gdbus',
        'call',
        '--session',
        '--dest',
        'org.freedesktop.DBus',
        '--object-path',
        '/org/freedesktop/DBus',
        '--method',
        'org.freedesktop.DBus.NameHasOwner',
        'org.freedesktop.secrets',
      ],
      { env },
    );
    const reply = await firstLine(asked, asked.stdout as NodeJS.ReadableStream, 'gdbus').catch(() => '');
    if (reply.includes('true')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('gnome-keyring-daemon did not come up');
}
