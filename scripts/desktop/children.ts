/** Starts the helpers of a desktop and sees that each one is put away, by its own id, whatever happens. */
import { type ChildProcess, spawn } from 'node:child_process';
import { RUN_MARK } from '../testing/left-over.ts';

interface HelperOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Written to the helper's standard input, which is then closed. */
  readonly input?: string;
  /** How many pipes after standard error; the first one is number 3. */
  readonly extraPipe?: boolean;
}

const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

export function startHelper(command: readonly string[], options: HelperOptions): ChildProcess {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    env: { ...options.env, ...markOfRun() },
    stdio: ['pipe', 'pipe', 'pipe', ...(options.extraPipe === true ? ['pipe' as const] : [])],
  });
  living.add(child);
  child.on('close', () => living.delete(child));
  child.on('error', () => living.delete(child));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(options.input ?? '');
  child.stdout?.resume();
  child.stderr?.resume();
  return child;
}

/** By which a run of tests finds what it has left behind (`scripts/testing/left-over.ts`). */
function markOfRun(): Readonly<Record<string, string>> {
  const run = process.env[RUN_MARK];
  return run === undefined ? {} : { [RUN_MARK]: run };
}

/** First line that a stream gives. Rejects when the helper ends or `timeoutMs` pass before there is one. */
export function firstLine(
  child: ChildProcess,
  stream: NodeJS.ReadableStream,
  what: string,
  timeoutMs = 15_000,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    let complaint = '';
    const timer = setTimeout(
      () => reject(new Error(`${what} said nothing for ${timeoutMs} ms: ${complaint}`)),
      timeoutMs,
    );
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-500);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', () => {
      clearTimeout(timer);
      reject(new Error(`${what} ended: ${complaint}`));
    });
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.slice(0, text.indexOf('\n')).trim());
    });
  });
}

/** Ends a helper, gently and then not; resolves when it is gone. */
export function stopHelper(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 2_000);
    child.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
