/** The few ways elsewhere, each once: in a row where there is room for them (Footer), behind one button where there is not (MenuDialog). */
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Role } from '../../contract/fields.ts';
import type { Key } from '../keys.ts';
import { useDesk } from '../pages/desk-context.ts';
import type { AnyPage, MenuEntry, PageName } from '../pages/define-page.ts';
import { deskStore } from '../pages/stores.ts';
import { appStore } from '../stores.ts';
import { DESK_KEYS } from './desk-keys.ts';
import { usePageHeld } from './page-held.ts';
import { PAGES } from './pages.ts';
import { turnPrivacy } from './turn-privacy.ts';

export interface MenuItem {
  readonly id: string;
  readonly words: string;
  readonly shortcut?: Pick<Key, 'shown'>;
  /** Of what is on or off. */
  readonly pressed?: boolean;
  readonly disabled: boolean;
  readonly run: () => void;
}

export interface PageEntry extends MenuEntry {
  readonly page: AnyPage;
}

/** What a role finds in the menu of these pages, in its order. */
export const menuOf = (pages: readonly AnyPage[], role: Role): readonly PageEntry[] =>
  pages
    .flatMap((page) => (page.menu === undefined ? [] : [{ ...page.menu, page }]))
    .filter(({ roles, page }) => (roles ?? page.roles).includes(role))
    .sort((one, other) => one.order - other.order);

export function useMenu(): readonly MenuItem[] {
  const { t } = useTranslation();
  const {
    signedIn: { role },
  } = useDesk();
  const privacy = useStore(appStore, (state) => state.settings.privacy);
  const isHeld = usePageHeld();
  const { go, openDialog } = deskStore.getState();
  const pages = privacy ? [] : menuOf(PAGES, role);
  return [
    ...pages.map(({ id, words, shortcut, run, page }) => ({
      id: id ?? page.name,
      words: words(t),
      ...(shortcut === undefined ? {} : { shortcut }),
      disabled: isHeld,
      run: run ?? (() => go(page.name as PageName)),
    })),
    {
      id: 'privacy',
      words: t(privacy ? 'visitorView.off' : 'visitorView.on'),
      shortcut: DESK_KEYS.privacy,
      pressed: privacy,
      disabled: isHeld,
      run: () => turnPrivacy(!privacy),
    },
    { id: 'settings', words: t('counter.settings'), disabled: false, run: () => openDialog('settings') },
    {
      id: 'help',
      words: t('counter.help'),
      shortcut: DESK_KEYS.help,
      disabled: false,
      run: () => openDialog('help'),
    },
  ];
}
