/** The running application: one window, one vault, one lock, and what they say to one another. */
import { dirname, isAbsolute } from 'node:path';
import { app, nativeTheme, shell } from 'electron';
import type { ComputerReadings } from '../contract/computer-checks/lists.ts';
import type { LastLock } from '../contract/host.ts';
import type { LockReason } from '../contract/sign-in/lock-reasons.ts';
import type { Place } from '../contract/practice/lists.ts';
import type { Config } from './config.ts';
import type { OsKeychain } from './keychain/os-keychain.ts';
import { giveUp } from './fatal-error-dialog.ts';
import { checkComputer, thisComputer } from './computer-checks/check-computer.ts';
import { startAutoLock } from './lock/auto-lock.ts';
import { createLock, killNow } from './lock/lock.ts';
import { watchOsEvents } from './lock/os-events.ts';
import type { AcrossLocks, OpenPlace } from './places.ts';
import { createCopied } from './shell/copied.ts';
import { systemClipboard } from './shell/system-clipboard.ts';
import { serveShell, tellPage } from './shell/ipc.ts';
import { createShellHandlers } from './shell/handlers.ts';
import { openDeskBoard } from './shell/desk-board.ts';
import { onRefusal } from './shell/refusals.ts';
import { createPlaceChanges } from './practice/change-place.ts';
import { type PracticeFolder, openPracticeFolder } from './practice/practice-folder.ts';
import { openSettings } from './shell/settings.ts';
import { CarrierHost } from './carrier-host.ts';
import { ScannerHost } from './scanner-host.ts';
import { practiceSurroundings, readSurroundings } from './sweep-surroundings.ts';
import { VaultHost, type VaultHostEvents, type VaultProcessOptions } from './vault-host.ts';
import { type MainWindow, createMainWindow } from './window/main-window.ts';
import { PaperPage } from './window/paper-page.ts';
import { EndLimit } from './end-limit.ts';

export interface Application {
  showWindow(): void;
  /** Whether the lock screen is on the screen and the vault's process is up. Errors: those of Electron. */
  isShown(): Promise<boolean>;
  /** Kills what holds keys, then lets the keychain finish what was asked of it. */
  shutDown(): Promise<void>;
  /** Main itself has failed, and what it watches over, the idle lock too, can no longer be relied on: kills what holds keys, says so and ends. */
  abandon(): void;
}

/** Dependencies of the vault: its keychain, opened once by the vault's folder, and how its process is started. */
export interface VaultAttachments {
  readonly openKeychain: (vaultDir: string) => OsKeychain;
  readonly vaultProcess: VaultProcessOptions;
}

/** In milliseconds. */
const REAL_TIME = {
  monotonic: () => performance.now(),
  setTimer: (work: () => void, ms: number) => setTimeout(work, ms),
  clearTimer: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout | undefined),
};

export function startApplication(config: Config, attachments: VaultAttachments): Application {
  const settings = openSettings(config.settingsFile, app.getPreferredSystemLanguages());
  const practice = openPracticeFolder(config.practiceDir);
  const ends = new EndLimit(() => performance.now());
  const lookAtComputer = createLook(config.electronVersion);
  let leaving = false;

  const open = (name: Place, vaultDir: string, deskBoardFile: string): OpenPlace =>
    openPlace({ name, vaultDir, deskBoardFile }, config, attachments, {
      mustMake: () => kept.making && name === 'practice',
      vaultEvents,
      pages: () => [window.page()?.getOSProcessId(), paperPage.pid],
      startAfresh,
    });
  const vaultEvents: VaultHostEvents = {
    onSession: (unlocked) => {
      if (unlocked) [kept.next, kept.repair] = [null, false];
      autoLock.see({ type: 'session', unlocked });
      carrier.follow(unlocked && kept.place === places.real);
    },
    onLongWork: (running) => autoLock.see({ type: 'long-work', running }),
    onCopied: () => copied.announce(),
    // Each lock makes a window anew, which nobody sees but who sits before it.
    onShared: (shared) => window.current()?.setContentProtection(!shared),
    onLockMe: (why) => lock(why),
    onScanner: (wanted) => (wanted ? scanner.start() : scanner.end()),
    // Shown by the desktop, and never opened.
    onLink: (settings) => (kept.place === places.real ? carrier.use(settings) : undefined),
    onCarrierWake: (holdMs) => carrier.wake(holdMs),
    onCarrierErrand: (errand) => carrier.send(errand),
    onShowFile: (path) => (isAbsolute(path) ? shell.showItemInFolder(path) : undefined),
    onCheckComputer: (answer) => void lookAtComputer().then(answer),
    onUnexpectedExit: () => lockAfterEnd('vault-request'),
    onMaking: (progress) => {
      tellPage(window.page(), 'practiceMaking', progress);
      if (progress.done === progress.total) changes.openMade();
    },
  };
  const places = {
    real: open('real', config.vaultDir, config.deskBoardFile),
    practice: open('practice', practice.vaultDir, practice.deskBoardFile),
  };
  const kept: AcrossLocks = {
    // Each start begins at the real vault.
    place: places.real,
    next: null,
    repair: false,
    unfinished: false,
    making: false,
    lastLocks: { real: null, practice: null },
  };
  const changes = createPlaceChanges({ places, practice, settings, kept });

  const lock = (why: LockReason): void => kept.place.lock(why);
  /** A process that ended by itself is replaced as after any lock, unless it ends as fast as it is started. */
  const lockAfterEnd = (why: LockReason): void => {
    const tooMany = ends.isTooMany();
    leaving ||= tooMany;
    lock(why);
    if (tooMany) giveUp('vault-keeps-ending', settings.read());
  };

  const window = createMainWindow({
    config,
    zoom: () => settings.read().zoom,
    onVisible: (visible) => autoLock.see({ type: 'visible', visible }),
    onGone: () => lockAfterEnd('renderer-gone'),
  });
  const copied = createCopied({ clipboard: systemClipboard, ...REAL_TIME });
  const autoLock = startAutoLock({
    ...REAL_TIME,
    idleMs: settings.read().idleSeconds * 1000,
    wall: () => Date.now(),
    lock,
    tellDeadline: (at) => tellPage(window.page(), 'idleDeadline', { at }),
    warn: (at) => tellPage(window.page(), 'idleWarning', { at }),
    cover: () => tellPage(window.page(), 'covered', {}),
  });
  const osEvents = watchOsEvents(lock);
  const paperPage = new PaperPage({
    config,
    openPort: (paper) => kept.place.vault.openPaperPort(paper),
    manner: () => ({ language: settings.read().language, place: kept.place.name }),
  });
  const scanner = createScanner(config, practice, () => kept.place);
  const carrier = createCarrier(config, places.real);

  /** The end of each lock, once the processes have been killed. */
  function startAfresh(name: Place, vault: VaultHost, lastLock: LastLock | null): void {
    kept.lastLocks[name] = lastLock;
    vault.forget();
    void copied.end();
    // It has read what staff have left lying, and knows the key of its fingerprints.
    scanner.end();
    paperPage.end();
    autoLock.see({ type: 'session', unlocked: false });
    carrier.follow(false);
    if (leaving) return;
    // A practice vault that was made in part is none.
    if (kept.making && name === 'practice') [kept.making, kept.place] = [false, places.real];
    kept.unfinished = kept.lastLocks[kept.place.name]?.why === 'change-unfinished';
    window.replace();
    kept.place.vault.start(kept.lastLocks[kept.place.name], window.painted());
  }

  onRefusal((refusal) => kept.place.vault.noteRefusal(refusal));
  serveShell({
    currentPage: window.page,
    openPort: () => kept.place.vault.openPort(),
    handlers: createShellHandlers({
      config,
      settings,
      window,
      paperPage,
      copied,
      autoLock,
      osEvents,
      practice,
      changes,
      kept,
      lock,
    }),
  });
  nativeTheme.themeSource = settings.read().theme;
  window.replace();
  // Where the lock screen knows whom to show, it has the processors to itself, as after a lock.
  kept.place.vault.start(null, kept.place.vault.deskBoard === null ? Promise.resolve() : window.painted());

  return {
    showWindow: window.show,
    isShown: () => showsLockScreen(kept.place.vault, window),
    async shutDown() {
      leaving = true;
      window.remember();
      const cleared = copied.end();
      lock('shutdown');
      carrier.end();
      window.destroy();
      autoLock.stop();
      osEvents.stop();
      await Promise.all([cleared, places.real.keychain.drain(), places.practice.keychain.drain()]);
    },
    abandon() {
      leaving = true;
      lock('shutdown');
      giveUp('main-failed', settings.read());
    },
  };
}

/** Asked of a page that nobody has signed in at. */
const LOCK_SCREEN = `document.querySelector('[data-testid=screen-lock]')?.checkVisibility() === true`;

const showsLockScreen = async (vault: VaultHost, window: MainWindow): Promise<boolean> =>
  vault.isReady &&
  window.current()?.isVisible() === true &&
  (await window.page()?.executeJavaScript(LOCK_SCREEN)) === true;

/** One look at the computer at a time, however often it is asked for. */
function createLook(electronVersion: string): () => Promise<ComputerReadings> {
  let looking: Promise<ComputerReadings> | null = null;
  return () =>
    (looking ??= checkComputer(thisComputer(electronVersion)).finally(() => {
      looking = null;
    }));
}

function createScanner(config: Config, practice: PracticeFolder, here: () => OpenPlace): ScannerHost {
  const surroundings = () =>
    here().name === 'practice'
      ? practiceSurroundings(dirname(practice.workbookFile), practice.vaultDir)
      : readSurroundings({
          pathOf: (name) => app.getPath(name),
          platform: process.platform,
          env: process.env,
          profile: config.profileDir,
        });
  return new ScannerHost(
    { processFile: config.scanProcessFile },
    {
      onStarted: (port) => here().vault.giveScanner(port, surroundings()),
      onEnded: (grown) => here().vault.tellScannerEnded(grown),
    },
  );
}

/** A practice vault has one desk. */
const createCarrier = (config: Config, { vault, keychain }: OpenPlace): CarrierHost =>
  new CarrierHost({
    processFile: config.carrierProcessFile,
    vaultDir: config.vaultDir,
    readPassword: () => keychain.readMailboxPassword(),
    onState: (state) => vault.tellCarrier(state),
  });

interface PlaceDependencies {
  readonly mustMake: () => boolean;
  readonly vaultEvents: VaultHostEvents;
  /** Process ids of the pages, which are killed with the vault. */
  readonly pages: () => readonly (number | null | undefined)[];
  readonly startAfresh: (name: Place, vault: VaultHost, lastLock: LastLock | null) => void;
}

function openPlace(
  {
    name,
    vaultDir,
    deskBoardFile,
  }: { readonly name: Place; readonly vaultDir: string; readonly deskBoardFile: string },
  config: Config,
  attachments: VaultAttachments,
  { mustMake, vaultEvents, pages, startAfresh }: PlaceDependencies,
): OpenPlace {
  const keychain = attachments.openKeychain(vaultDir);
  const deskBoard = openDeskBoard(deskBoardFile, vaultDir);
  const vault = new VaultHost(
    {
      processFile: config.vaultProcessFile,
      vaultDir,
      place: name,
      mustMake,
      engine: config.engine,
      keychain,
      deskBoard,
      process: attachments.vaultProcess,
    },
    vaultEvents,
  );
  const lock = createLock({
    processIds: () =>
      [vault.pid, ...pages()].filter((pid): pid is number => typeof pid === 'number' && pid > 0),
    kill: killNow,
    wasUnlocked: () => vault.isUnlocked,
    wall: () => Date.now(),
    startAfresh: (lastLock) => startAfresh(name, vault, lastLock),
  });
  return { name, keychain, deskBoard, vault, lock };
}
