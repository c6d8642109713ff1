/** Pictures, the demo and the bench are scripts that Node runs as they are: it loads neither components nor style sheets. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';

it.each(['tests/screens/walk-screens.ts', 'tests/demo/demo-desk.ts', 'tests/bench/measure-desk.ts'])(
  'loads %s without a bundler',
  (file) => {
    const url = pathToFileURL(join(projectDir, file)).href;
    const { stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', `await import('${url}'); process.exit(0);`],
      { encoding: 'utf8', env: {} },
    );
    expect(stderr.replaceAll(/^.*Warning.*$/gm, '').trim()).toBe('');
  },
);
