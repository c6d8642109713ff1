/** Chromium's sandbox does not work for root: there, the application runs as an ordinary user made for it. */
import { execFileSync } from 'node:child_process';
import { say } from '../setup/say.mjs';

export interface AppUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
  readonly home: string;
}

const NAME = 'resident-vault-dev';

function lookUp(name: string): AppUser | null {
  try {
    const [, , uid, gid, , home] = execFileSync('getent', ['passwd', name], { encoding: 'utf8' })
      .trim()
      .split(':');
    return { uid: Number(uid), gid: Number(gid), name, home: home ?? '/' };
  } catch {
    return null;
  }
}

/** The user to run as, made at the first call; null where we are not root and run as ourselves. */
export function ensureAppUser(): AppUser | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const found = lookUp(NAME);
  if (found !== null) return found;
  say(`making the system user ${NAME}: the application runs as it, with Chromium's sandbox on`);
  execFileSync('useradd', ['--system', '--create-home', '--shell', '/usr/sbin/nologin', NAME], {
    stdio: 'pipe',
  });
  const made = lookUp(NAME);
  if (made === null) throw new Error(`useradd made no user ${NAME}`);
  return made;
}

/** Command and arguments in front of a command that is to run as that user, with no privilege left to regain. */
export function asUser(user: AppUser | null): readonly string[] {
  if (user === null) return [];
  return [
    'setpriv',
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--init-groups',
    '--inh-caps=-all',
    '--bounding-set=-all',
    '--no-new-privs',
    '--',
  ];
}
