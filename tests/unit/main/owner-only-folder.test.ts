import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { type RunSystemProgram, restrictToOwner } from '../../../main/owner-only-folder.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const WHO = '"front-desk\\前台","S-1-5-21-1004336348-1177238915-682003330-1001"\r\n';

it('Windows grants a folder to the account by its SID and to the system, and to nobody from above', async () => {
  const path = makeTempDir();
  const run = vi.fn<RunSystemProgram>().mockResolvedValueOnce(WHO).mockResolvedValueOnce('');

  await restrictToOwner(path, run);

  expect(run.mock.calls).toEqual([
    ['whoami.exe', ['/user', '/fo', 'csv', '/nh']],
    [
      'icacls.exe',
      [
        path,
        '/inheritance:r',
        '/grant:r',
        '*S-1-5-21-1004336348-1177238915-682003330-1001:(OI)(CI)F',
        '*S-1-5-18:(OI)(CI)F',
      ],
    ],
  ]);
  expect(readdirSync(path)).toEqual([]);
});

it('a folder stays as the one around it where the account is not told or cannot be granted anything', async () => {
  const path = makeTempDir();
  const unknown = vi.fn<RunSystemProgram>().mockResolvedValueOnce('');
  await restrictToOwner(path, unknown);
  expect(unknown).toHaveBeenCalledOnce();

  const refused = vi.fn<RunSystemProgram>().mockResolvedValueOnce(WHO).mockRejectedValueOnce(new Error('5'));
  await restrictToOwner(path, refused);
  expect(refused).toHaveBeenCalledTimes(2);
});

it('a grant that shuts the vault out is taken back', async () => {
  const path = join(makeTempDir(), 'gone');
  const run = vi.fn<RunSystemProgram>().mockResolvedValueOnce(WHO).mockResolvedValue('');
  expect(existsSync(path)).toBe(false);

  await restrictToOwner(path, run);

  expect(run.mock.calls.at(-1)).toEqual(['icacls.exe', [path, '/reset']]);
});
