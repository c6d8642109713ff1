/**
 * Whoever can write the drive with the backups forges one that leads to roots of their own. The store, its roster and its people are whole and signed from there: nothing in it
 * says that it is not this vault's, but for what the typed sheet has itself pinned.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  BACKUP_STORE_FILE,
  MANIFEST_FILE,
  type Manifest,
  encodeManifest,
  openFacts,
  parseManifest,
} from '../../main/vault/backup-files/manifest.ts';
import { openBySheet, sealBackupKey } from '../../main/vault/backup/backup-key.ts';
import { bind } from '../../main/vault/crypto/bind.ts';
import { bytesOfBase64 } from '../../main/vault/crypto/bytes.ts';
import { canonicalJson } from '../../main/files/canonical-json.ts';
import { sealOldSheet } from '../../main/vault/keys/old-sheets.ts';
import { formatSheet } from '../../main/vault/keys/recovery-sheet.ts';
import { BACKUP_FOLDER, type BackupDeskForTest, makeOne, openBackupDesk } from '../support/backup-desk.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { forgeWorld } from '../support/forged-world.ts';
import { sheetText } from '../support/recover.ts';

describe('a backup that somebody forges around roots of their own', () => {
  const clock = createFakeClock();
  let origin: BackupDeskForTest;
  let genuine: string;
  let forged: string;
  let forgedSheet: Uint8Array;
  beforeEach(async () => {
    origin = await openBackupDesk({ clock, people: 1 });
    const { desk } = origin;
    genuine = await makeOne(desk);
    forgedSheet = await forgeWorld(desk, 'admin');
    await desk.unlock('admin');
    clock.advance(2_000);
    forged = await makeOne(desk);
    await desk.loseComputer();
    desk.vault.offerFile(BACKUP_FOLDER, origin.folder, 'folder');
  });

  const manifestOf = (name: string): Manifest =>
    parseManifest(readFileSync(join(origin.folder, name, MANIFEST_FILE)));
  const stage = (sheet: string): Promise<string> =>
    origin.desk.codeOf('recovery.stageBackup', { folderId: BACKUP_FOLDER, name: forged, sheet });
  async function expectRefused(code: string): Promise<void> {
    expect(await stage(origin.sheet)).toBe(code);
    const { desk } = origin;
    expect(existsSync(desk.vaultDir) ? readdirSync(desk.vaultDir) : []).toEqual([]);
    expect(await desk.call('vault.status', {})).toMatchObject({ state: 'no-vault' });
  }
  /** Of the genuine one, whose slot the sheet opens, with a header that leads from it to the forger's sheet: a public key and a sum, which anybody makes. */
  async function leadToForgedSheet(): Promise<void> {
    const { mac, parsedHeader: header, sum: _sum, ...body } = manifestOf(genuine);
    const { vaultId, recovery } = header;
    const old = sealOldSheet(vaultId, 1, forgedSheet, bytesOfBase64(recovery.receiveKey));
    const signed = { ...body, mac, header: JSON.stringify({ ...header, oldSheets: [old] }) };
    const sum = createHash('sha256')
      .update(bind('backup-sum', canonicalJson(signed)))
      .digest('hex');
    const beside = join(origin.folder, 'RV-20200101-000000');
    await cp(join(origin.folder, genuine), beside, { recursive: true });
    writeFileSync(join(beside, MANIFEST_FILE), canonicalJson({ ...signed, sum }));
  }

  it('opens to the sheet of whoever has forged it, so that it is whole', async () => {
    expect(await stage(sheetText(formatSheet(forgedSheet)))).toBe('ok');
  });

  it('is refused where an older sheet leads to it from a header that the typed sheet opens, before its store is read', async () => {
    await leadToForgedSheet();
    await expectRefused('backup-other-vault');
    // What lies there instead is not even looked at.
    const store = join(origin.folder, forged, BACKUP_STORE_FILE);
    writeFileSync(store, Buffer.alloc(statSync(store).size, 7));
    await expectRefused('backup-other-vault');
  });

  it('is refused where its own header leads to it, with no other backup left', async () => {
    await leadToForgedSheet();
    const { mac: _mac, sum: _sum, facts: _facts, parsedHeader, ...body } = manifestOf(forged);
    const key = openBySheet(manifestOf(forged), forgedSheet);
    const facts = openFacts(manifestOf(forged), key);
    const old = sealOldSheet(
      body.vaultId,
      1,
      forgedSheet,
      bytesOfBase64(manifestOf(genuine).keyFor.sheet.receiveKey),
    );
    const header = JSON.stringify({ ...parsedHeader, oldSheets: [old] });
    const path = join(origin.folder, forged, MANIFEST_FILE);
    writeFileSync(path, encodeManifest({ ...body, header }, facts, key));
    for (const name of readdirSync(origin.folder).filter((one) => one !== forged))
      rmSync(join(origin.folder, name), { recursive: true });
    await expectRefused('backup-wrong-sheet');
  });

  it('is refused where its key is sealed to the typed sheet itself', async () => {
    const { mac: _mac, sum: _sum, facts: _facts, parsedHeader, ...body } = manifestOf(forged);
    const key = openBySheet(manifestOf(forged), forgedSheet);
    const facts = openFacts(manifestOf(forged), key);
    const recoveryKey = bytesOfBase64(manifestOf(genuine).keyFor.sheet.receiveKey);
    const roster = { recoveryKey, members: new Map() } as unknown as Parameters<
      typeof sealBackupKey
    >[2]['roster'];
    const keyFor = sealBackupKey(
      body,
      key,
      { roster, header: { ...parsedHeader, slots: [] } },
      { id: body.keyFor.deviceSecretId, secret: new Uint8Array(32) },
    );
    writeFileSync(
      join(origin.folder, forged, MANIFEST_FILE),
      encodeManifest({ ...body, keyFor }, facts, key),
    );
    await expectRefused('sheet-mismatch');
  });
});
