/** Engines that open a file whatever its schema is: for their own contract, and for what is done to a store behind the application's back. */
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import type { Engine } from '../../main/vault/store/engine/engine.ts';
import { type SchemaRule, readSchema, readVersion } from '../../main/vault/store/engine/schema.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { ENGINES_HERE } from './platform.ts';

const ANY_SCHEMA: SchemaRule = {
  check: (driver, database) => readVersion(driver, database),
  toMake: async (driver) =>
    (await readSchema(driver, 'old')).filter(({ name }) => !name.startsWith('sqlite_')),
  warmUp: async (inMemory) => (await inMemory()).close(),
};

export const lenientEngine = (name: EngineName): Engine => chooseEngine(name, ANY_SCHEMA);

/** Both. */
export const LENIENT_ENGINES: readonly Engine[] = ENGINES_HERE.map(lenientEngine);

/** Changes a schema as only an engine lets somebody do it that has no guard of its own against it. */
export async function rewriteSchema(
  file: { readonly path: string; readonly key: Uint8Array },
  text: string,
): Promise<void> {
  const store = await lenientEngine('sqlcipher').open({ ...file, create: false });
  await store.get({ text: 'PRAGMA writable_schema = ON', values: [] });
  await store.runAlone({ text, values: [] });
  await store.checkpoint();
  await store.close();
}
