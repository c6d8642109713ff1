/** The running application: one window, one vault, one lock, and what they say to one another. */
import { randomBytes } from 'node:crypto';
import { basename, dirname, isAbsolute } from 'node:path';
import { type BrowserWindow, type WebContents, app, nativeTheme, shell } from 'electron';
import type { ComputerReadings } from '../contract/computer-checks/lists.ts';
import type { FileUse, LastLock } from '../contract/host.ts';
import type { LockReason } from '../contract/sign-in/lock-reasons.ts';
import { toOneLine } from '../contract/one-line.ts';
import type { FileId, SlotId } from '../contract/ids.ts';
import type { Place } from '../contract/practice/lists.ts';
import type { ShellReply } from '../contract/shell/routes.ts';
import type { Config } from './config.ts';
import type { OsKeychain } from './keychain/os-keychain.ts';
import { giveUp } from './fatal-error-dialog.ts';
import { checkComputer, thisComputer } from './computer-checks/check-computer.ts';
import { startAutoLock } from './lock/auto-lock.ts';
import { createLock, killNow } from './lock/lock.ts';
import { watchOsEvents } from './lock/os-events.ts';
import { createCopied } from './shell/copied.ts';
import { systemClipboard } from './shell/system-clipboard.ts';
import { serveShell, tellPage } from './shell/ipc.ts';
import type { ShellHandlers } from './shell/answer.ts';
import { type DeskBoardStore, openDeskBoard } from './shell/desk-board.ts';
import { onRefusal } from './shell/refusals.ts';
import { openPracticeFolder } from './practice/practice-folder.ts';
import { makeOwnerOnlyFolder } from './owner-only-folder.ts';
import { createQueue } from './queue.ts';
import { openSettings } from './shell/settings.ts';
import {
  pickBackupFolder,
  pickLogExport,
  pickDisclosure,
  pickPdf,
  pickRejects,
  pickSweepFolder,
  pickAttachment,
  pickWorkbook,
  printSheet,
  saveSheet,
} from './shell/sheet.ts';
import { ScannerHost } from './scanner-host.ts';
import { practiceSurroundings, readSurroundings } from './sweep-surroundings.ts';
import { VaultHost, type VaultProcessOptions } from './vault-host.ts';
import { createWindow, rememberPlace, stanceOf } from './window/create-window.ts';
import { PaperPage } from './window/paper-page.ts';
import { EndLimit } from './end-limit.ts';

/** From a page that is loaded to one that is painted, and the longest that either is waited for, in milliseconds. */
const PAINTING_MS = 100;
const MAX_PAINTING_MS = 600;

/** The lock screen has the processors to itself until it is there: nobody can have typed a PIN before. */
function painted(window: BrowserWindow | null): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, MAX_PAINTING_MS);
    window?.webContents.once('did-finish-load', () => setTimeout(resolve, PAINTING_MS));
  });
}

export interface Application {
  showWindow(): void;
  /** Kills what holds keys, then lets the keychain finish what was asked of it. */
  shutDown(): Promise<void>;
  /** Main itself has failed, and what it watches over, the idle lock too, can no longer be relied on: kills what holds keys, says so and ends. */
  abandon(): void;
}

/** What the vault is given: the keychain that is asked for it, and how its process is started. */
export interface VaultAttachments {
  readonly openKeychain: (vaultDir: string) => OsKeychain;
  readonly vaultProcess: VaultProcessOptions;
}

/** One of the two vaults, each with a folder, keychain items, a lock screen and a last lock of its own. */
interface OpenPlace {
  readonly name: Place;
  readonly keychain: OsKeychain;
  readonly deskBoard: DeskBoardStore;
  readonly vault: VaultHost;
  /** Kills its vault and the page, and starts over at the place where the application then is. */
  readonly lock: (why: LockReason) => void;
}

export function startApplication(config: Config, attachments: VaultAttachments): Application {
  const settings = openSettings(config.settingsFile, app.getPreferredSystemLanguages());
  const ends = new EndLimit(() => performance.now());
  let window: BrowserWindow | null = null;
  let leaving = false;
  /** Who takes over, from a handover until the next sign-in. */
  let next: SlotId | null = null;
  /** The lock was asked for to repair damaged records, until the next sign-in. */
  let repair = false;
  /** The last session ended with a change of keys that the next sign-in finishes. */
  let unfinished = false;

  const currentPage = (): WebContents | null =>
    window === null || window.isDestroyed() ? null : window.webContents;

  const practice = openPracticeFolder(config.practiceDir);
  /** The practice vault is not there yet: the process that is started for it makes it. */
  let making = false;
  /** Why and when each was locked last while somebody was signed in, for the log of each. */
  const lastLocks: Record<Place, LastLock | null> = { real: null, practice: null };
  const places: Readonly<Record<Place, OpenPlace>> = {
    real: openPlace('real', config.vaultDir, config.deskBoardFile),
    practice: openPlace('practice', practice.vaultDir, practice.deskBoardFile),
  };
  /** Each start begins at the real vault. */
  let place = places.real;

  function openPlace(name: Place, vaultDir: string, deskBoardFile: string): OpenPlace {
    const keychain = attachments.openKeychain(vaultDir);
    const deskBoard = openDeskBoard(deskBoardFile, vaultDir);
    const vault = new VaultHost(
      {
        processFile: config.vaultProcessFile,
        vaultDir,
        place: name,
        mustMake: () => making && name === 'practice',
        engine: config.engine,
        keychain,
        deskBoard,
        process: attachments.vaultProcess,
      },
      {
        onSession: (unlocked) => {
          if (unlocked) [next, repair] = [null, false];
          autoLock.see({ type: 'session', unlocked });
        },
        onLongWork: (running) => autoLock.see({ type: 'long-work', running }),
        onCopied: () => copied.announce(),
        // Each lock makes a window anew, which nobody sees but who sits before it.
        onShared: (shared) => window?.setContentProtection(!shared),
        onLockMe: (why) => lock(why),
        onScanner: (wanted) => (wanted ? scanner.start() : scanner.end()),
        // Shown by the desktop, and never opened.
        onShowFile: (path) => (isAbsolute(path) ? shell.showItemInFolder(path) : undefined),
        onCheckComputer: (answer) => void lookAtComputer().then(answer),
        onUnexpectedExit: () => lockAfterEnd('vault-request'),
        onMaking: (progress) => {
          tellPage(currentPage(), 'practiceMaking', progress);
          if (progress.done === progress.total) openMade();
        },
      },
    );
    return { name, keychain, deskBoard, vault, lock: createLockOf(name, vault) };
  }

  /** One look at a time, however often it is asked for. */
  let looking: Promise<ComputerReadings> | null = null;
  const lookAtComputer = (): Promise<ComputerReadings> =>
    (looking ??= checkComputer(thisComputer(config.electronVersion)).finally(() => {
      looking = null;
    }));

  const scanner = new ScannerHost(
    { processFile: config.scanProcessFile },
    {
      onStarted: (port) =>
        place.vault.giveScanner(
          port,
          place === places.practice
            ? practiceSurroundings(dirname(practice.workbookFile), practice.vaultDir)
            : readSurroundings({
                pathOf: (name) => app.getPath(name),
                platform: process.platform,
                env: process.env,
                profile: config.profileDir,
              }),
        ),
      onEnded: (grown) => place.vault.tellScannerEnded(grown),
    },
  );

  const paperPage = new PaperPage({
    config,
    openPort: (paper) => place.vault.openPaperPort(paper),
    manner: () => ({ language: settings.read().language, place: place.name }),
  });

  const openWindow = (before: BrowserWindow | null): void => {
    const opened = createWindow(
      config,
      before === null || before.isDestroyed() ? null : stanceOf(before),
      settings.read().zoom,
    );
    window = opened;
    watchWindow(opened);
    before?.destroy();
  };

  function createLockOf(name: Place, vault: VaultHost): (why: LockReason) => void {
    return createLock({
      processIds: () =>
        [vault.pid, currentPage()?.getOSProcessId(), paperPage.pid].filter(
          (pid): pid is number => typeof pid === 'number' && pid > 0,
        ),
      kill: killNow,
      wasUnlocked: () => vault.isUnlocked,
      wall: () => Date.now(),
      startAfresh: (lastLock) => {
        lastLocks[name] = lastLock;
        vault.forget();
        void copied.end();
        // It has read what staff have left lying, and knows the key of its fingerprints.
        scanner.end();
        paperPage.end();
        autoLock.see({ type: 'session', unlocked: false });
        if (leaving) return;
        // A practice vault that was made in part is none.
        if (making && name === 'practice') [making, place] = [false, places.real];
        unfinished = lastLocks[place.name]?.why === 'change-unfinished';
        openWindow(window);
        place.vault.start(lastLocks[place.name], painted(window));
      },
    });
  }

  const lock = (why: LockReason): void => place.lock(why);

  /** Locks the place that is left as any lock does; the fresh pair comes up in the other, whose vault is made there where it has to be. */
  const moveTo = (other: OpenPlace, make = false): void => {
    const before = place;
    [place, next, repair, making] = [other, null, false, make];
    before.lock('vault-request');
  };

  /** One change of place at a time, however fast they are asked for. */
  const changes = createQueue();
  const inTurn = async (work: () => Promise<void>): Promise<Record<string, never>> => {
    await changes(work);
    return {};
  };
  const enterPractice = async (): Promise<void> => {
    if (place === places.practice) return;
    const isMade = await practice.isMade();
    if (isMade) settings.write({ practised: true });
    else {
      await clearPractice();
      await makeOwnerOnlyFolder(practice.vaultDir);
    }
    moveTo(places.practice, !isMade);
  };
  const discardPractice = async (): Promise<void> => {
    if (place === places.practice) moveTo(places.real);
    await clearPractice();
  };
  /** Once the process that had it open has ended, so that nothing is written after it. */
  const clearPractice = async (): Promise<void> => {
    const { vault, keychain, deskBoard } = places.practice;
    await vault.ended();
    lastLocks.practice = null;
    deskBoard.keep(null);
    await keychain.deleteAll();
    await practice.remove();
  };
  /** The process that has made it has had every key of it. */
  const openMade = (): void => {
    practice.tellMade();
    settings.write({ practised: true });
    making = false;
    lock('vault-request');
  };

  /** A process that ended by itself is replaced as after any lock, unless it ends as fast as it is started. */
  const lockAfterEnd = (why: LockReason): void => {
    const tooMany = ends.isTooMany();
    leaving ||= tooMany;
    lock(why);
    if (tooMany) giveUp('vault-keeps-ending', settings.read());
  };

  const copied = createCopied({
    clipboard: systemClipboard,
    monotonic: () => performance.now(),
    setTimer: (work, ms) => setTimeout(work, ms),
    clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout | undefined),
  });

  const autoLock = startAutoLock({
    idleMs: settings.read().idleSeconds * 1000,
    monotonic: () => performance.now(),
    wall: () => Date.now(),
    setTimer: (work, ms) => setTimeout(work, ms),
    clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout | undefined),
    lock: (why) => lock(why),
    tellDeadline: (at) => tellPage(currentPage(), 'idleDeadline', { at }),
    warn: (at) => tellPage(currentPage(), 'idleWarning', { at }),
    cover: () => tellPage(currentPage(), 'covered', {}),
  });

  function watchWindow(opened: BrowserWindow): void {
    const seen = (visible: boolean) => (): void => {
      if (opened === window) autoLock.see({ type: 'visible', visible });
    };
    opened
      .on('hide', seen(false))
      .on('minimize', seen(false))
      .on('show', seen(true))
      .on('restore', seen(true));
    opened.webContents.on('render-process-gone', () => {
      if (opened === window) lockAfterEnd('renderer-gone');
    });
  }

  const osEvents = watchOsEvents((why: LockReason) => lock(why));

  const inWindow = async <T>(work: (shown: BrowserWindow) => Promise<T>): Promise<T> => {
    if (window === null || window.isDestroyed()) throw new Error('no window');
    return work(window);
  };

  /** Once this call has been answered, and once however often it was asked: a key that is held down asks many times. */
  let lockAsked = false;
  const lockSoon = (why: LockReason): Record<string, never> => {
    if (!lockAsked)
      setImmediate(() => {
        lockAsked = false;
        lock(why);
      });
    lockAsked = true;
    return {};
  };

  /** The vault learns the path, the page an id and the name. */
  const offerPicked = async (
    shown: BrowserWindow,
    pick: typeof pickWorkbook,
    use: FileUse,
  ): Promise<ShellReply<'pickWorkbook'>> => {
    const path = await pick(
      shown,
      settings.read().language,
      place === places.practice ? practice.workbookFile : undefined,
    );
    if (path === null || shown.isDestroyed()) return { file: null };
    const fileId = randomBytes(16).toString('hex') as FileId;
    return place.vault.offerFile(fileId, path, use)
      ? { file: { fileId, fileName: toOneLine(basename(path)) } }
      : { file: null };
  };

  const handlers: ShellHandlers = {
    lock: (request) => {
      [next, repair] = [request.next ?? null, request.repair ?? false];
      return lockSoon(next === null ? 'key' : 'handover');
    },
    activity: () => {
      autoLock.see({ type: 'input' });
      return {};
    },
    pickWorkbook: () => inWindow((shown) => offerPicked(shown, pickWorkbook, 'read')),
    pickRejects: () => inWindow((shown) => offerPicked(shown, pickRejects, 'write')),
    pickLogExport: ({ format }) =>
      inWindow((shown) =>
        offerPicked(shown, (window, language) => pickLogExport(window, language, format), 'export'),
      ),
    pickPdf: ({ of }) =>
      inWindow((shown) => offerPicked(shown, (window, language) => pickPdf(window, language, of), 'pdf')),
    pickDisclosure: ({ of }) =>
      inWindow((shown) =>
        offerPicked(shown, (window, language) => pickDisclosure(window, language, of), 'disclosure'),
      ),
    pickBackupFolder: () => inWindow((shown) => offerPicked(shown, pickBackupFolder, 'folder')),
    pickSweepFolder: () => inWindow((shown) => offerPicked(shown, pickSweepFolder, 'sweep')),
    pickAttachment: () => inWindow((shown) => offerPicked(shown, pickAttachment, 'attachment')),
    readSettings: () => settings.read(),
    writeSettings: (changes) => {
      const now = settings.write(changes);
      nativeTheme.themeSource = now.theme;
      currentPage()?.setZoomFactor(now.zoom / 100);
      autoLock.see({ type: 'idle-setting', idleMs: now.idleSeconds * 1000 });
      return now;
    },
    printSheet: async ({ paper, size }) =>
      (await paperPage.print(paper, (page) => printSheet(page, size))) ?? { done: false },
    saveSheet: () =>
      inWindow(async (shown) => {
        const saved = await paperPage.print('recovery-sheet', (paper) =>
          saveSheet(shown, paper, settings.read().language),
        );
        return saved ?? { fileName: null };
      }),
    copyValue: async ({ text }) => ({ copied: await copied.write(text) }),
    restartVault: () => lockSoon('vault-request'),
    enterPractice: () => inTurn(enterPractice),
    leavePractice: () => inTurn(async () => (place === places.practice ? moveTo(places.real) : undefined)),
    discardPractice: () => inTurn(discardPractice),
    keepTour: (tour) => {
      if (place === places.practice) practice.keepTour(tour);
      return {};
    },
    appInfo: () => ({
      version: config.version,
      electron: config.electronVersion,
      forRealData: config.forRealData,
      osLockWatched: osEvents.isLockWatched(),
      memoryGuarded: config.isHardened && place.vault.isHardened,
      desk: place.vault.deskBoard,
      next,
      repair,
      unfinished,
      practice:
        place === places.practice
          ? { making, lastLock: lastLocks.practice?.why ?? null, tour: practice.readTour() }
          : null,
    }),
  };

  onRefusal((refusal) => place.vault.noteRefusal(refusal));
  serveShell({ currentPage, openPort: () => place.vault.openPort(), handlers });
  nativeTheme.themeSource = settings.read().theme;
  openWindow(null);
  // Where the lock screen knows whom to show, it has the processors to itself, as after a lock.
  place.vault.start(
    null satisfies LastLock | null,
    place.vault.deskBoard === null ? Promise.resolve() : painted(window),
  );

  return {
    showWindow() {
      if (window === null || window.isDestroyed()) return openWindow(null);
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    async shutDown() {
      leaving = true;
      if (window !== null && !window.isDestroyed()) rememberPlace(config, window);
      const cleared = copied.end();
      lock('shutdown');
      // Not closed: a page that has just been killed may never answer whether it may be.
      window?.destroy();
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
