/** Setup file of unit and integration tests: temporary files go to the run's folder, and `VaultHarness.setUp` copies a cached image. */
import { join } from 'node:path';
import { beforeEach, inject } from 'vitest';
import { enableVaultImages, freeReleasedImages } from '../vault-images.ts';

// Read by os.tmpdir() at each call, here and in child processes.
for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = join(inject('runFolder'), 'tmp');
enableVaultImages(join(inject('runFolder'), 'vault-images'));
beforeEach(freeReleasedImages);
