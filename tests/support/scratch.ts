/** A copy of the sources as they are, with the packages of this tree, for a script that changes them. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { cacheDir, modulesDir, projectDir } from '../../scripts/setup/paths.mjs';

/** What `work` returns, which is given the folder of a copy that is removed behind it. `kind`: what the folder's name begins with. */
export async function inScratch<T>(kind: string, work: (dir: string) => T | Promise<T>): Promise<T> {
  mkdirSync(cacheDir, { recursive: true });
  const dir = mkdtempSync(join(cacheDir, `${kind}-`));
  try {
    for (const file of listSources()) cpSync(join(projectDir, file), join(dir, file));
    symlinkSync(modulesDir, join(dir, 'node_modules'));
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** All files of the working tree but for the pictures of screens. */
function listSources(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectDir,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((file) => file !== '' && !file.startsWith('docs/screens/'));
}
