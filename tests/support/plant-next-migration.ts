/** Has to be loaded before whatever reads the migrations. */
import { MIGRATIONS, type Migration } from '../../main/vault/store/migrations/index.ts';
import { NEXT_MIGRATION } from './next-migration.ts';

(MIGRATIONS as Migration[]).push(NEXT_MIGRATION);
