/** Argon2id that remembers: the same hash for the same PIN, salt and costs, kept on disk so that all files of a run share it. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { hashRaw } from '@node-rs/argon2';

type HashRaw = typeof hashRaw;

/** `hash`, asked once for each PIN, salt and set of costs; the answers lie in `folder`. What is returned is the caller's to zero. */
export function memoiseHashRaw(hash: HashRaw, folder: string): HashRaw {
  mkdirSync(folder, { recursive: true });
  return async (password, options, signal) => {
    const file = join(folder, nameOf(password, options));
    const kept = readIfThere(file);
    if (kept !== undefined) return kept;
    const fresh = await hash(password, options, signal);
    const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
    writeFileSync(unfinished, fresh);
    renameSync(unfinished, file);
    return fresh;
  };
}

/** Of all that the hash depends on, each part with its length before it. Taken at once: the caller zeroes the PIN. */
function nameOf(...[password, options]: Parameters<HashRaw>): string {
  const { salt, secret, ...costs } = options ?? {};
  const parts = [password, salt ?? '', secret ?? '', JSON.stringify(Object.entries(costs).sort())];
  const all = createHash('sha256');
  for (const part of parts) {
    const bytes = Buffer.from(part as Uint8Array);
    all.update(`${bytes.length} `).update(bytes);
  }
  return all.digest('hex');
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
