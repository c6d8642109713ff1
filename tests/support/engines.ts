/** The engines that this runtime loads; a test over both says which one is missing rather than passing without it. */
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import type { Engine } from '../../main/vault/store/engine/engine.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';

/** Both: for what an engine promises, migrations, plans of queries, copies of a store and its faults. */
export const ENGINES: readonly Engine[] = ENGINE_NAMES.map((name) => chooseEngine(name));

/** For what the vault does with either: the one that this run has chosen (feature-engine.ts), and both where it has not. */
export const FEATURE_ENGINE_NAMES: readonly EngineName[] = ENGINE_NAMES.filter((name) =>
  [name, 'both', undefined].includes(process.env['RV_FEATURE_ENGINE']),
);
export const FEATURE_ENGINES: readonly Engine[] = FEATURE_ENGINE_NAMES.map((name) => chooseEngine(name));
