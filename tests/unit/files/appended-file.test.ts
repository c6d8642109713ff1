/** A file that others can put something else in the place of. */
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../main/vault/crypto/bytes.ts';
import { appendToFile, readEnd } from '../../../main/vault/files/appended-file.ts';
import { HAS_LINKS, HAS_UNIX_FILES } from '../../support/platform.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

function fileOf(text: string): string {
  const path = join(makeTempDir(), 'place');
  writeFileSync(path, text);
  return path;
}

describe('a file in a shared folder', () => {
  it('is appended to and keeps what was there', async () => {
    const path = fileOf('one\n');
    await appendToFile(path, utf8('two\n'));
    expect((await readEnd(path, 100)).bytes.toString()).toBe('one\ntwo\n');
    expect(await readEnd(path, 3)).toMatchObject({ bytes: Buffer.from('wo\n'), whole: false });
  });

  it('is not made where it is not there', async () => {
    const path = join(makeTempDir(), 'nothing');
    await expect(appendToFile(path, utf8('x'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(readEnd(path, 9)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  const put = {
    ...(HAS_LINKS ? { 'a link': (victim: string, path: string) => symlinkSync(victim, path) } : {}),
    'a second name of another file': (victim: string, path: string) => linkSync(victim, path),
    'a folder': (_victim: string, path: string) => void mkdirSync(path),
    ...(!HAS_UNIX_FILES
      ? {}
      : {
          'a pipe that nobody writes to': (_victim: string, path: string) =>
            void execFileSync('mkfifo', [path]),
        }),
  };
  it.each(Object.entries(put))(
    'is neither read nor written where %s stands in its place',
    async (_what, plant) => {
      const folder = makeTempDir();
      const [victim, path] = [join(folder, 'victim'), join(folder, 'place')];
      writeFileSync(victim, "somebody's own");
      plant(victim, path);
      await expect(appendToFile(path, utf8('x'))).rejects.toMatchObject({ code: 'disk-error' });
      await expect(readEnd(path, 100)).rejects.toMatchObject({ code: 'disk-error' });
      expect(readFileSync(victim, 'utf8')).toBe("somebody's own");
    },
  );
});
