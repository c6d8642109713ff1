/** Commands of the signed-in person that belong to no page: in the menu behind their name, and in the palette. */
import { deskStore } from '../pages/stores.ts';
import type { PageAction } from '../pages/define-page.ts';
import { DESK_KEYS } from './desk-keys.ts';
import { turnPrivacy } from './turn-privacy.ts';

export const DESK_COMMANDS: readonly PageAction[] = [
  {
    id: 'privacy',
    words: (t) => t('visitorView.on'),
    shortcut: DESK_KEYS.privacy,
    run: () => turnPrivacy(true),
  },
  {
    id: 'settings',
    words: (t) => t('counter.settings'),
    run: () => deskStore.getState().openDialog('settings'),
  },
  {
    id: 'help',
    words: (t) => t('counter.help'),
    shortcut: DESK_KEYS.help,
    run: () => deskStore.getState().openDialog('help'),
  },
];
