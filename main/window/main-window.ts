/** The one window: the page that is shown now, and its replacement at each lock. */
import type { BrowserWindow, WebContents } from 'electron';
import type { Config } from '../config.ts';
import { createWindow, rememberPlace, stanceOf } from './create-window.ts';

/** From a loaded page to a painted one, and the longest wait for either, in milliseconds. */
const PAINTING_MS = 100;
const MAX_PAINTING_MS = 600;

export interface MainWindow {
  /** Null where there is no window, or where it has been destroyed. */
  current(): BrowserWindow | null;
  page(): WebContents | null;
  /** Opens a window in the place of the one before, which is destroyed. */
  replace(): void;
  /**
   * Resolves once the page of a window that was just opened is painted. Nobody can have typed a PIN before, so
   * the lock screen has the processors to itself until then.
   */
  painted(): Promise<void>;
  show(): void;
  /** Errors: Error where there is no window; those of `work`. */
  use<T>(work: (shown: BrowserWindow) => Promise<T>): Promise<T>;
  /** Keeps its place on the screen for the next start. */
  remember(): void;
  /** Unlike closing, does not ask the page: one that has just been killed may never answer. */
  destroy(): void;
}

interface MainWindowDependencies {
  readonly config: Config;
  /** In per cent. */
  readonly zoom: () => number;
  readonly onVisible: (visible: boolean) => void;
  /** The process of the page has ended. */
  readonly onGone: () => void;
}

export function createMainWindow({ config, zoom, onVisible, onGone }: MainWindowDependencies): MainWindow {
  let window: BrowserWindow | null = null;
  const current = (): BrowserWindow | null => (window === null || window.isDestroyed() ? null : window);

  const watch = (opened: BrowserWindow): void => {
    const seen = (visible: boolean) => (): void => {
      if (opened === window) onVisible(visible);
    };
    opened
      .on('hide', seen(false))
      .on('minimize', seen(false))
      .on('show', seen(true))
      .on('restore', seen(true));
    opened.webContents.on('render-process-gone', () => {
      if (opened === window) onGone();
    });
  };

  const replace = (): void => {
    const before = current();
    window = createWindow(config, before === null ? null : stanceOf(before), zoom());
    watch(window);
    before?.destroy();
  };

  return {
    current,
    page: () => current()?.webContents ?? null,
    replace,
    painted: () =>
      new Promise((resolve) => {
        setTimeout(resolve, MAX_PAINTING_MS);
        window?.webContents.once('did-finish-load', () => setTimeout(resolve, PAINTING_MS));
      }),
    show() {
      const shown = current();
      if (shown === null) return replace();
      if (shown.isMinimized()) shown.restore();
      shown.show();
      shown.focus();
    },
    async use(work) {
      const shown = current();
      if (shown === null) throw new Error('no window');
      return work(shown);
    },
    remember() {
      const shown = current();
      if (shown !== null) rememberPlace(config, shown);
    },
    destroy: () => window?.destroy(),
  };
}
