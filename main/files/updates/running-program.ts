/** The program that runs, as an update has to fit it. */
import { accessSync, constants, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The program that is to be updated. */
export interface RunningProgram {
  readonly version: string;
  /** What it was installed as, which is the folder of its files in an update. */
  readonly system: string;
  /** Metadata of the trusted root, as it was packed; null of a build that takes no updates. */
  readonly root: Uint8Array | null;
  /** Where updates lie in the profile. */
  readonly folder: string;
}

/** Of a vault that was not told. */
export const NO_PROGRAM: RunningProgram = { version: '0.0.0', system: '', root: null, folder: '' };

/** In that folder: an update that was verified whole. */
export const READY = 'ready';

/** Of a packed program, from its root; a build without it takes no updates. */
export const UPDATE_ROOT = 'dist/update-root.json';

/** The program ends with it where an update waits for the starter that has started it (`assets/starter.sh`). */
export const UPDATE_WAITS = 87;

/** The folder with the program and its starter; null where the program is not of that form, or whoever uses it may not change it. */
export function starterFolderOf({ platform, execPath } = process): string | null {
  const program = dirname(execPath);
  const folder = dirname(program);
  if (platform !== 'linux' || basename(program) !== 'program') return null;
  try {
    accessSync(folder, constants.W_OK);
    accessSync(join(folder, 'resident-vault'), constants.X_OK);
    return folder;
  } catch {
    return null;
  }
}

/** In the folder of a starter, or in that of updates in the profile: what became of an update. */
export const OUTCOME = 'outcome';

/** Whether the installer of Windows has left word of what became of an update. */
export function installerHasTold(profile: string, platform: string = process.platform): boolean {
  if (platform !== 'win32') return false;
  try {
    accessSync(join(profile, 'updates', OUTCOME), constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** `root`: the archive, or the folder of a program that is not packed. `profile`: where the program keeps what it writes. */
export function runningProgram(root: string, profile: string): RunningProgram {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { version, system: systemOf(), root: readRoot(root), folder: join(profile, 'updates') };
}

function readRoot(root: string): Uint8Array | null {
  try {
    return readFileSync(join(root, UPDATE_ROOT));
  } catch {
    return null;
  }
}

/** What it was installed as: `linux-x64-folder` alone is brought up to date by the program itself. */
function systemOf({ platform, arch, execPath } = process): string {
  const form = platform === 'win32' ? 'installer' : platform === 'darwin' ? 'dmg' : linuxForm(execPath);
  return `${platform}-${arch}-${form}`;
}

/** The runtime of an AppImage mounts it at such a folder; the deb installs below /opt. */
const linuxForm = (execPath: string): string =>
  execPath.includes('/.mount_') ? 'appimage' : execPath.startsWith('/opt/') ? 'deb' : 'folder';
