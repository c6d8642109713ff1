/** Knows how long each Argon2id took inside a request, by a clock around the module's own function. To be imported before the vault. */
import { createRequire } from 'node:module';

type HashRaw = (...args: readonly unknown[]) => Promise<unknown>;

let spent = 0;
let endedAt = 0;
const argon2 = createRequire(import.meta.url)('@node-rs/argon2') as { hashRaw: HashRaw };
const { hashRaw } = argon2;
argon2.hashRaw = async (...args) => {
  const started = performance.now();
  try {
    return await hashRaw(...args);
  } finally {
    endedAt = performance.now();
    spent += endedAt - started;
  }
};

export interface Timed<T> {
  readonly value: T;
  /** Milliseconds from start to end, and those of them that Argon2id took. */
  readonly whole: number;
  readonly argon: number;
  /** Milliseconds from the end of the last Argon2id to the end: where several of them go on at once, what they took is not theirs to be subtracted. */
  readonly after: number;
}

export async function timeBeyondArgon2id<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const before = spent;
  const started = performance.now();
  const value = await work();
  const ended = performance.now();
  return { value, whole: ended - started, argon: spent - before, after: ended - Math.max(started, endedAt) };
}

/** The same clock as text, appended to the module in the bench's own copy of the application: a line of two monotonic times, in ns, for each hash. */
export const clockForCopy = (logFile: string): string => `
{
  const { hashRaw } = module.exports;
  const { appendFile } = require('node:fs');
  module.exports.hashRaw = async (...args) => {
    const started = process.hrtime.bigint();
    try {
      return await hashRaw(...args);
    } finally {
      const line = started + ' ' + process.hrtime.bigint() + '\\n';
      appendFile(${JSON.stringify(logFile)}, line, () => undefined);
    }
  };
}
`;
