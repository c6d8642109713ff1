/** The folders of the user that a sweep may look into, as the operating system names them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { SweepSurroundings } from '../contract/host.ts';

/** Path of a user's folder by its name; Electron's `app.getPath`. */
type PathOf = (name: 'home' | 'desktop' | 'documents' | 'downloads' | 'appData') => string;

interface SurroundingsOptions {
  readonly pathOf: PathOf;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The application's own folder. */
  readonly profile: string;
}

/** Of the real vault. */
export function readSurroundings({ pathOf, platform, env, profile }: SurroundingsOptions): SweepSurroundings {
  const folder = (name: Parameters<PathOf>[0]): string | null => {
    try {
      return pathOf(name);
    } catch {
      return null;
    }
  };
  return {
    platform,
    separator: sep,
    home: folder('home'),
    desktop: folder('desktop'),
    documents: folder('documents'),
    downloads: folder('downloads'),
    appData: platform === 'win32' ? folder('appData') : null,
    localAppData: platform === 'win32' ? (env['LOCALAPPDATA'] ?? null) : null,
    drives: listDrives(platform, env),
    bins: platform === 'linux' ? listBins() : [],
    leftOut: [profile],
  };
}

/** Of a practice vault, whose PINs everybody knows: nothing but the folder of its own workbook. */
export const practiceSurroundings = (folder: string, vaultDir: string): SweepSurroundings => ({
  platform: process.platform,
  separator: sep,
  home: null,
  desktop: null,
  documents: folder,
  downloads: null,
  appData: null,
  localAppData: null,
  drives: [],
  bins: [],
  leftOut: [vaultDir],
});

/** Windows does not say without a program of its own which drive is removable: every letter but that of the system. */
function listDrives(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): string[] {
  if (platform === 'win32') {
    const system = (env['SystemDrive'] ?? 'C:').toUpperCase();
    return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
      .map((letter) => `${letter}:`)
      .filter((drive) => drive !== system && existsSync(`${drive}\\`))
      .map((drive) => `${drive}\\`);
  }
  const user = env['USER'] ?? '';
  const mounts = platform === 'darwin' ? ['/Volumes'] : [`/media/${user}`, `/run/media/${user}`];
  return mounts.flatMap((folder) => {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(folder, name));
    } catch {
      return [];
    }
  });
}

/** Of disks alone: a file system on a network may be gone, and asking for it would take long. */
const DISKS: ReadonlySet<string> = new Set(
  'ext2 ext3 ext4 xfs btrfs f2fs vfat exfat ntfs ntfs3 fuseblk'.split(' '),
);

/** Where files of this user on other disks are thrown away (freedesktop.org trash specification 1.0, "Trash directories"). */
function listBins(): string[] {
  const user = process.getuid?.() ?? 0;
  let mounts: string;
  try {
    mounts = readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    return [];
  }
  return binsOf(mounts, user).filter((folder) => existsSync(folder));
}

/** Pure: of the mounts as the system lists them. */
export const binsOf = (mounts: string, user: number): string[] =>
  mounts.split('\n').flatMap((line) => {
    const [, mount, kind] = line.split(' ');
    if (mount === undefined || kind === undefined || !DISKS.has(kind)) return [];
    const folder = mount.replace(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(parseInt(octal, 8)),
    );
    return [join(folder, `.Trash-${user}`, 'files'), join(folder, '.Trash', String(user), 'files')];
  });
