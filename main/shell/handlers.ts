/** Answers the routes of the shell: settings, dialogs, printing, copying, locking, and the change to practice and back. */
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { type BrowserWindow, nativeTheme } from 'electron';
import type { LockReason } from '../../contract/sign-in/lock-reasons.ts';
import type { FileId } from '../../contract/ids.ts';
import { toOneLine } from '../../contract/one-line.ts';
import type { PickedFor, ShellReply } from '../../contract/shell/routes.ts';
import { runtimeDays } from '../computer-checks/judge.ts';
import type { Config } from '../config.ts';
import type { LastUpdate } from '../files/updates/last-update.ts';
import type { AutoLock } from '../lock/auto-lock.ts';
import type { OsEvents } from '../lock/os-events.ts';
import type { AcrossLocks } from '../places.ts';
import type { PlaceChanges } from '../practice/change-place.ts';
import type { PracticeFolder } from '../practice/practice-folder.ts';
import type { MainWindow } from '../window/main-window.ts';
import type { PaperPage } from '../window/paper-page.ts';
import type { ShellHandlers } from './answer.ts';
import type { Copied } from './copied.ts';
import { type DialogFolders, openDialogFolders } from './dialog-folders.ts';
import { pickFile } from './pick-file.ts';
import type { SettingsStore } from './settings.ts';
import { printSheet, saveSheet } from './sheet.ts';

interface ShellHandlerDependencies {
  readonly config: Config;
  readonly settings: SettingsStore;
  readonly window: MainWindow;
  readonly paperPage: PaperPage;
  readonly copied: Copied;
  readonly autoLock: AutoLock;
  readonly osEvents: OsEvents;
  readonly practice: PracticeFolder;
  readonly changes: PlaceChanges;
  readonly kept: AcrossLocks;
  readonly lock: (why: LockReason) => void;
}

export function createShellHandlers(deps: ShellHandlerDependencies): ShellHandlers {
  const { config, settings, window, paperPage, copied, autoLock, practice, changes, kept } = deps;
  const lockSoon = createLockSoon(deps.lock);
  const isInPractice = (): boolean => kept.place.name === 'practice';
  return {
    lock: ({ next = null, repair = false }) => {
      [kept.next, kept.repair] = [next, repair];
      return lockSoon(next === null ? 'key' : 'handover');
    },
    activity: () => {
      autoLock.see({ type: 'input' });
      return {};
    },
    pickFile: createOffer(deps),
    readSettings: () => settings.read(),
    writeSettings: (changes) => {
      const now = settings.write(changes);
      nativeTheme.themeSource = now.theme;
      window.page()?.setZoomFactor(now.zoom / 100);
      autoLock.see({ type: 'idle-setting', idleMs: now.idleSeconds * 1000 });
      return now;
    },
    printSheet: async ({ paper, size }) =>
      (await paperPage.print(paper, (page) => printSheet(page, size))) ?? { done: false },
    saveSheet: () =>
      window.use(async (shown) => {
        const saved = await paperPage.print('recovery-sheet', (paper) =>
          saveSheet(shown, paper, settings.read().language),
        );
        return saved ?? { fileName: null };
      }),
    copyValue: async ({ text }) => ({ copied: await copied.write(text) }),
    restartVault: () => lockSoon('vault-request'),
    enterPractice: () => changes.enter().then(() => ({})),
    leavePractice: () => changes.leave().then(() => ({})),
    discardPractice: () => changes.discard().then(() => ({})),
    keepTour: (tour) => {
      if (isInPractice()) practice.keepTour(tour);
      return {};
    },
    appInfo: () => ({
      version: config.version,
      electron: config.electronVersion,
      forRealData: config.forRealData,
      runtimeDays: runtimeDays(config.electronVersion, Date.now()),
      osLockWatched: deps.osEvents.isLockWatched(),
      memoryGuarded: config.isHardened && kept.place.vault.isHardened,
      desk: kept.place.vault.deskBoard,
      next: kept.next,
      repair: kept.repair,
      unfinished: kept.unfinished,
      lastUpdate: saidOf(config.lastUpdate),
      practice: isInPractice()
        ? {
            making: kept.making,
            lastLock: kept.lastLocks.practice?.why ?? null,
            tour: practice.readTour(),
          }
        : null,
    }),
  };
}

const saidOf = (last: LastUpdate | null): ShellReply<'appInfo'>['lastUpdate'] =>
  last === null ? null : { from: last.from, to: last.to, end: last.end };

/** Locks once the call has been answered, and once however often it was asked: a key that is held down asks many times. */
function createLockSoon(lock: (why: LockReason) => void): (why: LockReason) => Record<string, never> {
  let isAsked = false;
  return (why) => {
    if (!isAsked)
      setImmediate(() => {
        isAsked = false;
        lock(why);
      });
    isAsked = true;
    return {};
  };
}

/** Shows a dialog; the vault learns the path that was picked, the page an id and the name. Practice begins with its own workbook, and is not remembered. */
function createOffer({ config, window, settings, kept, practice }: ShellHandlerDependencies) {
  const folders = openDialogFolders(config.dialogFoldersFile);
  const ofPractice: DialogFolders = {
    last: (use) => (use === 'workbook' ? practice.workbookFile : undefined),
    picked: () => undefined,
  };
  return (wanted: PickedFor): Promise<ShellReply<'pickFile'>> =>
    window.use(async (shown: BrowserWindow) => {
      const { last, picked } = kept.place.name === 'practice' ? ofPractice : folders;
      const { language } = settings.read();
      const path = await pickFile(shown, wanted, { language, from: last(wanted.use) });
      if (path === null || shown.isDestroyed()) return { file: null };
      picked(wanted.use, path);
      const fileId = randomBytes(16).toString('hex') as FileId;
      return kept.place.vault.offerFile(fileId, path, wanted.use)
        ? { file: { fileId, fileName: toOneLine(basename(path)) } }
        : { file: null };
    });
}
