/** Selects the engine for feature tests. It alternates by commit, so that both are covered within a few commits. */
import { execFileSync } from 'node:child_process';
import { ENGINE_NAMES, type EngineName } from '../../main/vault/store/store.ts';

export interface FeatureEngine {
  readonly name: EngineName | 'both';
  /** The reason, for the first line of the run. */
  readonly because: string;
}

/**
 * `RV_FULL=1` selects both engines, `RV_ENGINE` one by name. Otherwise the last hexadecimal digit of `commit` decides; without a commit
 * (an exported source tree) it is the first engine. Throws for an unknown name.
 */
export function chooseFeatureEngine(
  env: NodeJS.ProcessEnv = process.env,
  commit: string | null = readCommit(),
): FeatureEngine {
  if (env['RV_FULL'] === '1') return { name: 'both', because: 'RV_FULL=1' };
  const requested = env['RV_ENGINE'];
  if (requested !== undefined) {
    const name = ENGINE_NAMES.find((one) => one === requested);
    if (name === undefined) throw new Error(`RV_ENGINE must be one of ${ENGINE_NAMES.join(', ')}`);
    return { name, because: 'RV_ENGINE' };
  }
  if (commit === null) return { name: ENGINE_NAMES[0], because: 'no commit found' };
  const turn = Number.parseInt(commit.at(-1)!, 16) % ENGINE_NAMES.length;
  return { name: ENGINE_NAMES[turn]!, because: `commit ${commit.slice(0, 12)}` };
}

function readCommit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}
