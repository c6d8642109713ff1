/** Two processes may lay an application out at once, on a computer where neither has before. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { fillOnce } from '../../../scripts/desktop/stage.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

it('a folder is filled under a name that nobody removes as an earlier one, and has its own once it is whole', () => {
  const dir = join(makeTempDir(), 'electron-33.2.1');
  fillOnce(dir, (draft) => {
    expect(basename(draft)).not.toMatch(/^(?:electron|app)-/);
    expect(existsSync(dir)).toBe(false);
    writeFileSync(join(draft, 'whole'), '');
  });
  expect(existsSync(join(dir, 'whole'))).toBe(true);
});

it('a folder that another process has filled meanwhile is left as it is', () => {
  const dir = join(makeTempDir(), 'app-1');
  fillOnce(dir, (draft) => {
    writeFileSync(join(draft, 'ours'), '');
    mkdirSync(dir);
    writeFileSync(join(dir, 'theirs'), '');
  });
  expect(existsSync(join(dir, 'theirs'))).toBe(true);
  expect(existsSync(join(dir, 'ours'))).toBe(false);
});
