/** Global setup of integration tests: prints which engine the feature tests of this run use. */
import { chooseFeatureEngine } from '../feature-engine.ts';

export function setup(): void {
  const { name, because } = chooseFeatureEngine();
  process.stdout.write(
    `Feature tests run on ${name} (${because}). RV_ENGINE selects one, RV_FULL=1 runs both.\n`,
  );
}
