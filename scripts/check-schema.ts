/** Fails where a migration does more to shared tables than it may by itself, and where a table or a column of the store and what its feature says of it (main/vault/store/schema/) are not the same. */
import { MIGRATIONS } from '../main/vault/store/migrations/index.ts';
import * as features from '../main/vault/store/schema/index.ts';
import { migrationFaults } from './checks/migration-faults.ts';
import { schemaFaults } from './checks/schema-facts.ts';

const faults = [
  ...schemaFaults(
    features,
    MIGRATIONS.flatMap(({ statements }) => statements),
  ),
  ...migrationFaults(MIGRATIONS, features),
];
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`schema: ${Object.keys(features).length} features, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
