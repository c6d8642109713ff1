/** Global setup of unit and integration tests: bundles what threads of the vault start from. */
import type { TestProject } from 'vitest/node';
import { bundleThreads } from '../bundle-threads.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the folder of the bundles. */
    readonly threadsFolder: string;
  }
}

export async function setup(project: TestProject): Promise<void> {
  project.provide('threadsFolder', await bundleThreads());
}
