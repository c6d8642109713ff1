/** Knows how long each Argon2id took inside a request, by a clock around the module's own function. To be imported before the vault. */
import { createRequire } from 'node:module';
import { type HashRaw, argon2File } from '../../main/vault/crypto/hash-raw.ts';

let spent = 0;
let endedAt = 0;
const argon2 = createRequire(import.meta.url)(argon2File()) as { hash: HashRaw };
const { hash } = argon2;
argon2.hash = async (input) => {
  const started = performance.now();
  try {
    return await hash(input);
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

/** The same clock as text, in front of the vault in the bench's own copy of the application: a line of two monotonic times, in ns, for each hash. */
export const clockForCopy = (logFile: string): string => `
{
  const library = require(${JSON.stringify(argon2File())});
  const { hash } = library;
  const { appendFile } = require('node:fs');
  library.hash = async (input) => {
    const started = process.hrtime.bigint();
    try {
      return await hash(input);
    } finally {
      const line = started + ' ' + process.hrtime.bigint() + '\\n';
      appendFile(${JSON.stringify(logFile)}, line, () => undefined);
    }
  };
}
`;
