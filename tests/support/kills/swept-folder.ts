/** A folder of rosters for the kills of sweeps and disposals, and a sweep to its end. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { SweepView } from '../../../contract/sweep/routes.ts';
import { csvOf } from '../features/sweep.ts';
import { makeTempDir } from '../temp-dir.ts';
import type { VaultHarness } from '../vault-harness.ts';

export interface SweptFolder {
  readonly documents: string;
  readonly paths: readonly string[];
}

/** That many rosters of a few residents, each of others. It goes with the test's temporary folders. */
export function layRosters(count: number): SweptFolder {
  const documents = makeTempDir();
  const paths = Array.from({ length: count }, (_, at) => join(documents, `名册${1_000 + at}.csv`));
  for (const [at, path] of paths.entries()) writeFileSync(path, csvOf(4, at + 1));
  return { documents, paths };
}

/** What it has found. */
export async function sweepToItsEnd(desk: VaultHarness): Promise<SweepView> {
  await expect
    .poll(async () => (await desk.call('sweep.read', {})).sweeps[0]?.state, { timeout: 60_000 })
    .toBe('done');
  return desk.call('sweep.read', {});
}
