/** The lock: kills the processes that hold keys and resident data before it does anything else, then brings up a fresh, empty pair. */
import type { LastLock } from '../../contract/host.ts';
import type { LockReason } from '../../contract/sign-in/lock-reasons.ts';

interface LockDependencies {
  /** Process ids of the vault and of every page, as they are now. */
  readonly processIds: () => readonly number[];
  readonly kill: (pid: number) => void;
  /** A fresh window on the lock screen and a fresh, keyless vault. Called once the old processes have been sent their signal. */
  readonly startAfresh: (lastLock: LastLock | null) => void;
  readonly wasUnlocked: () => boolean;
  readonly wall: () => number;
}

/** Returns the function that locks. A second call while the first one is replacing things is the same lock. */
export function createLock(deps: LockDependencies): (why: LockReason) => void {
  let lastLock: LastLock | null = null;
  return (why) => {
    // SIGKILL first of all: nothing that follows may be waited for while a key is in memory.
    for (const pid of deps.processIds()) deps.kill(pid);
    if (deps.wasUnlocked()) lastLock = { why, at: deps.wall() };
    deps.startAfresh(lastLock);
  };
}

/** Ends a process at once and without a core file; one that is gone already is what was wanted. Refuses our own and group ids. */
export function killNow(pid: number): void {
  if (!Number.isSafeInteger(pid) || pid <= 1 || pid === process.pid) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ESRCH: it has ended by itself.
  }
}
