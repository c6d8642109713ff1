/** The launcher of folder and AppImage: with Chromium's sandbox, or not at all. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { makeTempDir } from '../../support/temp-dir.ts';

/** On a computer whose `unshare` ends with `code`. */
function launch(code: number): ReturnType<typeof spawnSync> {
  const folder = makeTempDir();
  copyFileSync(join(projectDir, 'assets/AppRun'), join(folder, 'AppRun'));
  for (const [name, text] of [
    ['resident-vault', 'printf "%s," "$@"'],
    ['unshare', `exit ${code}`],
  ]) {
    writeFileSync(join(folder, name as string), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name as string), 0o755);
  }
  return spawnSync('/bin/sh', [join(folder, 'AppRun'), 'a b', '--c'], {
    encoding: 'utf8',
    env: { PATH: `${folder}:/usr/bin:/bin` },
  });
}

it.skipIf(process.platform !== 'linux')('a launcher passes on what it is given, and nothing else', () => {
  expect(launch(0)).toMatchObject({ status: 0, stdout: 'a b,--c,' });
});

it.skipIf(process.platform !== 'linux')(
  'a launcher says in both languages what the sandbox needs, and starts nothing without it',
  () => {
    const { status, stdout, stderr } = launch(1);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/沙箱[^]*the sandbox/);
  },
);
