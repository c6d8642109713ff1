import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { rename } from '../../main/files/move-and-remove.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { startScanner } from './scanner.ts';

it('has files open in turn, so that Node alone cannot rename them and the vault can', async () => {
  const folder = makeTempDir();
  const stop = startScanner(join(folder, '..'));
  const path = join(folder, 'header.json');
  const tryOnce = (): void => {
    writeFileSync(path, 'before');
    renameSync(path, `${path}.moved`);
  };
  await vi.waitFor(() => expect(tryOnce).toThrow(/EPERM|EBUSY|EACCES/), { timeout: 20_000, interval: 5 });

  for (let move = 0; move < 50; move++)
    await rename(path, `${path}.moved`).then(() => rename(`${path}.moved`, path));
  await stop();
});
