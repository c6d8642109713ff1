/** Hears from logind on Linux that the screen was locked or another user took the seat, which Electron does not report there. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';

interface LogindEvents {
  readonly onLock: () => void;
  /** The session is no longer the one on its seat. */
  readonly onInactive: () => void;
  /** Whether signals would be heard from now on; false means that the checklist has to say so. */
  readonly onWatching: (watching: boolean) => void;
}

interface LogindOptions {
  /** Address of the bus in place of the system's, for a stand-in. */
  readonly busAddress?: string;
  readonly pid: number;
  readonly uid: number;
  readonly sessionId?: string;
  /** Milliseconds before a monitor that ended is started anew. */
  readonly retryMs: number;
}

const DEST = 'org.freedesktop.login1';
const MANAGER = '/org/freedesktop/login1';
const CALL_TIMEOUT_MS = 5_000;
/** gdbus names the owner of a name a moment before it asks the bus for its signals, and does not say when it has them (decision 0006). */
const SETTLE_MS = 250;

function busEnvironment(options: LogindOptions): NodeJS.ProcessEnv {
  return options.busAddress === undefined
    ? process.env
    : { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: options.busAddress };
}

function call(
  options: LogindOptions,
  path: string,
  method: string,
  ...args: readonly string[]
): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(
      'gdbus',
      [
        'call',
        '--system',
        '--timeout',
        '3',
        '--dest',
        DEST,
        '--object-path',
        path,
        '--method',
        method,
        ...args,
      ],
      { timeout: CALL_TIMEOUT_MS, env: busEnvironment(options) },
      (error, stdout) => resolve(error === null ? stdout : null),
    );
  });
}

const objectPathIn = (reply: string | null): string | null =>
  /'(\/org\/freedesktop\/login1\/session\/[\w]+)'/.exec(reply ?? '')?.[1] ?? null;

/**
 * Our session's object path. A desktop that starts applications as services of the user's own manager puts them outside
 * any session; then the user's display session is the one whose lock counts.
 */
async function findSession(options: LogindOptions): Promise<string | null> {
  const byPid = objectPathIn(
    await call(options, MANAGER, `${DEST}.Manager.GetSessionByPID`, String(options.pid)),
  );
  if (byPid !== null) return byPid;
  const byId =
    options.sessionId === undefined
      ? null
      : objectPathIn(await call(options, MANAGER, `${DEST}.Manager.GetSession`, options.sessionId));
  if (byId !== null) return byId;
  const user = /'(\/org\/freedesktop\/login1\/user\/[\w]+)'/.exec(
    (await call(options, MANAGER, `${DEST}.Manager.GetUser`, String(options.uid))) ?? '',
  )?.[1];
  if (user === undefined) return null;
  return objectPathIn(
    await call(options, user, 'org.freedesktop.DBus.Properties.Get', `${DEST}.User`, 'Display'),
  );
}

/** The signal in one line of `gdbus monitor`; null for a line that is not about a lock or an inactive session. */
export function readSignal(line: string): 'lock' | 'inactive' | null {
  const [, signal, body] = /^\/org\/freedesktop\/login1\/session\/\w+: ([\w.]+) (.*)$/.exec(line) ?? [];
  if (signal === `${DEST}.Session.Lock`) return 'lock';
  if (signal === 'org.freedesktop.DBus.Properties.PropertiesChanged' && /'Active': <false>/.test(body ?? ''))
    return 'inactive';
  return null;
}

/** Watches until stopped; begins anew when the bus, logind or the monitor goes away. */
export function watchLogind(options: LogindOptions, events: LogindEvents): { stop(): void } {
  let stopped = false;
  let monitor: ChildProcess | undefined;
  let retry: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;

  const again = (): void => {
    clearTimeout(settling);
    events.onWatching(false);
    if (!stopped) retry = setTimeout(() => void begin(), options.retryMs);
  };

  // What comes back after a logind has gone is another one, perhaps with another object for our session: it is looked for anew.
  const hearName = (line: string): void => {
    if (!line.includes('is owned by')) return void monitor?.kill();
    settling = setTimeout(() => events.onWatching(true), SETTLE_MS);
  };

  const begin = async (): Promise<void> => {
    const session = await findSession(options);
    if (stopped) return;
    if (session === null) return again();
    monitor = spawn('gdbus', ['monitor', '--system', '--dest', DEST, '--object-path', session], {
      env: busEnvironment(options),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    monitor.on('error', () => undefined);
    monitor.on('close', again);
    let rest = '';
    monitor.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('The name ')) hearName(line);
        const signal = readSignal(line);
        if (signal === 'lock') events.onLock();
        if (signal === 'inactive') events.onInactive();
      }
    });
  };

  void begin();
  return {
    stop() {
      stopped = true;
      clearTimeout(retry);
      clearTimeout(settling);
      monitor?.kill();
    },
  };
}
