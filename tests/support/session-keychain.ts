/** The keychain of a running session as tests read and change it: by the application's own runtime and user, as the bus lets nobody else in. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vaultKeyOf } from '../../main/keychain/os-keychain.ts';
import type { AppPlace } from './electron-app.ts';

export interface SessionKeychain {
  /** Account, without the vault's own part, such as `anchor/0` → what is stored, in base64. */
  read(): Readonly<Record<string, string>>;
  remove(account: string): void;
  write(account: string, base64: string): void;
  /** Writes every item of another keychain's `read`. */
  writeAll(items: Readonly<Record<string, string>>): void;
  /** Milliseconds of each of so many writes of an item as it stands there. */
  timeWrites(account: string, times: number): readonly number[];
  /** Id → 32 bytes. */
  deviceSecrets(): Readonly<Record<string, Uint8Array>>;
}

/** What to do, with the account and value, comes on standard input: a command line can be read by everybody. */
const CHILD = `
const { module, step, items } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const keytar = require(module);
const SERVICE = 'Resident Vault';
const steps = {
  read: async () => process.stdout.write(JSON.stringify(await keytar.findCredentials(SERVICE))),
  remove: async () => { for (const [account] of items) await keytar.deletePassword(SERVICE, account); },
  time: async () => {
    const times = [];
    for (const [account, value] of items) {
      const from = performance.now();
      await keytar.setPassword(SERVICE, account, value);
      times.push(performance.now() - from);
    }
    process.stdout.write(JSON.stringify(times));
  },
  write: async () => { for (const [account, value] of items) await keytar.setPassword(SERVICE, account, value); },
};
steps[step]();
`;

/** The keychain items of the vault in one profile, the real one unless said; the application itself need not run. */
export function openSessionKeychain(
  app: AppPlace,
  vaultDir: string = join(app.userDataDir, 'vault'),
): SessionKeychain {
  const root = dirname(app.staged.executable);
  const runtime = readdirSync(root).find((name) => name.startsWith('electron-')) ?? '';
  const module = join(root, runtime, 'resources', 'app', 'node_modules', 'keytar');
  const prefix = `${vaultKeyOf(vaultDir)}/`;
  const run = (step: string, items: Readonly<Record<string, string>> = {}): string =>
    runEach(step, Object.entries(items));
  const runEach = (step: string, items: readonly (readonly [string, string])[]): string =>
    execFileSync(app.staged.executable, ['-e', CHILD], {
      env: { ...app.env, ELECTRON_RUN_AS_NODE: '1' },
      input: JSON.stringify({
        module,
        step,
        items: items.map(([account, value]) => [prefix + account, value]),
      }),
      encoding: 'utf8',
      timeout: 30_000,
    });
  const read = (): Readonly<Record<string, string>> => {
    const items = JSON.parse(run('read')) as { account: string; password: string }[];
    return Object.fromEntries(
      items
        .filter(({ account }) => account.startsWith(prefix))
        .map(({ account, password }) => [account.slice(prefix.length), password]),
    );
  };
  return {
    read,
    remove: (account) => void run('remove', { [account]: '' }),
    write: (account, base64) => void run('write', { [account]: base64 }),
    writeAll: (items) => void run('write', items),
    timeWrites: (account, times) => {
      const value = read()[account];
      if (value === undefined) throw new Error(`there is no ${account}`);
      return JSON.parse(
        runEach(
          'time',
          Array.from({ length: times }, () => [account, value]),
        ),
      ) as number[];
    },
    deviceSecrets: () =>
      Object.fromEntries(
        Object.entries(read())
          .filter(([account]) => account.startsWith('device-secret/'))
          .map(([account, text]) => [
            account.slice('device-secret/'.length),
            new Uint8Array(Buffer.from(text, 'base64')),
          ]),
      ),
  };
}
