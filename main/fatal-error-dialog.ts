/** Messages in a native dialog, for when no page can show them any more, or yet. */
import { app, dialog } from 'electron';
import type { Language } from '../contract/shell/settings.ts';

type Words = Readonly<Record<Language, readonly [title: string, text: string]>>;

const LAST_WORDS = {
  'vault-keeps-ending': {
    'zh-CN': [
      '业主档案柜无法继续',
      '保险库进程反复意外退出。数据没有被改动。请重新启动电脑后再试；如果仍然出现，请重新安装本程序。',
    ],
    en: [
      'Resident Vault cannot go on',
      'The vault process keeps ending unexpectedly. No data was changed. Restart the computer and try again; if it happens again, reinstall this application.',
    ],
  },
  'main-failed': {
    'zh-CN': [
      '业主档案柜出错，已锁定并退出',
      '已保存的数据没有受影响。请重新打开本程序；如果再次出现，请重新启动电脑。',
    ],
    en: [
      'Resident Vault failed; it is locked and ends',
      'What was saved is not affected. Open the application again; if it happens again, restart the computer.',
    ],
  },
  'program-changed': {
    'zh-CN': [
      '业主档案柜没有启动：程序文件被改动',
      '下面的文件与发布时不一致，可能损坏，也可能被人替换。档案没有打开，也没有改动。请不要在本机输入 PIN，联系管理员用可信的安装包重新安装：',
    ],
    en: [
      'Resident Vault did not start: its files were changed',
      'The file below is not as it was released: it is damaged, or somebody has replaced it. The records were neither opened nor changed. Type no PIN on this computer, and have an admin reinstall the application from a package that you trust:',
    ],
  },
  'profile-synced': {
    'zh-CN': [
      '业主档案柜不能放在同步文件夹里',
      '本程序的数据文件夹会被网盘或云同步软件复制到别处，业主资料会因此流出，也可能损坏。请把这个文件夹移到不同步的位置，再打开本程序：',
    ],
    en: [
      'Resident Vault cannot live in a synced folder',
      'Its data folder is copied elsewhere by a cloud service: residents’ data would leave this computer, and could be damaged. Move the folder to where nothing is synced, then open the application again:',
    ],
  },
} as const satisfies Record<string, Words>;

/** Says it, with what it is about where there is something, to the user and on standard error, and ends the application. */
export function giveUp(
  what: keyof typeof LAST_WORDS,
  { language }: { readonly language: Language },
  about = '',
): void {
  const [title, words] = LAST_WORDS[what][language];
  const text = about === '' ? words : `${words}\n\n${about}`;
  process.stderr.write(`${title}: ${text}\n`);
  dialog.showErrorBox(title, text);
  app.exit(1);
}
