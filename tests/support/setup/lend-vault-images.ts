/** For unit and integration tests: a set-up copies a vault of this run. No two vaults of one test are copies of the same. */
import { beforeEach, inject } from 'vitest';
import { endLoans, keepVaultImages } from '../vault-images.ts';
import { join } from 'node:path';

keepVaultImages(join(inject('runFolder'), 'vault-images'));
beforeEach(endLoans);
