/** Sees to the system packages that building, running and testing need on Debian; elsewhere it names them. */
import { existsSync, readFileSync } from 'node:fs';
import { run, tail } from './run-command.mjs';
import { say, sayLoudly, SetupError } from './say.mjs';

/** To build the native modules and to run Electron. */
const FOR_RUNNING = [
  'build-essential',
  'python3',
  'pkg-config',
  'libssl-dev',
  'libsecret-1-0',
  'libglib2.0-bin',
  'gnome-keyring',
  'dbus',
  'xvfb',
  'fonts-noto-cjk',
  'libgtk-3-0t64',
  'libnss3',
  'libasound2t64',
  'libgbm1',
  'libatk-bridge2.0-0t64',
  'libxss1',
  'unzip',
];
/** Packages that the tests need as well. */
const FOR_TESTING = [
  'xdotool',
  'sqlcipher',
  'poppler-utils',
  'qpdf',
  'p7zip-full',
  'libreoffice-calc-nogui',
  'python3-uno',
  'python3-dbus',
  'python3-gi',
  'libfaketime',
  'osslsigncode',
];

/** The real Windows Node runs in it. */
const FOR_WINDOWS = ['wine', 'wine64'];

/** Installers of Windows are made with it for their test. */
const FOR_WINDOWS_INSTALLERS = ['nsis'];

/** The validator of archived documents runs in it, and is started from its source. */
const FOR_ARCHIVES = ['default-jdk-headless'];

/** An AppImage that is no release is made with them. */
const FOR_INSTALLERS = ['squashfs-tools', 'desktop-file-utils'];

/** A Chinese face beside the one that screens are drawn in here: other computers have others. */
const FOR_SCREENS = ['fonts-wqy-microhei'];

/** @param {readonly string[]} wanted @returns {Promise<readonly string[]>} */
async function missingPackages(wanted) {
  const { stdout } = await run('dpkg-query', [
    '-W',
    '-f',
    '${Package} ${Version} ${db:Status-Status}\n',
    ...wanted,
  ]);
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return wanted.filter((name) => !installed.has(name));
}

function isDebian() {
  return process.platform === 'linux' && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Reads the family from os-release, so that the advice names a distribution's own tool. */
function linuxName() {
  try {
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'this Linux';
  } catch {
    return 'this Linux';
  }
}

/** Installs the packages that building, running and testing need. */
export const ensureSystemPackages = () => ensurePackages([...FOR_RUNNING, ...FOR_TESTING]);

/** Installs wine, which the tests of Windows need elsewhere. Throws SetupError where it is not there and may not be installed. */
export async function ensureWine() {
  await ensurePackages(FOR_WINDOWS);
  const { code } = await run('wine', ['--version']);
  if (code !== 0) throw new SetupError('there is no wine here, in which Windows programs run');
}

/** Installs what makes an AppImage. */
export const ensureInstallerTools = () => ensurePackages(FOR_INSTALLERS);

/** Installs wine and the compiler of NSIS. Throws SetupError. */
export async function ensureWindowsInstallerTools() {
  await ensureWine();
  await ensurePackages(FOR_WINDOWS_INSTALLERS);
}

/** Installs Java, which the validator of archived documents needs. Throws SetupError where it is not there and may not be installed. */
export async function ensureJava() {
  const { code } = await run('java', ['--version']);
  if (code === 0) return;
  await ensurePackages(FOR_ARCHIVES);
  if ((await run('java', ['--version'])).code !== 0) throw new SetupError('there is no Java here');
}

/** The other Chinese face. Where it may not be installed, what is tested in it is skipped. */
export async function ensureOtherFace() {
  try {
    await ensurePackages(FOR_SCREENS);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
  }
}

/** Installs what is missing when it may, else names it with the command to run. Throws SetupError when apt fails. @param {readonly string[]} wanted */
async function ensurePackages(wanted) {
  if (process.platform !== 'linux') return;
  if (!isDebian()) {
    say(`${linuxName()} is not Debian: if a step fails, install the counterparts of ${wanted.join(' ')}`);
    return;
  }
  const missing = await missingPackages(wanted);
  if (missing.length === 0) return;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) {
    sayLoudly(['System packages are missing. They need root:', `sudo sh -c '${command}'`]);
    return;
  }
  say(`installing system packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...missing],
    { env },
  );
  if (code !== 0)
    throw new SetupError(
      `apt-get could not install the system packages. Run as root:\n  ${command}\n${tail(output)}`,
    );
}
