/** What a release is made of. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { officialForRelease, officialVersion } from '../../../scripts/setup/electron-runtime.mjs';
import { makeTempDir } from '../../support/temp-dir.ts';

afterEach(() => vi.unstubAllEnvs());

it('a release refuses an Electron whose archive has another hash than the one that is pinned', async () => {
  vi.stubEnv('electron_config_cache', makeTempDir());
  vi.stubEnv('electron_use_remote_checksums', '1');
  let asked = '';
  const mirror = createServer((request, response) => {
    asked = request.url ?? '';
    response.end('not Electron');
  });
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/`);
  try {
    await expect(officialForRelease()).rejects.toThrow(/could not be had for a release: .*checksum/i);
  } finally {
    mirror.close();
  }
  expect(asked).toContain(`electron-v${officialVersion()}-${process.platform}-${process.arch}.zip`);
});

it('a release takes no override', async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', makeTempDir());
  await expect(officialForRelease()).rejects.toThrow('unset ELECTRON_OVERRIDE_DIST_PATH');
});
