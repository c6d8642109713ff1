/** Finds out on Linux why the keychain gave nothing: no session bus, no service on it, a locked collection, or truly nothing there. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export type SecretServiceState = 'open' | 'locked' | 'no-service' | 'no-bus';

type Environment = Readonly<Record<string, string | undefined>>;

/** One method call on the session bus: its printed reply, or null with why there is none. */
type BusCall = (
  args: readonly string[],
) => Promise<{ readonly reply: string | null; readonly toolMissing: boolean }>;

const TIMEOUT_MS = 5_000;

/** GLib's own tool: present wherever libsecret is, and no D-Bus code of ours to keep in order. */
const callSessionBus: BusCall = (args) =>
  new Promise((resolve) => {
    execFile(
      'gdbus',
      ['call', '--session', '--timeout', '3', ...args],
      { timeout: TIMEOUT_MS },
      (error, stdout) => {
        if (error === null) resolve({ reply: stdout, toolMissing: false });
        else resolve({ reply: null, toolMissing: error.code === 'ENOENT' });
      },
    );
  });

/** False where no address is set and none lies at the usual place: libsecret would then try to start a bus of its own. */
export function hasBusAddress(env: Environment): boolean {
  if (env['DBUS_SESSION_BUS_ADDRESS'] !== undefined && env['DBUS_SESSION_BUS_ADDRESS'] !== '') return true;
  const runtimeDir = env['XDG_RUNTIME_DIR'];
  return runtimeDir !== undefined && existsSync(join(runtimeDir, 'bus'));
}

const bus = (method: string, ...args: readonly string[]): readonly string[] => [
  '--dest',
  'org.freedesktop.DBus',
  '--object-path',
  '/org/freedesktop/DBus',
  '--method',
  `org.freedesktop.DBus.${method}`,
  ...args,
];
const secrets = (path: string, method: string, ...args: readonly string[]): readonly string[] => [
  '--dest',
  'org.freedesktop.secrets',
  '--object-path',
  path,
  '--method',
  method,
  ...args,
];

/**
 * Secret Service API draft, `Service.ReadAlias` and the `Locked` property of a collection. Whatever cannot be learned
 * counts as locked, so that a doubt never reads as "nothing is stored here".
 */
export async function readSecretServiceState(
  env: Environment,
  call: BusCall = callSessionBus,
): Promise<SecretServiceState> {
  if (!hasBusAddress(env)) return 'no-bus';
  const owner = await call(bus('NameHasOwner', 'org.freedesktop.secrets'));
  if (owner.toolMissing) return 'locked';
  if (owner.reply === null) return 'no-bus';
  if (!owner.reply.includes('true') && !(await startService(call))) return 'no-service';
  const alias = await call(
    secrets('/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.ReadAlias', 'default'),
  );
  const collection = /'(\/org\/freedesktop\/secrets\/[\w/]+)'/.exec(alias.reply ?? '')?.[1];
  if (collection === undefined) return 'locked';
  const locked = await call(
    secrets(collection, 'org.freedesktop.DBus.Properties.Get', 'org.freedesktop.Secret.Collection', 'Locked'),
  );
  return locked.reply?.includes('<false>') === true ? 'open' : 'locked';
}

/** A service that the bus can start on demand is there, though nobody has asked for it yet. */
async function startService(call: BusCall): Promise<boolean> {
  const started = await call(bus('StartServiceByName', 'org.freedesktop.secrets', '0'));
  return started.reply !== null;
}
