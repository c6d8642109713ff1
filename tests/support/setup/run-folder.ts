/** Global setup of unit and integration tests: one folder shared by all test files of a run, removed at its end. */
import { accessSync, constants, mkdirSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { removeFolder } from '../remove-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the folder; one per run and project. */
    readonly runFolder: string;
  }
}

/** Linux keeps it in memory: tests wait for thousands of fsync calls on a disk, and none of them cuts the power. */
const MEMORY_DISK = '/dev/shm';
const MIN_BYTES_FREE = 2 * 1024 ** 3;

export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(hasMemoryDisk() ? MEMORY_DISK : tmpdir(), 'resident-vault-run-'));
  for (const name of ['tmp', 'argon2', 'vault-images']) mkdirSync(join(folder, name));
  project.provide('runFolder', folder);
  return () => removeFolder(folder);
}

/** Containers often have one of 64 MiB, which is too small. */
function hasMemoryDisk(): boolean {
  try {
    accessSync(MEMORY_DISK, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY_DISK);
    return bavail * bsize >= MIN_BYTES_FREE;
  } catch {
    return false;
  }
}
