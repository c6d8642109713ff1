/** A store of its own for a whole suite, removed with its folder when the suite ends. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../../main/vault/store/engine/engine.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { generateEstate, insertEstate } from '../../support/generate-people.ts';

export interface SuiteStore {
  readonly store: Store;
  readonly dispose: () => Promise<void>;
}

export async function openSuiteStore(engine: Engine): Promise<SuiteStore> {
  const dir = mkdtempSync(join(tmpdir(), 'resident-vault-search-'));
  const store = await openStore({
    path: join(dir, 'store-0001.db'),
    key: randomBytes(32),
    create: true,
    engine,
  });
  const dispose = async (): Promise<void> => {
    await store.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { store, dispose };
}

/** With a generated estate in it. */
export async function openEstateStore(
  engine: Engine,
  estate: Parameters<typeof generateEstate>[0],
): Promise<SuiteStore> {
  const suite = await openSuiteStore(engine);
  await insertEstate(suite.store, generateEstate(estate));
  return suite;
}
