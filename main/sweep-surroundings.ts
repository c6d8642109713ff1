/** The folders of the user that a sweep may look into, as the operating system names them. */
import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { SweepSurroundings } from '../contract/host.ts';

/** What is asked for a folder of the user by its name; Electron's `app.getPath`. */
export type PathOf = (name: 'home' | 'desktop' | 'documents' | 'downloads' | 'appData') => string;

export interface SurroundingsOptions {
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
