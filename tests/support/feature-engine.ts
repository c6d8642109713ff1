/** Which engine the tests of features run on: one of the two, in turns from commit to commit, so that each has all of them soon. */
import { execFileSync } from 'node:child_process';
import type { EngineName } from '../../main/vault/store/store.ts';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';

export interface FeatureEngine {
  readonly name: EngineName | 'both';
  /** Why this one, for whoever reads the run. */
  readonly because: string;
}

/** `RV_FULL=1` asks for both, `RV_ENGINE` for one by name; else the last digit of the commit decides, and the first engine where there is no commit. */
export function chooseFeatureEngine(env: NodeJS.ProcessEnv = process.env): FeatureEngine {
  if (env['RV_FULL'] === '1') return { name: 'both', because: 'RV_FULL=1' };
  const asked = env['RV_ENGINE'];
  if (asked !== undefined) {
    const name = ENGINE_NAMES.find((one) => one === asked);
    if (name === undefined) throw new Error(`RV_ENGINE is one of ${ENGINE_NAMES.join(', ')}`);
    return { name, because: 'RV_ENGINE' };
  }
  const commit = readCommit();
  if (commit === undefined) return { name: ENGINE_NAMES[0], because: 'there is no commit' };
  const turn = Number.parseInt(commit.at(-1)!, 16) % ENGINE_NAMES.length;
  return { name: ENGINE_NAMES[turn]!, because: `commit ${commit.slice(0, 12)}` };
}

function readCommit(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}
