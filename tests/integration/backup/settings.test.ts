/** Where and when backups are made: under the header's MAC, and through what replaces the header. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type BackupDeskForTest,
  chooseFolder,
  headerBytes,
  openBackupDesk,
} from '../../support/backup-desk.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { recover, RECOVERY_PINS } from '../../support/recover.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness } from '../../support/vault-harness.ts';

describe.each(FEATURE_ENGINE_NAMES)('where and when backups are made on %s', (engine) => {
  let made: BackupDeskForTest;
  let desk: VaultHarness;
  beforeEach(async () => {
    made = await openBackupDesk({ engine });
    ({ desk } = made);
  });

  const settings = async () => (await desk.call('backup.read', { folderId: null })).settings;

  it('is what the admin has chosen, also under another device secret and another store key', async () => {
    const chosen = { folder: made.folder, on: false, hour: 12 };
    expect(await settings()).toEqual(chosen);
    for (const route of ['keys.rotateDeviceSecret', 'keys.rotateStoreKey'] as const) {
      await desk.call(route, { pin: PINS.admin });
      await desk.switchTo('admin');
      expect(await settings(), route).toEqual(chosen);
    }
  });

  it.each([
    ['stays what it is in a recovery on this computer', true],
    ['has to be chosen anew where a recovery finds another keychain', false],
  ])('%s', async (_, here) => {
    await desk.lock();
    if (!here) {
      desk.keychain.restore({ deviceSecrets: {}, anchors: [undefined, undefined] });
      await desk.vault.close();
      await desk.start();
    }
    await recover(
      desk,
      made.sheet.split('\n').map((line) => line.split(' ')),
    );
    await desk.call('session.unlock', { slotId: await desk.slotOf('admin'), pin: RECOVERY_PINS.admin });
    expect((await settings()).folder).toBe(here ? made.folder : null);
  });

  it('is nothing that an older header brings back without an alarm', async () => {
    await desk.lock();
    const before = await headerBytes(desk.vaultDir);
    await desk.unlock('admin');
    await chooseFolder(desk, makeTempDir());
    await desk.lock();
    await desk.vault.close();
    writeFileSync(join(desk.vaultDir, 'header.json'), before);
    await desk.start();
    expect(await desk.codeOf('session.unlock', await desk.proofOf('admin'))).toBe('store-mismatch');
  });
});
