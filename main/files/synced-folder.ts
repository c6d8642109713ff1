/** Folders that a service copies to other computers while they are written to. */
import path from 'node:path';

/** Of OneDrive's own variables, which name its folders whatever they are called. */
const ONE_DRIVE = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'] as const;

/** How services call their folders in a user's profile, in Chinese and English. */
const NAMES =
  /^(?:OneDrive(?: - .+)?|Dropbox(?: \(.+\))?|Google ?Drive|我的云端硬盘|iCloud ?Drive|Mobile Documents|CloudStorage|Nutstore(?: Files)?|我的坚果云|坚果云|BaiduSyncdisk|百度网盘同步空间|WPSDrive|WPS ?云盘|Nextcloud|ownCloud|Syncthing)$/iu;

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The folder of such a service that `folder` is or lies in; null where it lies in none that is known by name. Half a store on another computer is none,
 * a copy brought back from there is an older one, and keys would lie with people whom nobody knows.
 */
export function findSyncedFolder(folder: string, { platform, env }: Surroundings): string | null {
  const { sep, resolve } = platform === 'win32' ? path.win32 : path.posix;
  const parts = resolve(folder).split(sep);
  const named = parts.findIndex((part) => NAMES.test(part));
  if (named >= 0) return parts.slice(0, named + 1).join(sep);
  const around = (root: string): boolean => {
    const of = resolve(root).split(sep);
    return of.every((part, index) => part.toLowerCase() === parts[index]?.toLowerCase());
  };
  if (platform !== 'win32') return null;
  return ONE_DRIVE.flatMap((name) => env[name] ?? []).find((root) => root !== '' && around(root)) ?? null;
}
