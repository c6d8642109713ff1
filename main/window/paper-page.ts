/** The page that is printed: never shown, in a session and a process of its own, with one paper of the vault's and nothing else. It ends with the print. */
import { BrowserWindow, type MessagePortMain, type WebContents } from 'electron';
import type { PaperKind, PrintSettings } from '../../contract/paper.ts';
import { PAPER_CHANNEL, PAPER_LAID_CHANNEL } from '../../contract/port.ts';
import { type Config, PAPER_PARTITION, PAPER_URL } from '../config.ts';
import { killNow } from '../lock/lock.ts';
import { reportRefusal } from '../shell/refusals.ts';
import { GUARDED_PAGE } from './create-window.ts';

/** A page that is not laid out by then will not be, in milliseconds. */
const MAX_LAYING_MS = 20_000;

export interface PaperPageDependencies {
  readonly config: Pick<Config, 'paperPreloadFile' | 'isPackaged'>;
  /** A port over which the vault gives a paper of this kind; null where there is no vault process. */
  readonly openPort: (paper: PaperKind) => Promise<MessagePortMain | null>;
  readonly manner: () => PrintSettings;
}

export class PaperPage {
  readonly #deps: PaperPageDependencies;
  #window: BrowserWindow | null = null;

  constructor(deps: PaperPageDependencies) {
    this.#deps = deps;
  }

  /** Process id while a paper is being printed. */
  get pid(): number | null {
    return this.#window === null || this.#window.isDestroyed()
      ? null
      : this.#window.webContents.getOSProcessId();
  }

  /**
   * Hands `use` a page with the paper on it, and ends the page when `use` has settled. Null, and a refusal in the log, where the vault has
   * no paper of this kind. Errors: another print that is under way; a page that does not come up; those of `use`.
   */
  async print<T>(paper: PaperKind, use: (page: WebContents) => Promise<T>): Promise<T | null> {
    if (this.#window !== null) throw new Error('something is being printed');
    const window = this.#open();
    try {
      const port = await this.#deps.openPort(paper);
      if (port !== null && (await lay(window.webContents, port, this.#deps.manner())))
        return await use(window.webContents);
      reportRefusal('paper', paper);
      return null;
    } finally {
      if (this.#window === window) this.end();
    }
  }

  /** At once, also while it is printed: at the lock it goes with everything else. */
  end(): void {
    const { pid } = this;
    if (pid !== null) killNow(pid);
    this.#window?.destroy();
    this.#window = null;
  }

  #open(): BrowserWindow {
    const { paperPreloadFile, isPackaged } = this.#deps.config;
    this.#window = new BrowserWindow({
      show: false,
      title: 'Resident Vault',
      webPreferences: {
        ...GUARDED_PAGE,
        preload: paperPreloadFile,
        partition: PAPER_PARTITION,
        devTools: !isPackaged,
      },
    });
    return this.#window;
  }
}

/** Whether there is a paper on the page, once it has said so. */
function lay(page: WebContents, port: MessagePortMain, manner: PrintSettings): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error('the page to print did not come up'));
    const timer = setTimeout(fail, MAX_LAYING_MS);
    page.once('render-process-gone', fail).once('destroyed', fail);
    page.ipc.once(PAPER_LAID_CHANNEL, (_event, isThere: unknown) => {
      clearTimeout(timer);
      resolve(isThere === true);
    });
    page.loadURL(PAPER_URL).then(() => page.mainFrame.postMessage(PAPER_CHANNEL, manner, [port]), fail);
  });
}
