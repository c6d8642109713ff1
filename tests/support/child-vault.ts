/** Drives a vault in a child process, playing main: keeps the keychain, passes requests, kills. */
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FileUse } from '../../contract/host.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { Result } from '../../contract/result.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import type { FromChild, ToChild } from './vault-child.ts';
import type { MemoryKeychain } from './vault-harness.ts';

export interface ChildVaultOptions {
  readonly vaultDir: string;
  readonly keychain: Pick<
    MemoryKeychain,
    'reading' | 'writeAnchor' | 'writeDeviceSecret' | 'deleteDeviceSecret'
  >;
  readonly engine: EngineName;
  /** More of the environment, such as a clock that a test sets. */
  readonly env?: Readonly<Record<string, string>>;
  /** Told of everything the child says, as it comes. */
  readonly onMessage?: (message: FromChild) => void;
}

export class ChildVault {
  readonly #child: ChildProcess;
  readonly #replies = new Map<number, (result: Result<unknown>) => void>();
  readonly #exited: Promise<void>;
  #dumped: (() => void) | undefined;
  #lastId = 0;

  private constructor(child: ChildProcess, options: ChildVaultOptions, started: () => void) {
    this.#child = child;
    this.#exited = new Promise((resolve) => child.once('exit', () => resolve()));
    child.on('message', (message: FromChild) => {
      options.onMessage?.(message);
      if (message.type === 'started') started();
      else if (message.type === 'reply') this.#finish(message.id, message.result as Result<unknown>);
      else if (message.type === 'dumped') this.#dumped?.();
      else if ('id' in message)
        void this.#write(message, options.keychain).then(() =>
          this.#tell({ type: 'written', id: message.id }),
        );
    });
  }

  #write(
    message: Extract<FromChild, { readonly type: `${'write' | 'delete'}-${string}` }>,
    keychain: ChildVaultOptions['keychain'],
  ): Promise<void> {
    switch (message.type) {
      case 'write-anchor':
        return keychain.writeAnchor(message.copy, message.bytes);
      case 'write-device-secret':
        return keychain.writeDeviceSecret(message.secretId, message.bytes);
      case 'delete-device-secret':
        return keychain.deleteDeviceSecret(message.secretId);
    }
  }

  static start(options: ChildVaultOptions): Promise<ChildVault> {
    const child = fork(fileURLToPath(new URL('./vault-child.ts', import.meta.url)), {
      env: { ...process.env, ...options.env },
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    return new Promise((resolve, reject) => {
      const vault = new ChildVault(child, options, () => resolve(vault));
      child.once('error', reject);
      child.once('exit', () => reject(new Error('the vault ended before it had started')));
      vault.#tell({
        type: 'start',
        vaultDir: options.vaultDir,
        engine: options.engine,
        reading: options.keychain.reading(),
      });
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

  offerFile(fileId: string, path: string, use: FileUse = 'read'): void {
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
    await this.#exited;
  }

  #tell(message: ToChild): void {
    if (this.#child.connected) this.#child.send(message);
  }

  #finish(id: number, result: Result<unknown>): void {
    this.#replies.get(id)?.(result);
    this.#replies.delete(id);
  }
}
