/** Commands of the signed-in person that belong to no page: in the menu behind their name, and in the palette. */
import { appStore } from '../stores.ts';
import { deskStore } from '../pages/stores.ts';
import type { PageAction } from '../pages/define-page.ts';
import { DESK_KEYS } from './desk-keys.ts';
import { turnPrivacy } from './turn-privacy.ts';

export const DESK_COMMANDS: readonly PageAction[] = [
  {
    id: 'privacy',
    words: (t) => t('visitorView.title'),
    called: ['访客 客人 遮屏', 'visitor, guest'],
    shortcut: DESK_KEYS.privacy,
    run: () => turnPrivacy(true),
  },
  {
    id: 'settings',
    words: (t) => t('counter.settings'),
    called: ['设置 语言 字体大小 放大 深色 主题 演练', 'settings, language, font size, zoom, dark, practise'],
    run: () => deskStore.getState().openDialog('settings'),
  },
  {
    id: 'change-pin',
    words: (t) => t('changePin.open'),
    called: ['改密码 密码 修改密码', 'change password, password, change PIN'],
    run: () => deskStore.getState().openDialog('change-pin'),
  },
  {
    id: 'help',
    words: (t) => t('counter.help'),
    called: ['帮助 快捷键 怎么用 说明', 'help, shortcuts, keys, how to'],
    shortcut: DESK_KEYS.help,
    run: () => deskStore.getState().openDialog('help'),
  },
];

/** The same, and what has a button of its own. */
export const PALETTE_COMMANDS: readonly PageAction[] = [
  ...DESK_COMMANDS,
  {
    id: 'lock',
    words: (t) => t('common.lock'),
    called: ['锁屏 退出登录 锁定 离开', 'lock, sign out, log out'],
    shortcut: DESK_KEYS.lock,
    run: () => void appStore.getState().lock(),
  },
];
