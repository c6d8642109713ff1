/** Makes the one window, with every guard that Electron has switched on, and shows the start page in it. */
import {
  BrowserWindow,
  type NativeImage,
  type WebPreferences,
  nativeImage,
  nativeTheme,
  screen,
} from 'electron';
import { type Config, SESSION_PARTITION, START_URL } from '../config.ts';
import { type Place, SMALLEST, USUAL, isOnScreen, readPlace, writePlace } from './remember-place.ts';

/** How the window before this one stood, so that its successor after a lock takes the same place and steals no focus. */
export interface Stance {
  readonly place: Place;
  readonly shown: 'focused' | 'unfocused' | 'minimized' | 'hidden';
}

let icon: NativeImage | undefined;
/** Decoded once: a lock makes a window anew and should not wait for a picture. */
const iconOf = (config: Config): NativeImage => (icon ??= nativeImage.createFromPath(config.iconFile));

/** Every guard of a page that does not depend on which page it is. */
export const GUARDED_PAGE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  disableBlinkFeatures: 'Auxclick',
  enableWebSQL: false,
  // Timers that hide a revealed value have to run on time behind another window.
  backgroundThrottling: false,
} as const satisfies WebPreferences;

const BACKGROUND = { light: '#f7f7f6', dark: '#1b1c1e' } as const;

export function stanceOf(window: BrowserWindow): Stance {
  const shown = window.isMinimized()
    ? 'minimized'
    : !window.isVisible()
      ? 'hidden'
      : window.isFocused()
        ? 'focused'
        : 'unfocused';
  return { place: { ...window.getNormalBounds(), maximized: window.isMaximized() }, shown };
}

function rememberedStance(config: Config): Stance | null {
  const place = readPlace(config.windowFile);
  if (
    place === null ||
    !isOnScreen(
      place,
      screen.getAllDisplays().map((display) => display.workArea),
    )
  )
    return null;
  return { place, shown: 'focused' };
}

/** `zoom` in per cent. */
export function createWindow(config: Config, before: Stance | null, zoom: number): BrowserWindow {
  const stance = before ?? rememberedStance(config);
  const { width, height } = stance?.place ?? USUAL;
  const window = new BrowserWindow({
    ...(stance === null ? {} : { x: stance.place.x, y: stance.place.y }),
    width,
    height,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Resident Vault',
    icon: iconOf(config),
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      ...GUARDED_PAGE,
      preload: config.preloadFile,
      partition: SESSION_PARTITION,
      zoomFactor: zoom / 100,
      devTools: !config.isPackaged,
    },
  });
  // First, so that the page's process starts while the window is being mapped.
  void window.loadURL(START_URL).catch(() => undefined);
  window.setContentProtection(true);
  show(window, stance);
  window.on('close', () => rememberPlace(config, window));
  return window;
}

export function rememberPlace(config: Config, window: BrowserWindow): void {
  writePlace(config.windowFile, stanceOf(window).place);
}

/** Shown at once, in the page's own background colour: waiting for the first paint would leave a hole where the window was. */
function show(window: BrowserWindow, stance: Stance | null): void {
  if (stance?.place.maximized === true) window.maximize();
  switch (stance?.shown) {
    case 'minimized':
      window.minimize();
      return;
    case 'hidden':
      return;
    case 'unfocused':
      window.showInactive();
      return;
    default:
      window.show();
  }
}
