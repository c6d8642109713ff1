import { join } from 'node:path';
import { expect, it } from 'vitest';
import { targetOf } from '../../../scripts/pack/pack-app.ts';
import { npmCommand, run } from '../../../scripts/setup/run-command.mjs';

it('npm is called by its name, and on Windows by its own script, so that no shell takes words apart', () => {
  const args = ['ci', '--prefix', 'C:\\业主 档案'];
  expect(npmCommand(args, { platform: 'linux', env: {} })).toEqual(['npm', ...args]);
  expect(npmCommand(args, { platform: 'win32', env: { npm_execpath: 'npm-cli.js' } })).toEqual([
    process.execPath,
    'npm-cli.js',
    ...args,
  ]);
  expect(npmCommand(args, { platform: 'win32', env: {} })[1]).toContain(join('npm', 'bin', 'npm-cli.js'));
});

it('a command gets its words as they are', async () => {
  const words = ['a b', '$HOME', '"', '%PATH%', '&'];
  const { code, stdout } = await run(process.execPath, [
    '-p',
    'JSON.stringify(process.argv.slice(1))',
    ...words,
  ]);
  expect([code, JSON.parse(stdout)]).toEqual([0, words]);
});

it('a system is packed for by what electron-builder makes of it', () => {
  expect(targetOf('linux')).toMatchObject({ flag: '--linux', program: 'resident-vault' });
  expect(targetOf('win32', 'x64')).toMatchObject({ folder: 'win-unpacked', program: 'Resident Vault.exe' });
  expect(targetOf('darwin', 'arm64').folder).toBe('mac-arm64');
  expect(() => targetOf('aix')).toThrow('aix');
});
