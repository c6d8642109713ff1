/** Starts an application without a driver in its way, and asks its page what it has to tell over the debugging port alone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Start {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface UndrivenApp {
  /** Of what was started; the application is it or one of its children. */
  readonly pid: number;
  /** Runs a function, which must not refer to anything outside itself, in the page that is there now. */
  ask<T, A>(work: (asked: A) => T | Promise<T>, asked: A): Promise<T>;
  /** Evaluates an expression in the page that is there now. */
  read<T>(expression: string): Promise<T>;
  end(): Promise<void>;
}

/** Long enough for any page to be painted; asking earlier would take time from what is measured. */
export const SETTLE_MS = 2_000;
export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * An expression for a page: when something within the selector was first painted, in milliseconds since 1970. Of the page's largest
 * contentful paints (W3C), which are kept with their elements, the first that lies within: what stood there before does not count.
 */
export const paintOf = (selector: string): string => `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const paint = list.getEntries().find(({ element }) => element !== null && element.closest(${JSON.stringify(selector)}) !== null);
    if (paint !== undefined) resolve(performance.timeOrigin + paint.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

/** Milliseconds from the start of the process to the first paint within a CSS selector. */
export async function timeStart(start: Start, shows: string): Promise<number> {
  const began = Date.now();
  const app = await startUndriven(start);
  try {
    await sleep(SETTLE_MS);
    return (await app.read<number>(paintOf(shows))) - began;
  } finally {
    await app.end();
  }
}

export async function startUndriven({ executable, args, env }: Start): Promise<UndrivenApp> {
  const child = spawn(executable, [...args, '--remote-debugging-port=0'], {
    env: { ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const port = await readPort(child.stderr);
  const read = <T>(expression: string): Promise<T> => askPage<T>(port, expression);
  return {
    pid: child.pid ?? 0,
    read,
    ask: (work, asked) => read(`(${work.toString()})(${JSON.stringify(asked)})`),
    async end() {
      child.kill('SIGKILL');
      await ended;
      await sleep(300);
    },
  };
}

function readPort(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no debugging port: ${text.slice(-300)}`)), 30_000);
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(text)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(port);
    });
  });
}

interface Evaluated<T> {
  readonly result?: {
    readonly result?: { readonly value?: T };
    readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
  };
}

async function askPage<T>(port: string, expression: string): Promise<T> {
  const pages = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    readonly type: string;
    readonly webSocketDebuggerUrl: string;
  }[];
  const page = pages.find(({ type }) => type === 'page');
  if (page === undefined) throw new Error('there is no page');
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  try {
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = () => reject(new Error('no connection to the page'));
    });
    const answer = new Promise<Evaluated<T>>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the page did not show what it should')), 20_000);
      socket.onmessage = ({ data }) => {
        clearTimeout(timer);
        resolve(JSON.parse(String(data)) as Evaluated<T>);
      };
    });
    socket.send(
      JSON.stringify({
        id: 1,
        method: 'Runtime.evaluate',
        params: { expression, awaitPromise: true, returnByValue: true },
      }),
    );
    const { result } = await answer;
    if (result?.exceptionDetails !== undefined)
      throw new Error(result.exceptionDetails.exception?.description ?? 'the page could not answer');
    return result?.result?.value as T;
  } finally {
    socket.close();
  }
}
