/** Before the first end-to-end test of a run, once the application is built: the vaults that most tests start from are made. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareProfiles } from '../support/prepared-profiles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What `prepareProfiles` filled. */
    readonly profiles: string;
  }
}

/** One folder for all projects of a run, each of which evaluates this module anew in the one process. */
const FOLDER = 'RESIDENT_VAULT_PREPARED_PROFILES';

export async function setup(project: TestProject): Promise<void> {
  const found = process.env[FOLDER];
  const folder = found ?? mkdtempSync(join(tmpdir(), 'resident-vault-profiles-'));
  project.provide('profiles', folder);
  if (found !== undefined) return;
  process.env[FOLDER] = folder;
  await prepareProfiles(folder);
}

export function teardown(): void {
  const folder = process.env[FOLDER];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
