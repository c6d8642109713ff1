/** Setup file of `npm run desks -- capture`: every store that a test opens captures its ops and is replayed at a second one as it closes. */
import { inject, vi } from 'vitest';
import type * as openStore from '../../../main/vault/store/open-store.ts';
import { join } from 'node:path';

vi.mock('../../../main/vault/store/open-store.ts', async (importOriginal) => {
  const [real, { capturingOpenStore }] = await Promise.all([
    importOriginal<typeof openStore>(),
    import('../replayed-store.ts'),
  ]);
  const report = process.env['RV_CAPTURE_REPORT'] ?? join(inject('runFolder'), 'replays.jsonl');
  return { ...real, openStore: capturingOpenStore(real.openStore, report) };
});
