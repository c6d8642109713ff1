/** Somebody else who can write to the folder lays a link where the content of a file stands before it takes its name. */
import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replaceSharedFile } from '../../main/files/durable-files.ts';
import { makeTempDir } from '../support/temp-dir.ts';

it('neither follows nor removes it, and is for its owner alone', async () => {
  const [shared, elsewhere] = [makeTempDir(), makeTempDir()];
  const [path, theirs] = [join(shared, 'sheet.pdf'), join(elsewhere, 'theirs')];
  writeFileSync(theirs, 'theirs');
  writeFileSync(path, 'before');
  symlinkSync(theirs, `${path}.new`);
  await replaceSharedFile(path, Buffer.from('a secret'));
  expect(readFileSync(theirs, 'utf8')).toBe('theirs');
  expect(lstatSync(`${path}.new`).isSymbolicLink()).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('a secret');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(shared).toSorted()).toEqual(['sheet.pdf', 'sheet.pdf.new']);
});
