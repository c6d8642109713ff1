/** What Electron only prints since 37 ends the processes that hold keys or read what is hostile: Node does the same when it is told to warn. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NODE_BUNDLES } from '../../../scripts/build/bundles.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';

const MODULE = join(projectDir, 'main/files/end-at-rejection.ts');

const codeOf = (begin: string): number | null =>
  spawnSync(
    process.execPath,
    [
      '--unhandled-rejections=warn',
      '--input-type=module',
      '--eval',
      `import { endAtRejection } from ${JSON.stringify(MODULE)};
      ${begin}
      void Promise.reject(new Error('nobody hears of this'));
      setTimeout(() => process.exit(0), 1000);`,
    ],
    { encoding: 'utf8' },
  ).status;

describe('a promise that failed and that nobody awaits', () => {
  it('ends the process at once', () => {
    expect(codeOf('endAtRejection();')).toBe(1);
  });

  it('would be printed alone without that', () => {
    expect(codeOf('')).toBe(0);
  });

  it.each(NODE_BUNDLES.map(({ entry }) => entry).filter((entry) => entry.endsWith('process.ts')))(
    'ends %s',
    (entry) => {
      expect(readFileSync(join(projectDir, entry), 'utf8')).toMatch(/^endAtRejection\(\);$/mu);
    },
  );
});
