/** Setup file of unit and integration tests: threads of the vault start from their bundles, as they do where it ships, and not from their sources. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inject, vi } from 'vitest';
import type * as threads from '../../../main/vault/long-work/threads.ts';

vi.mock('../../../main/vault/long-work/threads.ts', async (importOriginal) => ({
  ...(await importOriginal<typeof threads>()),
  entryBeside: (_url: string, name: string) => pathToFileURL(join(inject('threadsFolder'), `${name}.cjs`)),
}));
