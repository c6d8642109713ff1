/** Checks of a computer with Linux: files that everybody may read, and two programs of the desktop. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { type CheckReading, unknownReading } from '../../contract/computer-checks/lists.ts';
import { passwordRules, readingOf, saidYes, screenLock, updates } from './judge.ts';
import type { RunProgram } from './run-program.ts';

/** Access to the system's files. Each answer is null or empty where the file is missing or may not be read. */
export interface SystemFiles {
  readonly text: (path: string) => string | null;
  readonly names: (folder: string) => readonly string[];
  /** When it was changed last, in milliseconds since 1970. */
  readonly changed: (path: string) => number | null;
}

const MAX_CHARACTERS = 1_000_000;

/** The files of this computer. */
export const systemFiles: SystemFiles = {
  text: (path) => orNull(() => readFileSync(path, 'utf8').slice(0, MAX_CHARACTERS)),
  names: (folder) => orNull(() => readdirSync(folder)) ?? [],
  changed: (path) => orNull(() => statSync(path).mtimeMs),
};

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Readings of the checks that Linux answers. `now`: milliseconds since 1970. */
export async function checkLinux(
  run: RunProgram,
  env: NodeJS.ProcessEnv,
  files: SystemFiles,
  now: number,
): Promise<readonly CheckReading[]> {
  const [lock, firewall] = await Promise.all([readScreenLock(run, env), readFirewall(run, files)]);
  return [
    readingOf('disk-encryption', () => diskEncryption(files)),
    readingOf('sign-in', () => signIn(files)),
    lock,
    readingOf('password-rules', () => passwords(files)),
    readingOf('antivirus', () => antivirus(files)),
    firewall,
    readingOf('updates', () => lastUpdate(files, now)),
    unknownReading('system-support', 'not-offered'),
  ];
}

// --- encryption of the disk

/** Devices below one another: a volume in a group on an encrypted partition is three deep. */
const MAX_DEPTH = 8;

/** The device that `/` lies on, or one that this one lies on, is one of the kernel's encrypted ones. */
function diskEncryption(files: SystemFiles): CheckReading | 'no-answer' | 'not-understood' {
  const mounts = files.text('/proc/self/mountinfo');
  if (mounts === null) return 'no-answer';
  const root = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .findLast((parts) => parts[4] === '/');
  const folder = root === undefined ? null : deviceOf(files, root);
  const found = folder === null ? null : lookBelow(files, folder, MAX_DEPTH);
  return found === null ? 'not-understood' : saidYes('disk-encryption', found);
}

/** By the number of the device; by its name where the file system has a number of its own, as btrfs has. A line of `mountinfo` in its parts (proc(5)). */
function deviceOf(files: SystemFiles, parts: readonly string[]): string | null {
  const number = parts[2] ?? '';
  if (/^[1-9]\d*:\d+$/.test(number)) return `/sys/dev/block/${number}`;
  const [, kind, name] = /^\/dev\/(mapper\/)?([\w.-]+)$/.exec(parts[parts.indexOf('-') + 2] ?? '') ?? [];
  if (name === undefined) return null;
  if (kind === undefined) return `/sys/class/block/${name}`;
  const mapped = files
    .names('/sys/class/block')
    .find((one) => /^dm-\d+$/.test(one) && files.text(`/sys/class/block/${one}/dm/name`)?.trim() === name);
  return mapped === undefined ? null : `/sys/class/block/${mapped}`;
}

/** Null where there is no such device. */
function lookBelow(files: SystemFiles, folder: string, depth: number): boolean | null {
  if (files.text(`${folder}/uevent`) === null || depth === 0) return null;
  if (files.text(`${folder}/dm/uuid`)?.startsWith('CRYPT-') === true) return true;
  const below = files
    .names(`${folder}/slaves`)
    .filter((name) => /^[\w!.-]+$/.test(name))
    .map((name) => lookBelow(files, `/sys/class/block/${name}`, depth - 1));
  return below.length > 0 && below.every((one) => one === true);
}

// --- the sign-in

/** The settings of the programs that greet whoever starts the computer, and what of them lets somebody in unasked. */
const GREETERS: readonly { readonly file: string; readonly letsIn: RegExp }[] = [
  {
    file: '/etc/gdm3/custom.conf',
    letsIn: /^[ \t]*(?:Automatic|Timed)LoginEnable[ \t]*=[ \t]*(?:true|1)\b/im,
  },
  {
    file: '/etc/gdm3/daemon.conf',
    letsIn: /^[ \t]*(?:Automatic|Timed)LoginEnable[ \t]*=[ \t]*(?:true|1)\b/im,
  },
  {
    file: '/etc/gdm/custom.conf',
    letsIn: /^[ \t]*(?:Automatic|Timed)LoginEnable[ \t]*=[ \t]*(?:true|1)\b/im,
  },
  { file: '/etc/lightdm/lightdm.conf', letsIn: /^[ \t]*autologin-user[ \t]*=[ \t]*[^ \t\n]/m },
  { file: '/etc/sddm.conf', letsIn: /^[ \t]*User[ \t]*=[ \t]*[^ \t\n]/m },
];
const GREETER_FOLDERS: readonly { readonly folder: string; readonly letsIn: RegExp }[] = [
  { folder: '/etc/lightdm/lightdm.conf.d', letsIn: /^[ \t]*autologin-user[ \t]*=[ \t]*[^ \t\n]/m },
  { folder: '/usr/share/lightdm/lightdm.conf.d', letsIn: /^[ \t]*autologin-user[ \t]*=[ \t]*[^ \t\n]/m },
  { folder: '/etc/sddm.conf.d', letsIn: /^[ \t]*User[ \t]*=[ \t]*[^ \t\n]/m },
];

function signIn(files: SystemFiles): CheckReading | 'not-understood' {
  const settings = [
    ...GREETERS,
    ...GREETER_FOLDERS.flatMap(({ folder, letsIn }) =>
      files
        .names(folder)
        .filter((name) => name.endsWith('.conf') && !name.includes('/'))
        .map((name) => ({ file: `${folder}/${name}`, letsIn })),
    ),
  ].flatMap(({ file, letsIn }) => {
    const text = files.text(file);
    return text === null ? [] : [letsIn.test(text)];
  });
  return settings.length === 0 ? 'not-understood' : saidYes('sign-in', !settings.some((letsIn) => letsIn));
}

// --- the screen lock

const GSETTINGS = '/usr/bin/gsettings';
/** Desktops whose settings are those of GNOME. */
const LIKE_GNOME = /\b(?:gnome|ubuntu|unity)\b/i;

async function readScreenLock(run: RunProgram, env: NodeJS.ProcessEnv): Promise<CheckReading> {
  if (!LIKE_GNOME.test(env['XDG_CURRENT_DESKTOP'] ?? '')) return unknownReading('screen-lock', 'not-offered');
  const own = Object.fromEntries(
    [
      'HOME',
      'XDG_RUNTIME_DIR',
      'DBUS_SESSION_BUS_ADDRESS',
      'XDG_CONFIG_HOME',
      'XDG_DATA_DIRS',
      'XDG_CURRENT_DESKTOP',
    ].flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
  const get = async (schema: string, key: string): Promise<string | null> => {
    const printed = await run(GSETTINGS, ['get', schema, key], own);
    return printed?.code === 0 ? printed.out.trim() : null;
  };
  const [enabled, delay, idle] = await Promise.all([
    get('org.gnome.desktop.screensaver', 'lock-enabled'),
    get('org.gnome.desktop.screensaver', 'lock-delay'),
    get('org.gnome.desktop.session', 'idle-delay'),
  ]);
  if (enabled === null || delay === null || idle === null) return unknownReading('screen-lock', 'no-answer');
  return readingOf('screen-lock', () => {
    if (enabled !== 'true' && enabled !== 'false') return 'not-understood';
    const blank = secondsOf(idle);
    return screenLock(enabled === 'false' || blank === 0 ? null : blank + secondsOf(delay));
  });
}

/** As `gsettings` prints a number without a sign. Errors: what is none. */
function secondsOf(text: string): number {
  const [, digits] = /^uint32 (\d{1,9})$/.exec(text) ?? [];
  if (digits === undefined) throw new RangeError(text);
  return Number(digits);
}

// --- rules of passwords

const PASSWORD_FILES = ['/etc/pam.d/common-password', '/etc/pam.d/system-auth', '/etc/pam.d/passwd'];
/** Fewest characters of a password that `pam_pwquality` (pam_pwquality(8)) and `pam_unix` require where nothing is set. */
const QUALITY_CHARACTERS = 8;
const UNIX_CHARACTERS = 6;

function passwords(files: SystemFiles): CheckReading | 'not-understood' {
  const rules = PASSWORD_FILES.flatMap((file) => files.text(file) ?? [])
    .join('\n')
    .split('\n')
    .filter((line) => /^\s*-?password\s/.test(line));
  if (rules.length === 0) return 'not-understood';
  const checks = rules.find((line) => /\bpam_(?:pwquality|passwdqc|cracklib)\.so\b/.test(line));
  const line = checks ?? rules.find((rule) => /\bpam_unix\.so\b/.test(rule));
  if (line === undefined) return 'not-understood';
  const [, own] = /\bminlen=(\d{1,3})\b/.exec(line) ?? [];
  const [, set] =
    /^[ \t]{0,9}minlen[ \t]{0,9}=[ \t]{0,9}(\d{1,3})\b/m.exec(
      files.text('/etc/security/pwquality.conf') ?? '',
    ) ?? [];
  const usual = checks === undefined ? UNIX_CHARACTERS : QUALITY_CHARACTERS;
  return passwordRules(Number(own ?? (checks === undefined ? undefined : set) ?? usual));
}

// --- antivirus

/** Names of programs that look after a computer, as the kernel has them: fifteen characters at most. */
const GUARDS = new Set([
  'clamd',
  'clamonacc',
  'kesl',
  'ds_agent',
  'qaxsafed',
  'uniontechsafed',
  'sav-protect',
  'mdatp',
  'wdavdaemon',
  'eset_daemon',
  'oaad',
  '360safed',
]);

/** That one runs is told; that none runs is not, as there are more than are known here. */
function antivirus(files: SystemFiles): CheckReading | 'not-offered' {
  const runs = files
    .names('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((name) => GUARDS.has(files.text(`/proc/${name}/comm`)?.trim() ?? ''));
  return runs ? saidYes('antivirus', true) : 'not-offered';
}

// --- firewall

const SYSTEMCTL = '/usr/bin/systemctl';

async function readFirewall(run: RunProgram, files: SystemFiles): Promise<CheckReading> {
  if (/^[ \t]{0,9}ENABLED[ \t]{0,9}=[ \t]{0,9}yes\b/im.test(files.text('/etc/ufw/ufw.conf') ?? ''))
    return saidYes('firewall', true);
  const states = await Promise.all(
    ['firewalld', 'nftables'].map(async (unit) =>
      unitState((await run(SYSTEMCTL, ['is-active', unit]))?.out.trim()),
    ),
  );
  if (states.includes('active')) return saidYes('firewall', true);
  return states.every((state) => state === null)
    ? unknownReading('firewall', 'no-answer')
    : saidYes('firewall', false);
}

/** Null where there is no systemd, which then prints nothing. */
const unitState = (said: string | undefined): string | null =>
  said === undefined || !/^(?:active|inactive|failed|activating|deactivating)$/.test(said) ? null : said;

// --- updates

/** Where the programs that install packages write last. */
const PACKAGE_FILES = [
  '/var/lib/dpkg/status',
  '/var/lib/rpm/rpmdb.sqlite',
  '/usr/lib/sysimage/rpm/rpmdb.sqlite',
  '/var/lib/pacman/local',
  '/lib/apk/db/installed',
];

function lastUpdate(files: SystemFiles, now: number): CheckReading | 'not-offered' {
  const times = PACKAGE_FILES.flatMap((file) => files.changed(file) ?? []);
  return times.length === 0 ? 'not-offered' : updates(Math.max(...times), now);
}
