/** Words of startup errors. */
import type { Wording, WordTree } from '../../contract/vocabulary/wording.ts';
import { registerMessages } from '../messages/i18n.ts';

const OTHER_COMPUTER: Wording = [
  '原来的电脑还能用，请在那台电脑上打开。\n要迁移到这台电脑，请取出恢复单，点“用恢复单恢复”。之后请只用这一台，两边的档案不会合并。',
  'If the other computer still works, open the vault there.\nTo move it here, get the recovery sheet and press "Recover with the sheet". Then use only this one: the two are never merged.',
];
const OTHER_USER: Wording = [
  '注销，用创建档案柜时的电脑用户登录，再打开本程序。\n那个用户已不存在，请取出恢复单，点“用恢复单恢复”。',
  'Log out, log in as the user who set up the vault, and open the program there.\nIf that user is gone, get the recovery sheet and press "Recover with the sheet".',
];
const FROM_DESKTOP: Wording = [
  '请从桌面登录，再打开本程序。\n回到这里，点“再试一次”。',
  'Log in to the desktop and open the program from there.\nCome back here and press "Try again".',
];

export const words = {
  keychainHelp: {
    title: ['解决办法', 'What to do'],
    commands: ['电脑维护人员：在终端里执行', 'For IT support: run in a terminal'],
    'keychain-locked': {
      linux: [
        '注销电脑，再用密码登录一次，系统凭据库通常会一起解锁。\n仍不行，请打开“密码和密钥”，右键点“登录”，选“解锁”，输入电脑的登录密码。\n回到这里，点“再试一次”。',
        'Log out of the computer and in again with its password: the keyring usually opens with it.\nIf not, open "Passwords and Keys", right-click "Login", choose "Unlock", and type the computer\'s password.\nCome back here and press "Try again".',
      ],
      mac: [
        '打开“钥匙串访问”，选“登录”，点左上角的锁，输入电脑的登录密码。\n回到这里，点“再试一次”。',
        'Open "Keychain Access", choose "login", click the lock, and type the computer\'s password.\nCome back here and press "Try again".',
      ],
      windows: [
        '注销电脑，再用密码登录一次。\n回到这里，点“再试一次”。',
        'Sign out of Windows and in again with the password.\nCome back here and press "Try again".',
      ],
    },
    'keychain-no-service': {
      linux: [
        '这台电脑没有安装系统凭据库，或没有运行。请安装 GNOME 密钥环（或 KDE 钱包）。\n注销电脑，再用密码登录，让它随登录解锁。\n回到这里，点“再试一次”。程序不会把密钥改存到普通文件里。',
        'This computer has no keyring installed, or it is not running. Install GNOME Keyring (or KWallet).\nLog out and in again with the password, so that it opens with the session.\nCome back here and press "Try again". The keys are never put in a plain file instead.',
      ],
      mac: [
        '打开“钥匙串访问”，看“登录”钥匙串是否还在；没有，请电脑维护人员重建。\n回到这里，点“再试一次”。',
        'Open "Keychain Access" and check that the "login" keychain is there; if not, ask IT support to create it again.\nCome back here and press "Try again".',
      ],
      windows: [
        '请电脑维护人员启动“凭据管理器”服务（Credential Manager）。\n回到这里，点“再试一次”。',
        'Ask IT support to start the "Credential Manager" service.\nCome back here and press "Try again".',
      ],
    },
    'keychain-no-bus': {
      linux: [
        '请在这台电脑的桌面登录后打开本程序，不要从远程终端打开。\n已在桌面打开的，请电脑维护人员安装会话总线，注销后重新登录。\n回到这里，点“再试一次”。',
        'Log in to the desktop of this computer and open the program there, not from a remote terminal.\nIf you did, ask IT support to install the session bus, then log out and in again.\nCome back here and press "Try again".',
      ],
      mac: FROM_DESKTOP,
      windows: FROM_DESKTOP,
    },
    'keychain-item-missing': {
      linux: [
        '如果换过登录密码、重装过系统或清空过密钥环，请先设法找回原来的密钥环，再点“再试一次”。\n找不回来，请取出保险柜里的恢复单，点“用恢复单恢复”。管理员和主管须在场。',
        'If the login password was reset, the system reinstalled or the keyring cleared, first try to get the old keyring back, then press "Try again".\nIf you can\'t, get the recovery sheet from the safe and press "Recover with the sheet". An admin and a supervisor have to be present.',
      ],
      mac: [
        '如果重装过系统或重建过钥匙串，请先设法找回原来的钥匙串，再点“再试一次”。\n找不回来，请取出保险柜里的恢复单，点“用恢复单恢复”。管理员和主管须在场。',
        'If the system was reinstalled or the keychain reset, first try to get the old keychain back, then press "Try again".\nIf you can\'t, get the recovery sheet from the safe and press "Recover with the sheet". An admin and a supervisor have to be present.',
      ],
      windows: [
        '如果重装过系统或换过用户，请先试用原来的用户登录，再点“再试一次”。\n不行，请取出保险柜里的恢复单，点“用恢复单恢复”。管理员和主管须在场。',
        'If Windows was reinstalled or the account changed, first try the old account, then press "Try again".\nIf you can\'t, get the recovery sheet from the safe and press "Recover with the sheet". An admin and a supervisor have to be present.',
      ],
    },
    'keychain-other-user': {
      linux: OTHER_USER,
      mac: OTHER_USER,
      windows: [
        '注销，用创建档案柜时的电脑用户登录，再打开本程序。\n那个用户已不存在，请取出恢复单，点“用恢复单恢复”。',
        'Sign out, sign in as the user who set up the vault, and open the program there.\nIf that user is gone, get the recovery sheet and press "Recover with the sheet".',
      ],
    },
    'wrong-computer': { linux: OTHER_COMPUTER, mac: OTHER_COMPUTER, windows: OTHER_COMPUTER },
  },
} satisfies WordTree;

registerMessages(words);
