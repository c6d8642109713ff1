/** Every key of the application by its name: those of the pages and those of the desk around them. Handlers and the help (F1) read this list. */
import { KEYS, type KeyFacts, ZOOM_KEYS, alt, control, isStruck } from '../keys.ts';
import type { AnyPage, PageKey } from '../pages/define-page.ts';
import { isForm } from '../pages/desk-store.ts';
import { deskStore } from '../pages/stores.ts';
import { appStore } from '../stores.ts';
import { toastsStore } from '../ui/toasts.ts';
import { PAGES } from './pages.ts';
import { turnPrivacy } from './turn-privacy.ts';

const define = <const T extends Readonly<Record<string, PageKey>>>(keys: T): T => keys;

/** The keys that belong to no page. */
export const DESK_KEYS = define({
  escape: { ...KEYS.escape, words: (t) => t('help.keys.escape') },
  privacy: {
    group: 'all',
    shown: 'Alt+P',
    chord: alt('KeyP'),
    words: (t) => t('help.keys.privacy'),
    inVisitorView: true,
    press: () => {
      const { page, panel } = deskStore.getState();
      if (page === 'counter' && isForm(panel)) return false;
      turnPrivacy(!appStore.getState().settings.privacy);
      return true;
    },
  },
  palette: {
    group: 'all',
    shown: 'Ctrl+K',
    chord: control('KeyK'),
    words: (t) => t('help.keys.palette'),
    press: () => {
      deskStore.getState().openDialog('palette');
      return true;
    },
  },
  undo: {
    group: 'all',
    shown: 'Alt+Z',
    chord: alt('KeyZ'),
    words: (t) => t('help.keys.undo'),
    press: () => toastsStore.getState().undo(),
  },
  lock: { ...KEYS.lock, words: (t) => t('help.keys.lock') },
  // Heard on every screen (use-zoom-keys.ts).
  zoomIn: { ...ZOOM_KEYS.zoomIn, words: (t) => t('help.keys.zoomIn') },
  zoomOut: { ...ZOOM_KEYS.zoomOut, words: (t) => t('help.keys.zoomOut') },
  zoomReset: { ...ZOOM_KEYS.zoomReset, words: (t) => t('help.keys.zoomReset') },
  help: {
    group: 'all',
    shown: 'F1',
    chord: { with: 'nothing', codes: ['F1'] },
    words: (t) => t('help.keys.help'),
    inVisitorView: true,
    always: true,
    press: () => {
      const { dialog, openDialog, closeDialog } = deskStore.getState();
      if (dialog === 'help') closeDialog();
      else openDialog('help');
      return true;
    },
  },
});

type KeysOf<P> = P extends { readonly keys?: infer Keys }
  ? [NonNullable<Keys>] extends [never]
    ? never
    : keyof NonNullable<Keys> & string
  : never;
/** The name of a key that there is. */
export type DeskKeyId = KeysOf<(typeof PAGES)[number]> | keyof typeof DESK_KEYS;

export interface DeskKey {
  readonly id: string;
  readonly key: PageKey;
  /** Null for a key of the desk. */
  readonly page: AnyPage | null;
}

/** The keys of these pages, then those of the desk. */
export const keysOf = (pages: readonly AnyPage[]): readonly DeskKey[] => [
  ...pages.flatMap((page) => Object.entries(page.keys ?? {}).map(([id, key]) => ({ id, key, page }))),
  ...Object.entries(DESK_KEYS).map(([id, key]) => ({ id, key, page: null })),
];

export const ALL_KEYS: readonly DeskKey[] = keysOf(PAGES);

/** The key that was pressed, or null. */
export const struckKey = (event: KeyFacts): DeskKey | null =>
  ALL_KEYS.find(({ key }) => isStruck(key, event)) ?? null;
