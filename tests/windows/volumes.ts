/** Folders that are not on the drive of temporary files: on another drive, and on a share of the network. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join, parse } from 'node:path';
import { onTestFinished } from 'vitest';
import { removeFolder } from '../support/remove-folder.ts';
import { makeTempDir } from '../support/temp-dir.ts';

/** What the runner of these tests has laid out under wine, where there is no `subst` and nothing is shared. */
const { RV_WINE_DRIVE, RV_WINE_SHARE } = process.env;

export function makeFolderOnOtherDrive(): string {
  if (RV_WINE_DRIVE) return makeFolderIn(RV_WINE_DRIVE);
  const drive = 'R:';
  execFileSync('subst', [drive, makeTempDir()]);
  onTestFinished(() => void execFileSync('subst', [drive, '/D']));
  return join(drive, '\\');
}

/** On Windows the drive of temporary files by the name under which the system shares it with administrators. */
export function makeFolderOnShare(): string {
  if (RV_WINE_SHARE) return makeFolderIn(RV_WINE_SHARE);
  const temp = makeTempDir();
  const { root } = parse(temp);
  return join(`\\\\localhost\\${root[0]}$`, temp.slice(root.length));
}

function makeFolderIn(place: string): string {
  const folder = mkdtempSync(join(place, 'resident-vault-test-'));
  onTestFinished(() => removeFolder(folder));
  return folder;
}
