/** The engines that this runtime loads; a test over both says which one is missing rather than passing without it. */
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import type { Engine } from '../../main/vault/store/engine/engine.ts';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';

export const ENGINES: readonly Engine[] = ENGINE_NAMES.map((name) => chooseEngine(name));
