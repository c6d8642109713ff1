import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeOwnerOnlyFolder } from '../../main/owner-only-folder.ts';
import { makeTempDir } from '../support/temp-dir.ts';

/** Wine's `icacls` takes everything and does nothing. */
const HAS_ACLS = process.env['WINEPREFIX'] === undefined;

it('a folder of the owner alone can be written to', async () => {
  const path = join(makeTempDir(), '前台 电脑', 'vault');
  await makeOwnerOnlyFolder(path);
  writeFileSync(join(path, 'header.json'), 'there');
  expect(readFileSync(join(path, 'header.json'), 'utf8')).toBe('there');
});

it.skipIf(!HAS_ACLS)('a folder of the owner alone lets in two accounts', async () => {
  const path = join(makeTempDir(), 'vault');
  await makeOwnerOnlyFolder(path);
  const entries = execFileSync('icacls', [path], { encoding: 'utf8' }).match(/\(OI\)\(CI\)\(F\)/g);
  expect(entries).toHaveLength(2);
});
