/** The first line of a run says on which engine the features are tested. */
import { chooseFeatureEngine } from '../feature-engine.ts';

export function setup(): void {
  const { name, because } = chooseFeatureEngine();
  process.stdout.write(
    `Features run on ${name} (${because}); RV_ENGINE names another, RV_FULL=1 takes both.\n`,
  );
}
