/** Setup file of unit and integration tests: `VaultHarness.setUp` copies a cached image. */
import { join } from 'node:path';
import { beforeEach, inject } from 'vitest';
import { enableVaultImages, freeReleasedImages } from '../vault-images.ts';

enableVaultImages(join(inject('runFolder'), 'vault-images'));
beforeEach(freeReleasedImages);
