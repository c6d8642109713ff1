/** Argon2id with a cache on disk, shared by all test files of a run: one hash per PIN, salt and costs. */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { hashRaw } from '@node-rs/argon2';

type HashRaw = typeof hashRaw;

/** Wraps `hash` with a cache in `folder`, which exists. The buffer that is returned belongs to the caller, who may zero it. */
export function memoiseHashRaw(hash: HashRaw, folder: string): HashRaw {
  return async (password, options, signal) => {
    // Before the first await: the caller zeroes the password afterwards.
    const file = join(folder, cacheKey(password, options));
    const cached = readIfPresent(file);
    if (cached !== undefined) return cached;
    const computed = await hash(password, options, signal);
    const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
    writeFileSync(unfinished, computed);
    renameSync(unfinished, file);
    return computed;
  };
}

/** SHA-256 over everything that the hash depends on, each part preceded by its length. */
function cacheKey(...[password, options]: Parameters<HashRaw>): string {
  const { salt, secret, ...costs } = options ?? {};
  const parts = [password, salt ?? '', secret ?? '', JSON.stringify(Object.entries(costs).sort())];
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    hash.update(`${bytes.length} `).update(bytes);
  }
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
