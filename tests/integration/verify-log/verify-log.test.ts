/** The log checked from a terminal, on a real gnome-keyring: whole, tampered with, asked for by the wrong person or with the wrong PIN. */
import { execFile, spawn } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Keyring, startKeyring } from '../../../scripts/desktop/keyring.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS } from '../../support/vault-harness.ts';

const execute = promisify(execFile);
const NODE = [process.execPath, '--disable-warning=ExperimentalWarning'] as const;
const child = join(projectDir, 'tests', 'integration', 'verify-log', 'vault-child.ts');
const script = join(projectDir, 'scripts', 'verify-log.ts');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `input` is written at once, or when the command has asked for it. */
function run(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  input: string,
  asked?: string,
): Promise<Ran> {
  const [program = '', ...args] = command;
  const started = spawn(program, args, { env: { ...env, TERM: 'dumb' }, timeout: 60_000 });
  let out = '';
  let err = '';
  started.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  started.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  started.stdin.on('error', () => undefined);
  if (asked === undefined) started.stdin.end(input);
  else
    started.stdout.on('data', () => {
      if (out.includes(asked) && !started.stdin.writableEnded) started.stdin.end(input);
    });
  return new Promise((resolve) => started.once('close', (code) => resolve({ code, out, err })));
}

describe.runIf(process.platform === 'linux')('verify-log', () => {
  let session: Keyring;
  let profile: string;
  let entries = 0;

  const inSession = async (...args: readonly string[]): Promise<string> =>
    (await execute(NODE[0], [NODE[1], child, ...args], { env: { ...session.env }, timeout: 60_000 })).stdout;
  const verifyLog = (args: readonly string[], pin: string): Promise<Ran> =>
    run([...NODE, script, '--profile', profile, ...args], session.env, `${pin}\n`);

  beforeAll(async () => {
    session = await startKeyring('unlocked', null);
    profile = makeTempDir();
    entries = Number(await inSession('make', profile));
  });
  afterAll(() => session?.stop());

  it('says of a whole log how far it was checked and where it ends', async () => {
    const { code, out, err } = await verifyLog([], PINS.supervisor);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    // One more than before: the sign-in of this very check.
    entries += 1;
    expect(out).toContain(`entries: ${entries} checked and good\n`);
    expect(out).toMatch(/^head: {4}[0-9a-f]{64}$/m);
    expect(out).toContain('result:  WHOLE');
    expect(out).toContain('read as: Super One (supervisor)');
    entries += 1;
  });

  it('is open to an admin by name, and to no receptionist', async () => {
    const { code, out } = await verifyLog(['--name', 'Admin One'], PINS.admin);
    expect(code).toBe(0);
    expect(out).toContain(`entries: ${entries + 1} checked and good\n`);
    entries += 2;
    const desk = await verifyLog(['--name', 'Desk One'], PINS.receptionist);
    expect(desk.code).toBe(1);
    expect(desk.err).toContain('No supervisor or admin of that name');
  });

  it('counts a wrong PIN like the lock screen does', async () => {
    for (const left of [4, 3]) {
      const { code, out, err } = await verifyLog(['--name', 'Admin One'], 'wrong-82-tries');
      expect({ code, out, err }).toEqual({
        code: 1,
        out: '',
        err: `Wrong PIN. ${left} more before a wait.\n`,
      });
    }
    expect((await verifyLog(['--name', 'Admin One'], PINS.admin)).code).toBe(0);
    expect((await verifyLog(['--name', 'Admin One'], 'wrong-82-tries')).err).toContain('4 more');
  });

  it('asks a terminal without showing what is typed', async () => {
    const command = [...NODE, script, '--profile', profile].map((word) => `'${word}'`).join(' ');
    const { code, out } = await run(
      ['script', '-qefc', command, '/dev/null'],
      { ...session.env, SHELL: '/bin/sh' },
      `${PINS.supervisor}x\u007f\r`,
      'PIN of Super One:',
    );
    expect(out).toContain('WHOLE');
    expect(out).not.toContain(PINS.supervisor);
    expect(code).toBe(0);
  });

  it('stays away from a profile whose application runs', async () => {
    const link = join(profile, 'SingletonLock');
    symlinkSync(`this-computer-${process.pid}`, link);
    const running = await verifyLog([], PINS.supervisor);
    expect(running).toMatchObject({ code: 1, out: '' });
    expect(running.err).toContain('Close it');
    rmSync(link);
  });

  it('says what is missing', async () => {
    expect((await run([...NODE, script], session.env, '')).err).toContain('usage:');
    expect(await verifyLog([], '')).toEqual({ code: 1, out: '', err: 'no PIN was given\n' });
    expect((await run([...NODE, script, '--profile', tmpdir()], session.env, '')).err).toMatch(
      /no vault|holds nothing/,
    );
    await session.change('locked');
    expect(await verifyLog([], PINS.supervisor)).toEqual({
      code: 1,
      out: '',
      err: 'The keychain is locked. Unlock it and try again.\n',
    });
    await session.change('unlocked');
  });

  it('names the entry that was changed', async () => {
    await inSession('tamper', profile, '3');
    const { code, out } = await verifyLog([], PINS.supervisor);
    expect(code).toBe(1);
    expect(out).toContain('entries: 2 checked and good\n');
    expect(out).toContain('result:  BROKEN at entry 3: its content is not what was written.');
  });
});
