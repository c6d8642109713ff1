/** Where and when backups are made: under the header's MAC, through what replaces the header, and taken over from an earlier version. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, sealHeader, writeHeader } from '../../../main/vault/keys/header.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import {
  type BackupDeskForTest,
  chooseFolder,
  headerBytes,
  openBackupDesk,
  readCurrentHeader,
} from '../../support/backup-desk.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { recover, RECOVERY_PINS } from '../../support/recover.ts';
import { openStoreOf } from '../../support/store-tools.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness } from '../../support/vault-harness.ts';

describe.each(FEATURE_ENGINE_NAMES)('where and when backups are made on %s', (engine) => {
  let made: BackupDeskForTest;
  let desk: VaultHarness;
  beforeEach(async () => {
    made = await openBackupDesk({ engine });
    ({ desk } = made);
  });
  afterEach(() => desk.dispose());

  const settings = async () => (await desk.call('backup.read', { folderId: null })).settings;

  it('is what the admin has chosen, also under another device secret and another store key', async () => {
    const chosen = { folder: made.folder, on: false, hour: 12 };
    expect(await settings()).toEqual(chosen);
    for (const route of ['keys.rotateDeviceSecret', 'keys.rotateStoreKey'] as const) {
      await desk.call(route, { pin: PINS.admin });
      await desk.lock();
      await desk.unlock('admin');
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

  /** A vault of the version before, whose header says nothing of backups. */
  async function makeOld(folder: string, hour = 3): Promise<void> {
    await desk.lock();
    await desk.vault.close();
    const { backups: _backups, ...body } = bodyOf(await readCurrentHeader(desk));
    await writeHeader(desk.vaultDir, sealHeader(body, desk.keychain.deviceSecrets[body.deviceSecretId]!));
    writeFileSync(join(desk.vaultDir, 'backup-place.json'), JSON.stringify({ folder }));
    const store = await openStoreOf(
      { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets },
      chooseEngine(engine),
      PINS.admin,
    );
    await store.runAlone(
      sql`INSERT INTO backup_setting (id, folder, is_on, hour) VALUES (1, ${folder}, 0, ${hour})`,
    );
    await store.close();
    await desk.start();
  }

  it('is taken over once from a vault of the version before, and the file beside its store goes', async () => {
    await makeOld(made.folder);
    expect((await desk.call('repair.find', { folderId: null })).folder).toBeNull();
    await desk.unlock('admin');
    expect(await settings()).toEqual({ folder: made.folder, on: false, hour: 3 });
    expect(existsSync(join(desk.vaultDir, 'backup-place.json'))).toBe(false);
    await desk.lock();
    expect((await desk.call('repair.find', { folderId: null })).folder).toBe(made.folder);
    const generation = (await readCurrentHeader(desk)).generation;
    await desk.unlock('admin');
    expect((await readCurrentHeader(desk)).generation).toBe(generation);
  });

  it.each<readonly [string, string, number]>([
    ['on a network', '\\\\server\\share', 3],
    ['on a network, as others write it', '//server/share', 3],
    ['with an hour that there is not', '/backups', 99],
  ])('is not taken over where it is %s', async (_, folder, hour) => {
    await makeOld(folder, hour);
    await desk.unlock('admin');
    expect(await settings()).toEqual({ folder: null, on: true, hour: 12 });
  });
});
