/** `vault-child.ts` as the next version of the program would be. */
import './plant-next-migration.ts';
import './vault-child.ts';
