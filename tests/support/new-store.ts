/** An empty store of the present schema, in a folder of its own. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Engine } from '../../main/vault/store/engine/engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import type { Store } from '../../main/vault/store/store.ts';
import { makeTempDir } from './temp-dir.ts';

/** The caller closes it. `key`: 32 bytes. */
export const newStore = (engine: Engine, key: Uint8Array = randomBytes(32)): Promise<Store> =>
  openStore({ path: join(makeTempDir(), 'store-0001.db'), key, create: true, engine });
