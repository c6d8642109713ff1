/** A copy of this working tree: files that git knows or would take, as they are now. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './paths.mjs';

/** What is gone here is gone in `dir` too. */
export function copyWorkingTree(dir: string): void {
  const list = (...args: readonly string[]): readonly string[] =>
    execFileSync('git', ['ls-files', '-z', ...args], { cwd: projectDir, encoding: 'utf8' })
      .split('\0')
      .filter((name) => name !== '' && existsSync(join(projectDir, name)));
  const names = [...list(), ...list('--others', '--exclude-standard')];
  for (const top of new Set(names.map((name) => name.split('/')[0] as string)))
    rmSync(join(dir, top), { recursive: true, force: true });
  for (const name of names) cpSync(join(projectDir, name), join(dir, name));
}
