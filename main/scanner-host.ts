/** Starts and ends the scanner of files for the vault: one at a time, joined to the vault by a port over which main hears nothing. */
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, app, utilityProcess } from 'electron';
import { SCANNER_FLAGS } from '../contract/sweep/scanner.ts';
import { vaultEnvironment } from './vault-host.ts';

export interface ScannerHostOptions {
  readonly processFile: string;
  /** Memory of each process of the application, in kilobytes, by process id. */
  readonly memoryOf?: (pid: number) => number | null;
}

export interface ScannerHostEvents {
  /** One was started; the vault gets its port. */
  readonly onStarted: (port: MessagePortMain) => void;
  /** `grown`: it was ended because of its memory. Not called for one that was ended as asked for. */
  readonly onEnded: (grown: boolean) => void;
}

/** Kilobytes from which on it is ended; what it reads now is told as too large. */
const MAX_MEMORY_KB = 320 * 1024;
const LOOK_MS = 500;

export class ScannerHost {
  readonly #options: ScannerHostOptions;
  readonly #events: ScannerHostEvents;
  #child: UtilityProcess | null = null;

  constructor(options: ScannerHostOptions, events: ScannerHostEvents) {
    this.#options = options;
    this.#events = events;
  }

  /** Process id while one lives. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** In the place of any that lives. */
  start(): void {
    this.end();
    const child = utilityProcess.fork(this.#options.processFile, [], {
      serviceName: 'Resident Vault scanner',
      env: vaultEnvironment(process.platform, process.env),
      execArgv: [...SCANNER_FLAGS],
      stdio: 'ignore',
    });
    this.#child = child;
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage(null, [port1]);
    let grown = false;
    const watch = setInterval(() => {
      if (child.pid === undefined || (this.#memoryOf(child.pid) ?? 0) < MAX_MEMORY_KB) return;
      grown = true;
      kill(child);
    }, LOOK_MS);
    child.once('exit', () => {
      clearInterval(watch);
      if (this.#child !== child) return;
      this.#child = null;
      this.#events.onEnded(grown);
    });
    // Ended before it had a process id.
    child.once('spawn', () => {
      if (this.#child !== child) kill(child);
    });
    this.#events.onStarted(port2);
  }

  /** By force: it may be in the midst of a file. */
  end(): void {
    const child = this.#child;
    this.#child = null;
    if (child !== null) kill(child);
  }

  #memoryOf(pid: number): number | null {
    const { memoryOf = memoryOfProcess } = this.#options;
    return memoryOf(pid);
  }
}

function kill(child: UtilityProcess): void {
  if (child.pid === undefined) return void child.kill();
  try {
    process.kill(child.pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

const memoryOfProcess = (pid: number): number | null =>
  app.getAppMetrics().find((one) => one.pid === pid)?.memory.workingSetSize ?? null;
