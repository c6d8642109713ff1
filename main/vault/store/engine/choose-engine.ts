/** Chooses an engine that this runtime can load, without trying one that would crash it. */
import { assertNever } from '../../../../contract/result.ts';
import type { EngineName } from '../store.ts';
import { createBetterSqlite3Engine, NEEDED_NODE_API } from './better-sqlite3.ts';
import type { Engine } from './engine.ts';
import { nodeApiVersion } from '../../load-native.ts';
import { OUR_SCHEMA, type SchemaRule } from './schema.ts';
import { createSqlcipherEngine } from './sqlcipher.ts';

/**
 * The wanted engine; for `auto`, better-sqlite3 where Node-API 10 is available, else SQLCipher itself.
 * It opens files of our schema; tests of the engines make tables of their own. Errors: AppError `engine-missing`.
 */
export function chooseEngine(wanted: 'auto' | EngineName, schema: SchemaRule = OUR_SCHEMA): Engine {
  switch (wanted) {
    case 'auto':
      return nodeApiVersion() >= NEEDED_NODE_API
        ? createBetterSqlite3Engine(schema)
        : createSqlcipherEngine(schema);
    case 'better-sqlite3':
      return createBetterSqlite3Engine(schema);
    case 'sqlcipher':
      return createSqlcipherEngine(schema);
    default:
      return assertNever(wanted);
  }
}
