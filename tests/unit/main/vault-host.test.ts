/** What main says to the vault process, and when: over a stand-in for Electron's child, whose messages are kept. */
import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostToVault, KeychainReading, VaultToHost } from '../../../contract/host.ts';
import type { OsKeychain } from '../../../main/keychain/os-keychain.ts';
import { IS_WINDOWS } from '../../support/platform.ts';
import {
  SEALED_VAULT_PROCESS,
  VaultHost,
  type VaultHostEvents,
  vaultEnvironment,
} from '../../../main/vault-host.ts';

class Child extends EventEmitter {
  readonly heard: HostToVault[] = [];
  readonly pid = 4711;
  postMessage(message: HostToVault): void {
    this.heard.push(message);
  }
  kill(): boolean {
    return this.emit('exit');
  }
}

const children: Child[] = [];
const forks: unknown[][] = [];
vi.mock('electron', () => ({
  utilityProcess: {
    fork: (...told: readonly unknown[]) => {
      forks.push([...told]);
      return children[children.push(new Child()) - 1];
    },
  },
  MessageChannelMain: class {
    readonly port1 = {};
    readonly port2 = {};
  },
}));

const READING: KeychainReading = { state: 'item-missing' };

/** A keychain that answers nobody until the test opens it. */
function slowKeychain(): { readonly keychain: OsKeychain; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    keychain: {
      read: () => opened.then(() => READING),
      writeAnchor: async () => true,
      writeDeviceSecret: async () => true,
      deleteDeviceSecret: async () => true,
      deleteAll: async () => true,
      readMailboxPassword: async () => null,
      writeMailboxPassword: async () => true,
      drain: async () => undefined,
    },
    open,
  };
}

const said = (child: Child | undefined): readonly string[] =>
  (child?.heard ?? []).map((message) => (message.type === 'refused' ? message.kind : message.type));
const EVENTS = {
  onSession: () => undefined,
  onLongWork: () => undefined,
  onCopied: () => undefined,
  onShared: () => undefined,
  onLockMe: () => undefined,
  onUnexpectedExit: () => undefined,
  onCheckComputer: () => undefined,
  onMaking: () => undefined,
  onScanner: () => undefined,
  onShowFile: () => undefined,
  onLink: () => undefined,
  onCarrierErrand: () => undefined,
  onCarrierWake: () => undefined,
};

const hostOf = (keychain: OsKeychain, events: Partial<VaultHostEvents> = {}): VaultHost =>
  new VaultHost(
    {
      processFile: 'vault.cjs',
      vaultDir: 'vault',
      place: 'real',
      mustMake: () => false,
      engine: 'auto',
      keychain,
      deskBoard: { board: null, keep: () => undefined },
      process: SEALED_VAULT_PROCESS,
    },
    { ...EVENTS, ...events },
  );

describe('a vault process that a lock fell upon before it had an id', () => {
  it('ends as soon as it has one, so that whoever waits for its end goes on', async () => {
    const host = hostOf(slowKeychain().keychain);
    children.splice(0);
    host.start(null);
    await vi.waitFor(() => expect(children.length).toBe(1));
    host.forget();
    const ended = vi.fn();
    void host.ended().then(ended);
    await Promise.resolve();
    expect(ended).not.toHaveBeenCalled();
    children[0]?.emit('spawn');
    await vi.waitFor(() => expect(ended).toHaveBeenCalled());
  });

  it('stays where it is still the one in use', async () => {
    const host = hostOf(slowKeychain().keychain);
    children.splice(0);
    host.start(null);
    await vi.waitFor(() => expect(children.length).toBe(1));
    const ended = vi.fn();
    void host.ended().then(ended);
    children[0]?.emit('spawn');
    await Promise.resolve();
    expect(ended).not.toHaveBeenCalled();
  });
});

describe('a look at the computer', () => {
  it('is asked for by whoever is signed in alone, and answered to the vault that has asked', async () => {
    const { keychain, open } = slowKeychain();
    children.splice(0);
    const asked: ((readings: unknown) => void)[] = [];
    const host = hostOf(keychain, { onCheckComputer: (answer) => asked.push(answer) });
    host.start(null);
    await vi.waitFor(() => expect(children.length).toBe(1));
    open();
    const say = (message: VaultToHost) => children[0]?.emit('message', message);
    say({ type: 'check-computer', id: 1 });
    expect(asked).toHaveLength(0);
    say({ type: 'session', unlocked: true });
    say({ type: 'check-computer', id: 2 });
    expect(asked).toHaveLength(1);
    host.forget();
    host.start(null);
    await vi.waitFor(() => expect(children.length).toBe(2));
    asked[0]?.('found');
    expect(children[0]?.heard.at(-1)).toEqual({ type: 'computer-readings', id: 2, readings: 'found' });
    expect(said(children[1])).not.toContain('computer-readings');
  });
});

describe('the vault process as it is shipped', () => {
  it('is forked with no debugger, no argument, no environment and nowhere to print', async () => {
    const { keychain } = slowKeychain();
    forks.splice(0);
    hostOf(keychain).start(null);
    await vi.waitFor(() => expect(forks.length).toBe(1));
    expect(forks[0]).toEqual([
      'vault.cjs',
      [],
      {
        serviceName: 'Resident Vault store',
        env: IS_WINDOWS ? vaultEnvironment('win32', process.env) : {},
        execArgv: [],
        stdio: 'ignore',
      },
    ]);
  });
});

describe('what main refuses', () => {
  beforeEach(() => void children.splice(0));

  it('while no vault is forked, and while one waits for the keychain, is told once it is fed', async () => {
    const { keychain, open } = slowKeychain();
    const host = hostOf(keychain);
    let paint = (): void => undefined;
    host.start(
      null,
      new Promise((resolve) => {
        paint = resolve;
      }),
    );
    host.noteRefusal('navigation');
    paint();
    await vi.waitFor(() => expect(children.length).toBe(1));
    host.noteRefusal('permission');
    expect(said(children[0])).toEqual([]);
    open();
    await vi.waitFor(() => expect(said(children[0])).toEqual(['start', 'navigation', 'permission']));
    host.noteRefusal('download');
    expect(said(children[0]).at(-1)).toBe('download');
  });

  it('while a vault waits that a lock then kills is told to the next', async () => {
    const { keychain, open } = slowKeychain();
    const host = hostOf(keychain);
    host.start(null);
    await vi.waitFor(() => expect(children.length).toBe(1));
    host.noteRefusal('webview');
    host.forget();
    children[0]?.emit('exit');
    host.start(null);
    await vi.waitFor(() => expect(children.length).toBe(2));
    open();
    await vi.waitFor(() => expect(said(children[1])).toEqual(['start', 'webview']));
    expect(said(children[0])).toEqual([]);
  });
});

describe('whether the memory of the vault is guarded', () => {
  it('is what the vault that was started last has said, also between two of them', async () => {
    children.splice(0);
    const { keychain } = slowKeychain();
    const host = hostOf(keychain);
    host.start(null);
    await vi.waitFor(() => expect(children.length).toBe(1));
    expect(host.isHardened).toBe(true);
    children[0]?.emit('message', { type: 'ready', hardened: false } satisfies VaultToHost);
    expect(host.isHardened).toBe(false);
    host.forget();
    expect(host.isHardened).toBe(false);
    host.start(null);
    await vi.waitFor(() => expect(children.length).toBe(2));
    children[1]?.emit('message', { type: 'ready', hardened: true } satisfies VaultToHost);
    expect(host.isHardened).toBe(true);
  });
});

it('is started with nothing of the environment but where Windows finds its own libraries', () => {
  const env = { SystemRoot: 'C:\\Windows', windir: 'C:\\Windows', PATH: 'C:\\', NODE_OPTIONS: '--inspect' };
  expect(vaultEnvironment('linux', env)).toEqual({});
  expect(vaultEnvironment('darwin', env)).toEqual({});
  expect(vaultEnvironment('win32', env)).toEqual({ SystemRoot: 'C:\\Windows', windir: 'C:\\Windows' });
  expect(vaultEnvironment('win32', {})).toEqual({});
});
