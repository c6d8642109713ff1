/** A private bus with a stand-in for logind on it, which locks or loses its seat on demand. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AppUser, asUser } from '../../scripts/desktop/app-user.ts';
import { firstLine, stopHelper } from '../../scripts/desktop/children.ts';
import { startKeyring } from '../../scripts/desktop/keyring.ts';
import { projectDir } from '../../scripts/setup/paths.mjs';

export interface LogindStandIn {
  readonly busAddress: string;
  say(word: 'lock' | 'unlock' | 'lock-other' | 'inactive' | 'active'): void;
  /** logind goes away; the bus stays. */
  leave(): Promise<void>;
  stop(): Promise<void>;
}

/** A bus lets in nobody but the user that it is of: `user` is who the stand-in then has to be. */
export async function startLogindStandIn(
  options: { readonly byUser?: boolean; readonly onBus?: string; readonly user?: AppUser | null } = {},
): Promise<LogindStandIn> {
  const bus = options.onBus === undefined ? await startKeyring('no-service', null) : null;
  const busAddress = options.onBus ?? bus?.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  const script = join(projectDir, 'tests', 'support', 'logind-stand-in.py');
  // Debian's own interpreter: it is the one that has the bus's module.
  const [program = '', ...before] = [...asUser(options.user ?? null), '/usr/bin/python3'];
  const child = spawn(
    program,
    [
      ...before,
      '-c',
      readFileSync(script, 'utf8'),
      busAddress,
      ...(options.byUser === true ? ['--by-user'] : []),
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  await firstLine(child, child.stdout, 'the stand-in for logind');
  const leave = (): Promise<void> => stopHelper(child);
  return {
    busAddress,
    say: (word) => void child.stdin.write(`${word}\n`),
    leave,
    async stop() {
      await leave();
      await bus?.stop();
    },
  };
}
