/** Starts an application without a driver in its way, and asks it afterwards when its screen was painted. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

interface Start {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** A CSS selector of what must be on screen. */
  readonly shows: string;
}

/** Long enough for either application; asking earlier would take time from what is measured. */
const SETTLE_MS = 2_000;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

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

/** Milliseconds from the start of the process to the first paint of what it has to show. */
export async function timeStart({ executable, args, env, shows }: Start): Promise<number> {
  const began = Date.now();
  const child = spawn(executable, [...args, '--remote-debugging-port=0'], { env: { ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  try {
    const port = await readPort(child.stderr);
    await sleep(SETTLE_MS);
    const painted = await askPage(port, paintOf(shows));
    return painted - began;
  } finally {
    child.kill('SIGKILL');
    await ended;
    await sleep(300);
  }
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

async function askPage(port: string, expression: string): Promise<number> {
  const pages = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json() as { readonly type: string; readonly webSocketDebuggerUrl: string }[];
  const page = pages.find(({ type }) => type === 'page');
  if (page === undefined) throw new Error('there is no page');
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  try {
    await new Promise((resolve, reject) => { socket.onopen = resolve; socket.onerror = () => reject(new Error('no connection to the page')); });
    const answer = new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the page did not show what it should')), 20_000);
      socket.onmessage = ({ data }) => {
        clearTimeout(timer);
        resolve(Number((JSON.parse(String(data)) as { result?: { result?: { value?: unknown } } }).result?.result?.value));
      };
    });
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression, awaitPromise: true, returnByValue: true } }));
    return await answer;
  } finally {
    socket.close();
  }
}
