/** Drives a vault in a child process, playing main: keeps the keychain, passes requests, kills. */
import { type ChildProcess, fork } from 'node:child_process';
import type { Writable } from 'node:stream';
import type { FileUse } from '../../contract/host.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { type Result, assertNever } from '../../contract/result.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import type { MemoryKeychain } from './vault-harness.ts';
import { type ProgramVersion, bundleChild } from './bundle-child.ts';
import type { FromChild, KeychainWrite, ToChild, VaultSign } from './vault-child.ts';
import { STEP_FD } from './vault-signs.ts';

export type Sign = VaultSign | KeychainWrite;

/** `stop-behind`: a write to the keychain is made, as main makes it whatever has become of the vault, and the vault is not told. */
export type Verdict = 'go' | 'stop' | 'stop-behind';

export interface ChildVaultOptions {
  readonly vaultDir: string;
  readonly keychain: Pick<
    MemoryKeychain,
    'reading' | 'writeAnchor' | 'writeDeviceSecret' | 'deleteDeviceSecret'
  >;
  readonly engine: EngineName;
  readonly version?: ProgramVersion;
  /** More of the environment, such as a clock that a test sets. */
  readonly env?: Readonly<Record<string, string>>;
  /** Asked at each sign, for which the vault waits; without it nothing is signed but the keychain's writes. */
  readonly onSign?: (sign: Sign) => Verdict;
}

export class ChildVault {
  readonly #child: ChildProcess;
  readonly #options: ChildVaultOptions;
  readonly #started: () => void;
  readonly #replies = new Map<number, (result: Result<unknown>) => void>();
  readonly #ended: Promise<unknown>;
  #dumped: (() => void) | undefined;
  #lastId = 0;

  private constructor(child: ChildProcess, options: ChildVaultOptions, started: () => void) {
    this.#child = child;
    this.#options = options;
    this.#started = started;
    // What it has said before it ended is read to the end as well.
    this.#ended = Promise.all(
      (['exit', 'disconnect'] as const).map(
        (end) => new Promise<void>((resolve) => child.once(end, resolve)),
      ),
    );
    child.on('message', (message: FromChild) => void this.#hear(message));
  }

  static async start(options: ChildVaultOptions): Promise<ChildVault> {
    const stepwise = options.onSign !== undefined;
    const child = fork(await bundleChild(options.version ?? 'present'), {
      env: { ...process.env, ...options.env },
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc', stepwise ? 'pipe' : 'ignore'],
    });
    return new Promise((resolve, reject) => {
      const vault = new ChildVault(child, options, () => resolve(vault));
      child.once('error', reject);
      child.once('exit', () => reject(new Error('the vault ended before it had started')));
      // A byte for a process that was killed goes nowhere.
      child.stdio[STEP_FD]?.on('error', () => undefined);
      const { vaultDir, engine, keychain } = options;
      vault.#tell({ type: 'start', vaultDir, engine, reading: keychain.reading(), stepwise });
    });
  }

  /** The result, or a promise that never settles once the child is killed. */
  ask<N extends RouteName>(route: N, payload: unknown): Promise<Result<RouteReply<N>>> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#replies.set(id, resolve as (result: Result<unknown>) => void);
      this.#tell({ type: 'ask', id, route, payload });
    });
  }

  async call<N extends RouteName>(route: N, payload: unknown): Promise<RouteReply<N>> {
    const result = await this.ask(route, payload);
    if (!result.ok) throw new Error(`${route}: ${result.error.code} ${JSON.stringify(result.error.details)}`);
    return result.value;
  }

  offerFile(fileId: string, path: string, use: FileUse = 'workbook'): void {
    this.#tell({ type: 'file', fileId, path, use });
  }

  dump(path: string): Promise<void> {
    return new Promise((resolve) => {
      this.#dumped = resolve;
      this.#tell({ type: 'dump', path });
    });
  }

  /** SIGKILL, and the keychain writes that were under way are done, as main drains them before a fresh vault reads. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async #hear(message: FromChild): Promise<void> {
    switch (message.type) {
      case 'started':
        return this.#started();
      case 'dumped':
        return this.#dumped?.();
      case 'reply':
        this.#replies.get(message.id)?.(message.result as Result<unknown>);
        this.#replies.delete(message.id);
        return;
      case 'event':
      case 'name':
      case 'sql':
      case 'replying':
        if (this.#options.onSign?.(message) === 'go') this.#step();
        return;
      case 'write-anchor':
      case 'write-device-secret':
      case 'delete-device-secret':
        return this.#keep(message);
      default:
        assertNever(message);
    }
  }

  async #keep(write: KeychainWrite): Promise<void> {
    const verdict = this.#options.onSign?.(write) ?? 'go';
    if (verdict === 'stop') return;
    await this.#write(write);
    if (verdict === 'go') this.#tell({ type: 'written', id: write.id });
  }

  #write(write: KeychainWrite): Promise<void> {
    const { keychain } = this.#options;
    switch (write.type) {
      case 'write-anchor':
        return keychain.writeAnchor(write.copy, write.bytes);
      case 'write-device-secret':
        return keychain.writeDeviceSecret(write.secretId, write.bytes);
      case 'delete-device-secret':
        return keychain.deleteDeviceSecret(write.secretId);
    }
  }

  #step(): void {
    (this.#child.stdio[STEP_FD] as Writable).write('.');
  }

  #tell(message: ToChild): void {
    if (this.#child.connected) this.#child.send(message);
  }
}
