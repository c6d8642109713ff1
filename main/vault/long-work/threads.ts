/** Threads of one kind within this process, for as long as one piece of work: each answers one question after another, whoever asks gets the one that has the fewest. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError } from '../app-error.ts';

/** With more of them the engine is what is waited for. */
const MOST_THREADS = 3;

export const threadCount = (): number => Math.max(1, Math.min(MOST_THREADS, availableParallelism()));

/** Its entry beside the module that starts it, whose own `url` this is: a bundle beside the bundle, or in tests the source. */
export const entryBeside = (url: string, name: string): URL =>
  new URL(`./${name}.${url.endsWith('.ts') ? 'ts' : 'cjs'}`, url);

/** In memory that threads see and that is zeroed once: a copy for each would be left behind wherever it was unpacked. */
export function shareSecret(secret: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(secret.length));
  bytes.set(secret);
  return bytes;
}

export interface Threads<Question, Answer> {
  readonly count: number;
  /** Errors: AppError `internal` {what: 'thread'} where the thread has ended. */
  ask(question: Question): Promise<Answer>;
  /** Wherever they are. */
  end(): Promise<void>;
}

/** One for each of `orders`, which it gets as its `workerData`; it has to answer each message with one. */
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
  // What it prints goes nowhere: it may be a value.
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
