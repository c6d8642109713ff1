import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotOursError, openPlainFile, readPlainFile } from '../../../main/files/plain-file.ts';
import { HAS_LINKS } from '../../support/platform.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

describe('a file of ours', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = makeTempDir();
    file = join(folder, 'ours.json');
  });

  it('is read whole up to its size, and is null where there is none', async () => {
    expect(readPlainFile(file, 10)).toBeNull();
    expect(await openPlainFile(file)).toBeNull();
    writeFileSync(file, '{"a":1234}');
    expect(Buffer.from(readPlainFile(file, 10)!).toString()).toBe('{"a":1234}');
    const opened = await openPlainFile(file);
    expect(await opened!.readFile('utf8')).toBe('{"a":1234}');
    await opened!.close();
  });

  it('is not read where it is larger', () => {
    writeFileSync(file, '{"a":12345}');
    expect(() => readPlainFile(file, 10)).toThrow(new NotOursError('size'));
  });

  it.skipIf(!existsSync('/proc/self/status'))(
    'is read no further than it may be long, although it says that it is empty',
    () => {
      expect(() => readPlainFile('/proc/self/status', 100)).toThrow(new NotOursError('size'));
      expect(Buffer.from(readPlainFile('/proc/self/status', 100_000)!).toString()).toContain('Name:');
    },
  );

  it.skipIf(!HAS_LINKS).each<readonly [string, () => void]>([
    [
      'a link to a file',
      () => {
        writeFileSync(join(folder, 'theirs'), '{}');
        symlinkSync(join(folder, 'theirs'), file);
      },
    ],
    ['a link to nothing', () => symlinkSync(join(folder, 'nothing'), file)],
    ['a folder', () => void mkdirSync(file)],
    ['a pipe', () => void execFileSync('mkfifo', [file])],
  ])('is no link, folder or pipe, and is not waited for: %s', async (_, make) => {
    make();
    expect(() => readPlainFile(file, 10)).toThrow(new NotOursError('kind'));
    await expect(openPlainFile(file)).rejects.toThrow(new NotOursError('kind'));
  });
});
