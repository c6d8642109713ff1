/** The engines that tests run on. An engine that does not load fails the test instead of being left out. */
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import type { Engine } from '../../main/vault/store/engine/engine.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { ENGINES_HERE } from './platform.ts';

/** Both engines: for the engine contract, migrations, query plans, copies of a store and store faults. */
export const ENGINES: readonly Engine[] = ENGINES_HERE.map((name) => chooseEngine(name));

/** For feature tests: the engine selected for this run (feature-engine.ts), or both where none was. */
export const FEATURE_ENGINE_NAMES: readonly EngineName[] = ENGINES_HERE.filter((name) =>
  [name, 'both', undefined].includes(process.env['RV_FEATURE_ENGINE']),
);
export const FEATURE_ENGINES: readonly Engine[] = FEATURE_ENGINE_NAMES.map((name) => chooseEngine(name));
