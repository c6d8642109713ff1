/** Puts an estate into a vault's store without its routes: a workbook holds 200,000 rows, and a bench of search need not wait for an import. */
import { join } from 'node:path';
import type { Role } from '../../contract/fields.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { insertEstate } from '../support/generate-people.ts';
import { STORE_FILE, storeKeyOf } from '../support/store-tools.ts';
import { benchHouseholds } from './typed-texts.ts';

interface FilledVault {
  readonly vaultDir: string;
  readonly deviceSecrets: Readonly<Record<string, Uint8Array>>;
  readonly role: Role;
  readonly pin: string;
  readonly engine: EngineName;
}

/** The vault must be closed. */
export async function fillStore(
  { vaultDir, deviceSecrets, role, pin, engine }: FilledVault,
  residents: number,
): Promise<{ readonly path: string; readonly key: Uint8Array }> {
  const path = join(vaultDir, STORE_FILE);
  const key = await storeKeyOf(vaultDir, deviceSecrets, role, pin);
  const store = await openStore({ path, key, create: false, engine: chooseEngine(engine) });
  await insertEstate(store, benchHouseholds(residents));
  await store.checkpoint();
  await store.close();
  return { path, key };
}
