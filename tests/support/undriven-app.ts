/** An application that no test driver is attached to: its page has the focus only when it has, and is asked over the debugging port alone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../scripts/desktop/launch-app.ts';
import { killTree, processTree } from '../../scripts/desktop/process-tree.ts';
import { evaluateBehind } from './devtools-page.ts';

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

const ANSWER_MS = 20_000;

export async function startUndriven({ executable, args, env }: Start): Promise<UndrivenApp> {
  const child = spawn(executable, [...args, '--remote-debugging-port=0'], {
    env: { ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const port = await readPort(child.stderr);
  const read = async <T>(expression: string): Promise<T> =>
    (await inTime(evaluateBehind(port, expression))) as T;
  return {
    pid: child.pid ?? 0,
    read,
    ask: (work, asked) => read(`(${work.toString()})(${JSON.stringify(asked)})`),
    async end() {
      const family = processTree(child.pid ?? 0);
      killTree(child.pid ?? 0);
      await ended;
      while (family.some(isAlive)) await sleep(20);
    },
  };
}

/** A page that does not show what it is asked for would leave the one who asks waiting for ever. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the page did not show what it should')), ANSWER_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function readPort(stream: NodeJS.ReadableStream): Promise<number> {
  let text = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no debugging port: ${text.slice(-300)}`)), 30_000);
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(text)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}
