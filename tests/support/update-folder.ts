/** Update folders of tests, under keys that are made anew for each run. */
import { type KeyObject, generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunningProgram } from '../../main/files/updates/running-program.ts';
import {
  type FolderOptions,
  createRoot,
  makeUpdateFolder,
  signed,
} from '../../scripts/updates/update-folder.ts';
import { makeTempDir } from './temp-dir.ts';

export const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;
export const ROOT_KEYS = [newKey(), newKey(), newKey()] as const;
export const RELEASE_KEY = newKey();

/** Far from now, whatever clock a test turns. */
export const LATER = new Date('2099-01-01T00:00:00Z');
export const SYSTEM = 'linux-x64-folder';

const firstRoot = (releaseKey: KeyObject = RELEASE_KEY): string =>
  signed(createRoot({ version: 1, expires: LATER, rootKeys: ROOT_KEYS, releaseKeys: [releaseKey] }), [
    ROOT_KEYS[0],
    ROOT_KEYS[1],
  ]);

/** A program of version 1.0.0 with a profile of its own. */
export const testProgram = (changes: Partial<RunningProgram> = {}): RunningProgram => ({
  version: '1.0.0',
  system: SYSTEM,
  root: Buffer.from(firstRoot()),
  folder: join(makeTempDir(), 'updates'),
  ...changes,
});

const CONTENT = {
  'resident-vault': 'program',
  'resources/app.asar': 'archive',
  'locales/zh-CN.pak': 'words',
};

/** A folder with version 1.1.0 of a small program. */
export function testUpdate(changes: Partial<FolderOptions> = {}): string {
  const [folder, program] = [makeTempDir(), makeTempDir()];
  for (const [path, text] of Object.entries(CONTENT)) {
    mkdirSync(dirname(join(program, path)), { recursive: true });
    writeFileSync(join(program, path), text.repeat(1000));
  }
  chmodSync(join(program, 'resident-vault'), 0o755);
  makeUpdateFolder(folder, {
    number: 1,
    expires: LATER,
    version: '1.1.0',
    releaseKey: RELEASE_KEY,
    roots: {},
    systems: { [SYSTEM]: program },
    ...changes,
  });
  return folder;
}
