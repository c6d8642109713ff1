/** The few ways elsewhere, each once: in a row where there is room for them (Footer), behind one button where there is not (MenuDialog). */
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { KeyId } from '../keys.ts';
import { appStore, deskStore } from '../stores.ts';
import { useDesk } from './desk-context.ts';
import { useImporting } from './importing.ts';
import { turnPrivacy } from './turn-privacy.ts';

export interface MenuItem {
  readonly id:
    | 'add'
    | 'import'
    | 'rooms'
    | 'log'
    | 'policy'
    | 'room-patterns'
    | 'backup'
    | 'staff'
    | 'keys'
    | 'privacy'
    | 'settings'
    | 'help';
  readonly words: string;
  readonly shortcut?: KeyId;
  /** Of what is on or off. */
  readonly pressed?: boolean;
  readonly disabled: boolean;
  readonly run: () => void;
}

export function useMenu(): readonly MenuItem[] {
  const { t } = useTranslation();
  const {
    signedIn: { role },
  } = useDesk();
  const privacy = useStore(appStore, (state) => state.settings.privacy);
  const importing = useImporting();
  const { go, show, openDialog } = deskStore.getState();
  const pages: readonly (MenuItem | false)[] = privacy
    ? []
    : [
        role !== 'admin' && {
          id: 'add',
          words: t('counter.add'),
          shortcut: 'add',
          disabled: importing,
          run: () => {
            go('counter');
            show({ kind: 'add' });
          },
        },
        role !== 'admin' && {
          id: 'import',
          words: t('counter.import'),
          shortcut: 'import',
          disabled: importing,
          run: () => go('intake'),
        },
        {
          id: 'rooms',
          words: t('room.title'),
          shortcut: 'rooms',
          disabled: importing,
          run: () => go('rooms'),
        },
        role !== 'receptionist' && {
          id: 'log',
          words: t('counter.log'),
          disabled: importing,
          run: () => go('log'),
        },
        role !== 'receptionist' && {
          id: 'policy',
          words: t('counter.policy'),
          disabled: importing,
          run: () => go('policy'),
        },
        role === 'admin' && {
          id: 'staff',
          words: t('counter.staff'),
          disabled: importing,
          run: () => go('staff'),
        },
        role !== 'receptionist' && {
          id: 'keys',
          words: t('counter.keys'),
          disabled: importing,
          run: () => go('keys'),
        },
        role === 'admin' && {
          id: 'room-patterns',
          words: t('counter.roomPatterns'),
          disabled: importing,
          run: () => go('room-patterns'),
        },
        role === 'admin' && {
          id: 'backup',
          words: t('backup.menu'),
          disabled: importing,
          run: () => go('backup'),
        },
      ];
  return [
    ...pages.filter((item) => item !== false),
    {
      id: 'privacy',
      words: t(privacy ? 'visitorView.off' : 'visitorView.on'),
      shortcut: 'privacy',
      pressed: privacy,
      disabled: importing,
      run: () => turnPrivacy(!privacy),
    },
    { id: 'settings', words: t('counter.settings'), disabled: false, run: () => openDialog('settings') },
    {
      id: 'help',
      words: t('counter.help'),
      shortcut: 'help',
      disabled: false,
      run: () => openDialog('help'),
    },
  ];
}
