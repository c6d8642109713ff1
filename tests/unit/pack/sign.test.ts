/** Signing by a command from outside of the project: here by osslsigncode under a root of the test. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { packFolder } from '../../../scripts/pack/folder-target.ts';
import { assertSigning } from '../../../scripts/pack/pack-app.ts';
import { sign, signFile } from '../../../scripts/pack/sign.mjs';
import { modulesDir } from '../../../scripts/setup/paths.mjs';
import { makeTempDir } from '../../support/temp-dir.ts';

const PROGRAM = join(modulesDir, 'electron-winstaller', 'vendor', 'StubExecutable.exe');

afterEach(() => void vi.unstubAllEnvs());

const openssl = (...args: readonly string[]): Buffer => execFileSync('openssl', args, { stdio: 'pipe' });

/** A root and a signer under it. Returns the path of the root's certificate; from now on the step signs by the signer. */
function useTestRoot(folder: string): string {
  const at = (name: string): string => join(folder, name);
  const make = ['req', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  openssl(...make, '-x509', '-subj', '/CN=Test root', '-keyout', at('root.key'), '-out', at('root.pem'));
  openssl(...make, '-subj', '/CN=Test signer', '-keyout', at('key'), '-out', at('asked'));
  writeFileSync(at('use'), 'extendedKeyUsage=codeSigning');
  const under = ['-CA', at('root.pem'), '-CAkey', at('root.key'), '-CAcreateserial', '-days', '2'];
  openssl('x509', '-req', '-in', at('asked'), ...under, '-extfile', at('use'), '-out', at('signer.pem'));
  writeFileSync(
    at('sign'),
    `#!/bin/sh\nset -e\nosslsigncode sign -h sha256 -certs '${at('signer.pem')}' -key '${at('key')}' -in "$1" -out "$1.signed"\nmv "$1.signed" "$1"\n`,
  );
  chmodSync(at('sign'), 0o755);
  vi.stubEnv('RESIDENT_VAULT_SIGN', at('sign'));
  return at('root.pem');
}

function verifies(program: string, root: string): boolean {
  try {
    execFileSync('osslsigncode', ['verify', '-CAfile', root, '-in', program], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

describe.runIf(process.platform === 'linux')('a Windows program', () => {
  it('verifies once the command has signed it, and under no other root, and not with one byte changed', async () => {
    const folder = makeTempDir();
    const program = join(folder, 'program.exe');
    copyFileSync(PROGRAM, program);
    const root = useTestRoot(folder);
    expect(verifies(program, root)).toBe(false);
    await sign({ path: program });
    expect(verifies(program, root)).toBe(true);
    const bytes = readFileSync(program);
    for (const at of [0x400, bytes.length >> 1]) {
      writeFileSync(program, bytes.with(at, bytes[at]! ^ 1));
      expect(verifies(program, root)).toBe(false);
    }
    writeFileSync(program, bytes);
    expect(verifies(program, useTestRoot(makeTempDir()))).toBe(false);
  });
});

describe('a release', () => {
  it('is made with a command that signs, or says that nobody does, and not both', () => {
    vi.stubEnv('RESIDENT_VAULT_SIGN', '');
    expect(() => assertSigning(true, false)).toThrow(/--unsigned/);
    expect(() => assertSigning(true, true)).not.toThrow();
    expect(() => assertSigning(false, false)).not.toThrow();
    vi.stubEnv('RESIDENT_VAULT_SIGN', '/bin/true');
    expect(() => assertSigning(true, false)).not.toThrow();
    expect(() => assertSigning(true, true)).toThrow(/--unsigned/);
  });

  it.runIf(process.platform === 'linux')('is not made where the command fails', async () => {
    vi.stubEnv('RESIDENT_VAULT_SIGN', '/bin/false');
    expect(() => signFile('/dev/null')).toThrow();
    await expect(sign({ app: '/dev/null' })).rejects.toThrow();
  });
});

it.runIf(process.platform === 'linux')(
  'the folder for Linux is the same at each time, with its starter above the program',
  () => {
    const folder = makeTempDir();
    const program = join(folder, 'linux-unpacked');
    execFileSync('mkdir', ['-p', join(program, 'resources')]);
    writeFileSync(join(program, 'resident-vault'), '');
    chmodSync(join(program, 'resident-vault'), 0o700);
    writeFileSync(join(program, 'resources', 'app.asar'), '', { mode: 0o600 });
    const pack = (name: string): Buffer => {
      packFolder(program, join(folder, name), '1700000000');
      return readFileSync(join(folder, name));
    };
    const first = pack('one.tar.gz');
    execFileSync('touch', [join(program, 'resident-vault')]);
    expect(pack('other.tar.gz').equals(first)).toBe(true);
    const listed = execFileSync('tar', ['-tvf', join(folder, 'one.tar.gz')], { encoding: 'utf8' });
    const lines = listed
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/));
    expect(lines.map((words) => [words[0], words[1], words[5]])).toEqual([
      ['drwxr-xr-x', '0/0', 'resident-vault/program/'],
      ['-rwxr-xr-x', '0/0', 'resident-vault/program/resident-vault'],
      ['drwxr-xr-x', '0/0', 'resident-vault/program/resources/'],
      ['-rw-r--r--', '0/0', 'resident-vault/program/resources/app.asar'],
      ['-rwxr-xr-x', '0/0', 'resident-vault/resident-vault'],
    ]);
  },
);
