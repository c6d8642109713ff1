/** A private bus with a stand-in for logind on it, which locks or loses its seat on demand. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
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

export async function startLogindStandIn(options: { readonly byUser?: boolean; readonly onBus?: string } = {}): Promise<LogindStandIn> {
  const bus = options.onBus === undefined ? await startKeyring('no-service', null) : null;
  const busAddress = options.onBus ?? bus?.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  const script = join(projectDir, 'tests', 'support', 'logind-stand-in.py');
  // Debian's own interpreter: it is the one that has the bus's module.
  const child = spawn('/usr/bin/python3', [script, busAddress, ...(options.byUser === true ? ['--by-user'] : [])], { stdio: ['pipe', 'pipe', 'pipe'] });
  await firstLine(child, child.stdout, 'the stand-in for logind');
  const leave = (): Promise<void> => stopHelper(child);
  return {
    busAddress,
    say: (word) => { child.stdin.write(`${word}\n`); },
    leave,
    async stop() {
      await leave();
      await bus?.stop();
    },
  };
}

