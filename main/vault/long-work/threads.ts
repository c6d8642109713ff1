/**
 * Worker threads for one piece of work: each answers one question after another; a question goes to the
 * thread with the fewest waiting.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError } from '../app-error.ts';

/** Most threads; with more, the engine is the bottleneck. */
const MAX_THREADS = 3;

/** How many threads to start on this computer: at least 1. */
export const threadCount = (): number => Math.max(1, Math.min(MAX_THREADS, availableParallelism()));

/**
 * Address of a thread's entry file beside the module that starts it. `url` is that module's
 * `import.meta.url`; `name` has no extension. The bundle has .cjs files, tests run the .ts sources.
 */
export const entryBeside = (url: string, name: string): URL =>
  new URL(`./${name}.${url.endsWith('.ts') ? 'ts' : 'cjs'}`, url);

/**
 * A copy of a secret in memory shared with threads, so that zeroing it once is enough; a copy for each thread
 * would remain in its memory.
 */
export function shareSecret(secret: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(secret.length));
  bytes.set(secret);
  return bytes;
}

/** Running threads. */
export interface Threads<Question, Answer> {
  readonly count: number;
  /** The answer of one of the threads. Errors: AppError `internal` {what: 'thread'} where it has ended. */
  ask(question: Question): Promise<Answer>;
  /** Terminates all threads, whatever they are doing. */
  end(): Promise<void>;
}

/**
 * Starts one thread for each of `orders`, which it gets as its `workerData`. The entry must answer each
 * message with exactly one.
 */
export function startThreads<Question, Answer>(
  entry: URL,
  orders: readonly unknown[],
): Threads<Question, Answer> {
  const threads = orders.map((order) => startThread<Question, Answer>(entry, order));
  return {
    count: threads.length,
    ask: (question) =>
      threads.reduce((least, one) => (one.waiting() < least.waiting() ? one : least)).ask(question),
    end: async () => {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

function startThread<Question, Answer>(
  entry: URL,
  order: unknown,
): Omit<Threads<Question, Answer>, 'count'> & { waiting(): number } {
  // Its output is discarded, because it could contain a value.
  const worker = new Worker(entry, { workerData: order, env: {}, stdout: true, stderr: true });
  const asked: { readonly resolve: (answer: Answer) => void; readonly reject: (error: AppError) => void }[] =
    [];
  const ended = (): AppError => new AppError('internal', { what: 'thread' });
  let hasEnded = false;
  const end = (): void => {
    hasEnded = true;
    for (const { reject } of asked.splice(0)) reject(ended());
  };
  worker.on('message', (answer: Answer) => asked.shift()?.resolve(answer));
  worker.on('error', end);
  worker.on('exit', end);
  return {
    waiting: () => asked.length,
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (hasEnded) return reject(ended());
        asked.push({ resolve, reject });
        worker.postMessage(question);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
