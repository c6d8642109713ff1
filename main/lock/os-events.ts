/** Gathers every way in which the operating system says that the person has gone. */
import { app, powerMonitor } from 'electron';
import type { LockReason } from '../../contract/sign-in/lock-reasons.ts';
import { watchLogind } from './logind.ts';

export interface OsEvents {
  /** False where the lock of the OS's own screen is not heard of; the computer checklist says so. */
  isLockWatched(): boolean;
  stop(): void;
}

const LOGIND_RETRY_MS = 30_000;

export function watchOsEvents(lock: (why: LockReason) => void): OsEvents {
  powerMonitor.on('suspend', () => lock('suspend'));
  if (process.platform === 'win32') lockAtSessionEnd(() => lock('shutdown'));
  else powerMonitor.on('shutdown', () => lock('shutdown'));
  if (process.platform !== 'linux') {
    powerMonitor.on('lock-screen', () => lock('os-lock'));
    if (process.platform === 'darwin') powerMonitor.on('user-did-resign-active', () => lock('user-switch'));
    return { isLockWatched: () => true, stop: () => undefined };
  }
  let watched = false;
  const sessionId = process.env['XDG_SESSION_ID'];
  const logind = watchLogind(
    {
      pid: process.pid,
      uid: process.getuid?.() ?? 0,
      retryMs: LOGIND_RETRY_MS,
      ...(sessionId === undefined ? {} : { sessionId }),
    },
    {
      onLock: () => lock('os-lock'),
      onInactive: () => lock('user-switch'),
      onWatching: (watching) => {
        watched = watching;
      },
    },
  );
  return { isLockWatched: () => watched, stop: () => logind.stop() };
}

/** Windows tells windows, not processes, that the session is about to end: by a shutdown, a restart or a sign-out. */
function lockAtSessionEnd(lock: () => void): void {
  app.on('browser-window-created', (_event, window) => {
    window.on('query-session-end', lock);
    window.on('session-end', lock);
  });
}
