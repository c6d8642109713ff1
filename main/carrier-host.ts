/** Starts, restarts and ends the carrier between a vault and the mailbox of several desks. Where there is one desk it starts none, but for a visit. */
import { type UtilityProcess, utilityProcess } from 'electron';
import type { CarrierSettings, Errand, HostToCarrier, VisitSettings } from '../contract/carrier.ts';
import { vaultEnvironment } from './vault-host.ts';

export interface CarrierHostOptions {
  readonly processFile: string;
  readonly vaultDir: string;
  /** Of the desk's login; null where the keychain has none. */
  readonly readPassword: () => Promise<string | null>;
  /** Whatever it says of itself, unchecked. */
  readonly onState: (state: unknown) => void;
}

/** Between two looks of a carrier: while somebody is signed in, and while nobody is. */
const REST_MS = { unlocked: 2_000, locked: 15_000 } as const;
/** From an end that nobody asked for to the next start. */
const RESTART_MS = 5_000;

export class CarrierHost {
  readonly #options: CarrierHostOptions;
  #settings: CarrierSettings | VisitSettings | null = null;
  #child: UtilityProcess | null = null;
  #restMs: number = REST_MS.locked;
  #restart: NodeJS.Timeout | undefined;

  constructor(options: CarrierHostOptions) {
    this.#options = options;
  }

  /** Process id while one lives. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Starts one with these settings, unless it runs with them; null ends it. */
  use(settings: CarrierSettings | VisitSettings | null): void {
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
    this.end();
    this.#settings = settings;
    void this.#start();
  }

  /** Whether somebody is signed in. A visit ends with the vault process that has its keys. */
  follow(unlocked: boolean): void {
    if (!unlocked && this.#settings !== null && 'by' in this.#settings) this.end();
    this.#restMs = unlocked ? REST_MS.unlocked : REST_MS.locked;
    this.#tell({ type: 'rest', restMs: this.#restMs });
  }

  /** `holdMs`: for how long other desks are to wait from now on. */
  wake(holdMs?: number): void {
    this.#tell({ type: 'wake', ...(holdMs === undefined ? {} : { holdMs }) });
  }

  /** What the mailbox's keeper alone may. */
  send(errand: Errand): void {
    this.#tell({ type: 'errand', errand });
  }

  end(): void {
    clearTimeout(this.#restart);
    const child = this.#child;
    [this.#child, this.#settings] = [null, null];
    child?.kill();
  }

  async #start(): Promise<void> {
    const settings = this.#settings;
    if (settings === null) return;
    const password = 'by' in settings ? '' : await this.#options.readPassword();
    // Ended or told otherwise meanwhile.
    if (this.#settings !== settings || this.#child !== null) return;
    if (password === null) return this.#startLater();
    const child = utilityProcess.fork(this.#options.processFile, [], {
      serviceName: 'Resident Vault carrier',
      env: vaultEnvironment(process.platform, process.env),
      execArgv: [],
      stdio: 'ignore',
    });
    this.#child = child;
    child.on('message', (state: unknown) =>
      this.#child === child ? this.#options.onState(state) : undefined,
    );
    // Ended before it had a process id.
    child.once('spawn', () => (this.#child === child ? undefined : child.kill()));
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.#child = null;
      this.#startLater();
    });
    const { vaultDir } = this.#options;
    if ('by' in settings) this.#tell({ type: 'visit', vaultDir, settings });
    else this.#tell({ type: 'start', vaultDir, settings, password, restMs: this.#restMs });
  }

  #startLater(): void {
    clearTimeout(this.#restart);
    this.#restart = setTimeout(() => void this.#start(), RESTART_MS).unref();
  }

  #tell(message: HostToCarrier): void {
    this.#child?.postMessage(message);
  }
}
