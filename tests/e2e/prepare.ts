/** Before the first end-to-end test of a run: the application is built and laid out, and the vaults that most tests start from are made. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareApp } from '../../scripts/desktop/prepare-app.ts';
import { prepareProfiles } from '../support/prepared-profiles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What `prepareProfiles` filled. */
    readonly profiles: string;
  }
}

/** One for all projects of a run, each of which calls this module anew. */
const folder = join(tmpdir(), `resident-vault-profiles-${process.pid}`);

export async function setup(project: TestProject): Promise<void> {
  project.provide('profiles', folder);
  await prepareApp();
  if (existsSync(folder)) return;
  mkdirSync(folder, { mode: 0o700 });
  await prepareProfiles(folder);
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
