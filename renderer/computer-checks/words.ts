/** Words of the page of the computer's checks, in both languages. */
import {
  type CheckDueState,
  type CheckedSystem,
  COMPUTER_CHECKS_ACTION_WORDS,
  type ComputerCheck,
} from '../../contract/computer-checks/lists.ts';
import { UPDATES_ACTION_WORDS } from '../../contract/updates/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import {
  ANSWER_WORDS,
  CHECK_WORDS,
  SYSTEM_WORDS,
  WHY_UNKNOWN_WORDS,
} from '../../contract/vocabulary/computer-checks.ts';

/** How something is put right, on each system that is looked at. */
type Mending = Readonly<Record<ComputerCheck, Words<Exclude<CheckedSystem, 'other'>>>>;

export const computerWords = {
  computer: {
    title: ['电脑检查', 'Computer checks'],
    lead: ['只查询这台电脑，不更改设置。每 30 天一次。', 'Looks at this computer and changes nothing.'],
    check: ['立即检查', 'Check now'],
    checking: ['正在查询，最长约半分钟…', 'Asking the system; this may take half a minute…'],
    done: ['检查完成。', 'Checked.'],
    empty: ['还没有检查过。请点“立即检查”。', 'This computer has not been checked yet. Press "Check now".'],
    capture: ['Linux 不能阻止截屏', "Linux can't block screen capture"],
    last: ['最近检查 {{time}} · {{name}} · {{system}}', 'Last checked {{time}} · {{name}} · {{system}}'],
    due: {
      never: ['还没有检查过。', 'Never checked.'],
      overdue: ['检查已逾期，应在 {{day}} 前检查。', 'The check is overdue since {{day}}.'],
      soon: ['检查即将到期：{{day}}。', 'The check is due by {{day}}.'],
      fine: ['下次检查 {{day}}。', 'Next check {{day}}.'],
    } satisfies Words<CheckDueState>,
    systems: SYSTEM_WORDS,
    names: CHECK_WORDS,
    answers: ANSWER_WORDS,
    why: WHY_UNKNOWN_WORDS,
    byHand: ['请人工查看。', 'Please look yourself.'],
    figures: {
      lock: ['{{count}} 分钟无人操作后锁屏', 'Locks after {{count}} min'],
      empty: ['允许空密码', 'An empty password is allowed'],
      fewest: ['至少 {{count}} 位', 'At least {{count}} characters'],
      updates: ['{{count}} 天前安装了更新', 'Updated {{count}} d ago'],
      left: ['还有 {{count}} 天', '{{count}} d left'],
      over: ['已停止支持 {{count}} 天', 'Support ended {{count}} d ago'],
    },
    mendTitle: ['改正方法：', 'How to fix it:'],
    lookTitle: ['查看位置：', 'Where to look:'],
    mend: {
      'disk-encryption': {
        windows: [
          '设置 → 隐私和安全性 → 设备加密；专业版在“控制面板 → BitLocker 驱动器加密”打开。恢复密钥打印后锁好，不要存在本机。',
          'Settings → Privacy & security → Device encryption; on Pro, Control Panel → BitLocker Drive Encryption. Print the recovery key and lock it away; do not keep it on this computer.',
        ],
        macos: [
          '系统设置 → 隐私与安全性 → 文件保险箱 → 打开。恢复密钥抄下后锁好。',
          'System Settings → Privacy & Security → FileVault → turn on. Write the recovery key down and lock it away.',
        ],
        linux: [
          '系统盘加密只能在安装系统时选择：备份后重装，勾选“加密新系统”。',
          'The system drive can be encrypted only when the system is installed: back up, install again, choose to encrypt.',
        ],
      },
      'sign-in': {
        windows: [
          '按 Win+R 输入 netplwiz，勾选“要使用本计算机，用户必须输入用户名和密码”。',
          'Press Win+R, run netplwiz, and tick "Users must enter a user name and password to use this computer".',
        ],
        macos: [
          '系统设置 → 用户与群组 → 自动以此身份登录 → 关闭。',
          'System Settings → Users & Groups → Automatically log in as → Off.',
        ],
        linux: ['设置 → 用户 → 解锁 → 关闭“自动登录”。', 'Settings → Users → Unlock → Automatic Login off.'],
      },
      'screen-lock': {
        windows: [
          '设置 → 个性化 → 锁屏界面 → 屏幕保护程序：等待不超过 15 分钟，勾选“在恢复时显示登录屏幕”。',
          'Settings → Personalization → Lock screen → Screen saver: wait at most 15 minutes and tick "On resume, display logon screen".',
        ],
        macos: [
          '系统设置 → 锁定屏幕：屏保不超过 15 分钟，需要密码选“立即”。',
          'System Settings → Lock Screen: screen saver within 15 minutes, require password immediately.',
        ],
        linux: [
          '设置 → 隐私 → 屏幕锁定：打开自动锁屏，息屏不超过 15 分钟。',
          'Settings → Privacy → Screen Lock: turn on automatic lock, blank within 15 minutes.',
        ],
      },
      'password-rules': {
        windows: [
          '给每个账户设密码；再按 Win+R 输入 secpol.msc → 账户策略 → 密码策略，密码长度最小值设为 8 以上。家庭版请管理员运行 net accounts /minpwlen:8。',
          'Give every account a password. Then press Win+R, run secpol.msc → Account Policies → Password Policy, minimum length 8 or more. On Home, have an administrator run net accounts /minpwlen:8.',
        ],
        macos: [
          '请管理员用描述文件或 pwpolicy 设定密码最短 8 位。',
          'Have an administrator require 8 characters by a profile or pwpolicy.',
        ],
        linux: [
          '请管理员安装 libpam-pwquality，在 /etc/security/pwquality.conf 设 minlen = 8 以上。',
          'Have an administrator install libpam-pwquality and set minlen = 8 or more in /etc/security/pwquality.conf.',
        ],
      },
      antivirus: {
        windows: [
          '打开“Windows 安全中心 → 病毒和威胁防护”，打开实时保护并更新病毒库；装了其他杀毒软件的，把它打开并更新。',
          'Open Windows Security → Virus & threat protection, turn on real-time protection and update it; if another product is installed, turn that on and update it.',
        ],
        macos: [
          '请管理员运行 spctl --global-enable，恢复系统自带的检查。',
          "Have an administrator run spctl --global-enable to turn the system's own checks on again.",
        ],
        linux: [
          '安装一款杀毒软件并设为开机启动，例如 ClamAV。',
          'Install antivirus software that starts with the computer, such as ClamAV.',
        ],
      },
      firewall: {
        windows: [
          'Windows 安全中心 → 防火墙和网络保护：域、专用、公用三项都打开。',
          'Windows Security → Firewall & network protection: turn on all three networks.',
        ],
        macos: ['系统设置 → 网络 → 防火墙 → 打开。', 'System Settings → Network → Firewall → turn on.'],
        linux: [
          '请管理员运行 sudo ufw enable，或启用 firewalld。',
          'Have an administrator run sudo ufw enable, or enable firewalld.',
        ],
      },
      updates: {
        windows: [
          '设置 → Windows 更新 → 检查更新，装完后重启。不要暂停更新。',
          'Settings → Windows Update → Check for updates, then restart. Do not pause updates.',
        ],
        macos: [
          '系统设置 → 通用 → 软件更新，打开自动更新。',
          'System Settings → General → Software Update, turn on automatic updates.',
        ],
        linux: [
          '用系统的“软件更新”安装全部更新，打开自动安全更新。',
          'Install all updates with the software updater and turn on automatic security updates.',
        ],
      },
      'system-support': {
        windows: [
          '这个版本微软已不再提供安全更新：设置 → Windows 更新，升级到仍受支持的版本；升不了的换电脑。',
          'Microsoft no longer corrects this version: Settings → Windows Update, move to a supported version, or replace the computer.',
        ],
        macos: [
          '系统设置 → 通用 → 软件更新，升级到较新的版本。',
          'System Settings → General → Software Update, move to a newer version.',
        ],
        linux: ['升级到发行版仍在维护的版本。', 'Move to a release that is still maintained.'],
      },
      'program-support': {
        windows: ['请安装本程序的新版本。', 'Install the newest version of this program.'],
        macos: ['请安装本程序的新版本。', 'Install the newest version of this program.'],
        linux: ['请安装本程序的新版本。', 'Install the newest version of this program.'],
      },
    } satisfies Mending,
    update: {
      title: ['程序更新', 'Program update'],
      version: ['当前版本 {{version}}。', 'Version {{version}}.'],
      trial: [
        '当前版本 {{version}}（试用版），不能在这里更新。',
        'Version {{version}}, a trial build: it cannot be updated here.',
      ],
      look: ['选择更新文件夹…', 'Choose an update folder…'],
      form: ['从 {{from}} 更新到 {{to}}', 'Update {{from}} to {{to}}'],
      lead: [
        '签名和内容已校验，共 {{size}}。签名密钥 {{keys}}，请与发布说明核对。采用后旧版本照常使用。',
        'Signatures checked, {{size}}. Signed by key {{keys}}: compare it with the release notes. The version in use goes on as it is.',
      ],
      take: ['采用', 'Use this'],
      taken: [
        '{{version}} 已校验，请系统管理员从 {{folder}} 安装。',
        '{{version}} has been checked. Ask your administrator to install it from {{folder}}.',
      ],
      waits: [
        '{{version}} 已校验，下次启动本程序时更新。',
        '{{version}} has been checked. It is used from the next start of the program on.',
      ],
      log: ['{{from}} → {{to}}，签名密钥 {{keys}}', '{{from}} → {{to}}, signed by key {{keys}}'],
    },
    history: ['历次检查', 'Checks so far'],
    columns: {
      at: ['时间', 'Time'],
      by: ['检查人', 'Checked by'],
      yes: ['符合', 'OK'],
      no: ['不符合', 'Not OK'],
      unknown: ['无法得知', 'Unknown'],
    },
    bell: {
      due: ['这台电脑的检查已逾期', 'The check of this computer is overdue'],
      found: ['电脑检查有 {{count}} 项不符合', 'Computer check: {{count}} not OK'],
    },
    log: [
      '符合 {{yes}} 项，不符合 {{no}} 项，无法得知 {{unknown}} 项',
      '{{yes}} OK, {{no}} not OK, {{unknown}} unknown',
    ],
  },
  logActions: { ...COMPUTER_CHECKS_ACTION_WORDS, ...UPDATES_ACTION_WORDS },
  log: { areas: { computer: ['电脑检查', 'computer checks'], updates: ['程序更新', 'program updates'] } },
} satisfies WordTree;
