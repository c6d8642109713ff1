/** The only one who starts, feeds and ends the vault process. It passes on what the keychain holds and never sees what the page asks. */
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type {
  FileUse,
  HostToVault,
  KeychainReading,
  LastLock,
  MakingProgress,
  SealedDraft,
  SweepSurroundings,
  VaultLockReason,
  VaultToHost,
} from '../contract/host.ts';
import type { CarrierSettings, Errand, VisitSettings } from '../contract/carrier.ts';
import type { PaperKind } from '../contract/paper.ts';
import type { Place } from '../contract/practice/lists.ts';
import type { ShellRefusal } from '../contract/shell/refusals.ts';
import type { LockReason } from '../contract/sign-in/lock-reasons.ts';
import { assertNever } from '../contract/result.ts';
import type { DeskBoard } from '../contract/sign-in/views.ts';
import type { Engine } from './config.ts';
import type { OsKeychain } from './keychain/os-keychain.ts';
import type { DeskBoardStore } from './shell/desk-board.ts';

export interface VaultHostEvents {
  readonly onSession: (unlocked: boolean) => void;
  readonly onLongWork: (running: boolean) => void;
  /** The page is about to copy a value that it shows. */
  readonly onCopied: () => void;
  /** Whether other programs may see the window, until the next lock. */
  readonly onShared: (shared: boolean) => void;
  /** The vault asks to be killed: the session is over, or it will not go on. */
  readonly onLockMe: (why: LockReason) => void;
  /** It ended without having been told to. */
  readonly onUnexpectedExit: () => void;
  /** A scanner of files is wanted, or is no longer. */
  readonly onScanner: (wanted: boolean) => void;
  /** A file that a sweep has found is to be shown in its folder. */
  readonly onShowFile: (path: string) => void;
  /** The computer is to be looked at; `answer` takes what was found to the vault that has asked. */
  readonly onCheckComputer: (answer: (readings: unknown) => void) => void;
  /** Where the mailbox of several desks is; null where there is one desk again. Never of a vault with one. */
  readonly onLink: (settings: CarrierSettings | VisitSettings | null) => void;
  /** There is something for the carrier to send. */
  readonly onCarrierErrand: (errand: Errand) => void;
  readonly onCarrierWake: (holdMs?: number) => void;
  /** How far it has made the practice vault. */
  readonly onMaking: (progress: MakingProgress) => void;
}

/** Options with which the vault's process is started besides its file; see `ForkOptions` of Electron's utilityProcess. */
export interface VaultProcessOptions {
  readonly execArgv: readonly string[];
  readonly stdio: 'ignore' | 'inherit';
}

/** No debugger is let in, and what it prints goes nowhere: it may be a value. */
export const SEALED_VAULT_PROCESS: VaultProcessOptions = { execArgv: [], stdio: 'ignore' };

export interface VaultHostOptions {
  readonly processFile: string;
  readonly vaultDir: string;
  readonly place: Place;
  /** Whether the vault process that is fed now has to make the practice vault. */
  readonly mustMake: () => boolean;
  readonly engine: Engine;
  readonly keychain: OsKeychain;
  readonly deskBoard: DeskBoardStore;
  readonly process: VaultProcessOptions;
}

const MAX_UNSAID = 100;

export class VaultHost {
  readonly #options: VaultHostOptions;
  readonly #events: VaultHostEvents;
  #child: UtilityProcess | null = null;
  #lastExit: Promise<void> = Promise.resolve();
  /** Ends when the vault that was started last is forked; another in its place means that a start no longer counts. */
  #forked: Promise<void> = Promise.resolve();
  /** Whether the child has been told where its vault lies; before that it can do nothing with anything else. */
  #fed = false;
  /** Messages of main to a vault that is about to be forked or fed. */
  #unsaid: HostToVault[] = [];
  #unlocked = false;
  /** Over a lock, and no longer than this program runs. */
  #drafts: readonly SealedDraft[] = [];
  /** As the vault said that was started last; kept over a lock, until the next one has said it. */
  #hardened = true;
  #ready = false;

  constructor(options: VaultHostOptions, events: VaultHostEvents) {
    this.#options = options;
    this.#events = events;
  }

  /** Process id while one lives. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Estate and people of this desk, as the vault said last; kept over a lock and over a quit. */
  get deskBoard(): DeskBoard | null {
    return this.#options.deskBoard.board;
  }

  get isUnlocked(): boolean {
    return this.#unlocked;
  }

  /** Whether a vault has come up, fed or not. */
  get isReady(): boolean {
    return this.#ready;
  }

  /** False once a vault has said that other programs of the same user may read its memory. */
  get isHardened(): boolean {
    return this.#hardened;
  }

  /**
   * Forks a keyless vault when `moment` has come and feeds it when the keychain has been read: after the last words of the one before
   * have been written, so that it never starts from an older anchor.
   */
  start(lastLock: LastLock | null, moment: Promise<void> = Promise.resolve()): void {
    const forked: Promise<void> = moment.then(() => {
      if (this.#forked === forked) this.#fork(lastLock);
    });
    this.#forked = forked;
  }

  #fork(lastLock: LastLock | null): void {
    const before = this.#lastExit;
    const child = utilityProcess.fork(this.#options.processFile, [], {
      serviceName: 'Resident Vault store',
      env: vaultEnvironment(process.platform, process.env),
      execArgv: [...this.#options.process.execArgv],
      stdio: this.#options.process.stdio,
    });
    this.#child = child;
    this.#fed = false;
    this.#lastExit = new Promise((resolve) => child.once('exit', () => resolve()));
    // A lock that fell before it had a process id could not kill it, and whoever waits for its end would wait for ever.
    child.once('spawn', () => {
      if (this.#child !== child) child.kill();
    });
    child.on('message', (message: VaultToHost) => this.#hear(child, message));
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.#child = null;
      this.#events.onUnexpectedExit();
    });
    void before
      .then(() => this.#options.keychain.read())
      .then((reading) => this.#feed(child, reading, lastLock));
  }

  /** One that was killed meanwhile is told nothing: what is unsaid is for the next. */
  #feed(child: UtilityProcess, keychain: KeychainReading, lastLock: LastLock | null): void {
    if (this.#child !== child) return;
    const { vaultDir, place, mustMake, engine } = this.#options;
    tell(child, {
      type: 'start',
      vaultDir,
      place,
      make: mustMake(),
      keychain,
      engine,
      lastLock,
      drafts: this.#drafts,
    });
    this.#fed = true;
    for (const message of this.#unsaid.splice(0)) tell(child, message);
  }

  /** Makes a fresh channel, hands one end to the vault, which may be about to be forked, and returns the other; null where there is none. */
  openPort(): Promise<MessagePortMain | null> {
    return this.#openPort({ type: 'port' });
  }

  /** The same for a page that is printed: over its port the vault gives one paper, and answers nothing else. */
  openPaperPort(paper: PaperKind): Promise<MessagePortMain | null> {
    return this.#openPort({ type: 'paper', paper });
  }

  async #openPort(
    message: Extract<HostToVault, { type: 'port' | 'paper' }>,
  ): Promise<MessagePortMain | null> {
    await this.#forked;
    if (this.#child === null) return null;
    const { port1, port2 } = new MessageChannelMain();
    tell(this.#child, message, [port1]);
    return port2;
  }

  /** Tells the vault where a file lies that the user has picked; the page holds its id alone. */
  offerFile(fileId: string, path: string, use: FileUse): boolean {
    if (this.#child === null) return false;
    tell(this.#child, { type: 'file', fileId, path, use });
    return true;
  }

  /** A scanner was started for it; `port` is its end. */
  giveScanner(port: MessagePortMain, around: SweepSurroundings): void {
    if (this.#child === null) port.close();
    else tell(this.#child, { type: 'scanner', around }, [port]);
  }

  tellScannerEnded(grown: boolean): void {
    if (this.#child !== null) tell(this.#child, { type: 'scanner-ended', grown });
  }

  /** What the carrier says of itself. */
  tellCarrier(state: unknown): void {
    if (this.#child !== null && this.#fed) tell(this.#child, { type: 'carrier', state });
  }

  /** Has a refusal of main's own entered in the log. */
  noteRefusal(kind: ShellRefusal): void {
    const message: HostToVault = { type: 'refused', kind };
    if (this.#child !== null && this.#fed) tell(this.#child, message);
    else if (this.#unsaid.length < MAX_UNSAID) this.#unsaid.push(message);
  }

  /** Resolves when the vault that was forked last has ended. */
  ended(): Promise<void> {
    return this.#lastExit;
  }

  /** After its signal was sent: what it still says about the session no longer counts, what it asked to be stored still does. */
  forget(): void {
    this.#child = null;
    this.#unlocked = false;
    this.#forked = Promise.resolve();
  }

  #hear(child: UtilityProcess, message: VaultToHost): void {
    const { keychain } = this.#options;
    const answer =
      (id: number) =>
      (ok: boolean): void =>
        tell(child, { type: 'keychain-written', id, ok });
    if (message.type === 'write-anchor')
      void keychain.writeAnchor(message.copy, message.bytes).then(answer(message.id));
    else if (message.type === 'write-device-secret')
      void keychain.writeDeviceSecret(message.secretId, message.bytes).then(answer(message.id));
    else if (message.type === 'write-mailbox-password')
      void keychain.writeMailboxPassword(message.password).then(answer(message.id));
    else if (message.type === 'delete-device-secret')
      void keychain.deleteDeviceSecret(message.secretId).then(answer(message.id));
    else if (this.#child === child) this.#hearLiving(child, message);
  }

  #hearLiving(
    child: UtilityProcess,
    message: Exclude<VaultToHost, { type: `${'write' | 'delete'}-${string}` }>,
  ): void {
    switch (message.type) {
      case 'ready':
        this.#hardened = message.hardened;
        this.#ready = true;
        return;
      case 'session':
        this.#unlocked = message.unlocked;
        this.#events.onSession(message.unlocked);
        return;
      case 'drafts':
        this.#drafts = message.drafts;
        return;
      case 'desk-board':
        this.#options.deskBoard.keep(message.board);
        return;
      case 'long-work':
        this.#events.onLongWork(message.running);
        return;
      case 'screen-shared':
        this.#events.onShared(message.shared);
        return;
      case 'copied':
        this.#events.onCopied();
        return;
      // Before somebody is signed in, there is nothing to sweep for, nothing to show and nothing to enter.
      case 'scanner':
        if (this.#unlocked || !message.wanted) this.#events.onScanner(message.wanted);
        return;
      case 'show-file':
        if (this.#unlocked) this.#events.onShowFile(message.path);
        return;
      case 'check-computer':
        if (this.#unlocked)
          this.#events.onCheckComputer((readings) =>
            tell(child, { type: 'computer-readings', id: message.id, readings }),
          );
        return;
      case 'link':
        this.#events.onLink(message.settings);
        return;
      case 'carrier-wake':
        this.#events.onCarrierWake(message.holdMs);
        return;
      case 'carrier-errand':
        if (this.#unlocked) this.#events.onCarrierErrand(message.errand);
        return;
      case 'practice-making':
        this.#events.onMaking(message.progress);
        return;
      case 'lock-me':
        this.#events.onLockMe(reasonFor(message.why));
        return;
      default:
        assertNever(message);
    }
  }
}

/** Nothing that this process was started with is the vault's business. Windows finds its own libraries by these two alone. */
export function vaultEnvironment(
  platform: NodeJS.Platform,
  { SystemRoot, windir }: NodeJS.ProcessEnv,
): Record<string, string> {
  if (platform !== 'win32') return {};
  return { ...(SystemRoot === undefined ? {} : { SystemRoot }), ...(windir === undefined ? {} : { windir }) };
}

const reasonFor = (why: VaultLockReason): LockReason =>
  why === 'session-limit' || why === 'change-unfinished' ? why : 'vault-request';

/** A child that has just been killed hears nothing, which is no error. */
function tell(child: UtilityProcess, message: HostToVault, ports: MessagePortMain[] = []): void {
  try {
    child.postMessage(message, ports);
  } catch {
    for (const port of ports) port.close();
  }
}
