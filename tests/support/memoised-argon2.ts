/** Argon2id with a cache on disk, shared by all test files of a run: one hash per PIN, salt and costs. */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Argon2Input, type HashRaw, argon2File } from '../../main/vault/crypto/hash-raw.ts';
import { loadNative } from '../../main/vault/load-native.ts';

/** Wraps `hash` with a cache in `folder`, which exists. The buffer that is returned belongs to the caller, who may zero it. */
export function memoiseHashRaw(hash: HashRaw, folder: string): HashRaw {
  return async (input) => {
    // Before the first await: the caller zeroes the password afterwards.
    const file = join(folder, cacheKey(input));
    const cached = readIfPresent(file);
    if (cached !== undefined) return cached;
    const computed = await hash(input);
    const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
    writeFileSync(unfinished, computed);
    renameSync(unfinished, file);
    return computed;
  };
}

/** In a process that no test runner has set up. */
export function rememberPins(folder: string): void {
  const library = loadNative(argon2File()) as { hash: HashRaw };
  library.hash = memoiseHashRaw(library.hash, folder);
}

/** SHA-256 over everything that the hash depends on, each part preceded by its length. */
function cacheKey({ password, salt, secret, data, ...costs }: Argon2Input): string {
  const hash = createHash('sha256');
  for (const part of [
    password,
    salt,
    secret,
    data,
    Buffer.from(JSON.stringify(Object.entries(costs).sort())),
  ])
    hash.update(`${part.length} `).update(part);
  return hash.digest('hex');
}

function readIfPresent(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
