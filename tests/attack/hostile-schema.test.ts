/**
 * SQL that somebody has written into the schema of a file. A schema's text may go on behind its first statement: SQLite passes over the rest when it
 * loads it, and whoever runs the text anew runs all of it. By the store key: in the vault's own store. Without any key: in a backup on a drive that
 * somebody else can write to, sealed to the sheet's public key as every backup is.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealBackupKey } from '../../main/vault/backup/backup-key.ts';
import {
  BACKUP_STORE_FILE,
  encodeManifest,
  MANIFEST_FILE,
  parseManifest,
} from '../../main/vault/backup-files/manifest.ts';
import { sumOfFile } from '../../main/vault/backup-files/backup-files.ts';
import { bytesOfBase64 } from '../../main/vault/crypto/bytes.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import type { Engine } from '../../main/vault/store/engine/engine.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';
import { BACKUP_FOLDER, makeOne, NOBODY_WATCHES, openBackupDesk } from '../support/backup-desk.ts';
import { rewriteSchema } from '../support/any-schema.ts';
import { STORE_FILE, storeKeyOf } from '../support/store-tools.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { createHarness, PINS } from '../support/vault-harness.ts';

/** An empty file of theirs, which the engines would not make, and would write to. */
function makeLoot(): string {
  const path = join(makeTempDir(), 'loot.db');
  writeFileSync(path, '');
  return path;
}

/** Behind the words of a trigger that the migrations have made. */
async function plantTail(
  file: { readonly path: string; readonly key: Uint8Array },
  loot: string,
): Promise<void> {
  const tail = `; ATTACH DATABASE ''${loot}'' AS loot KEY ''''; CREATE TABLE loot.loot AS SELECT * FROM person`;
  await rewriteSchema(
    file,
    `UPDATE sqlite_schema SET sql = sql || '${tail}' WHERE name = 'log_entry_no_update'`,
  );
}

/** A new store, with the tail in it, in the place of that of a genuine backup; of the backup nothing is needed but what it shows without a key. */
async function forgeBackup(folder: string, engine: Engine, loot: string): Promise<void> {
  const genuine = parseManifest(readFileSync(join(folder, MANIFEST_FILE)));
  const key = new Uint8Array(32).fill(9);
  const path = join(makeTempDir(), BACKUP_STORE_FILE);
  const store = await openStore({ path, key, create: true, engine });
  await store.checkpoint();
  await store.close();
  await plantTail({ path, key }, loot);
  writeFileSync(join(folder, BACKUP_STORE_FILE), readFileSync(path));
  const { mac: _mac, sum: _sum, parsedHeader, facts: _facts, ...body } = genuine;
  const recoveryKey = bytesOfBase64(genuine.keyFor.sheet.receiveKey);
  const roster = { recoveryKey, members: new Map() } as unknown as Parameters<
    typeof sealBackupKey
  >[2]['roster'];
  const device = { id: genuine.keyFor.deviceSecretId, secret: new Uint8Array(32) };
  const facts = {
    rosterHead: { n: 1, hash: '0'.repeat(64) },
    log: { seq: 0, hash: '0'.repeat(64) },
    tierEpochs: { contact: 1, identity: 1 },
    tables: [],
  };
  const forged = {
    ...body,
    keyFor: sealBackupKey(genuine, key, { roster, header: { ...parsedHeader, slots: [] } }, device),
    store: await sumOfFile(path, { onBytes: () => undefined, signal: NOBODY_WATCHES.signal }),
  };
  writeFileSync(join(folder, MANIFEST_FILE), encodeManifest(forged, facts, key));
  expect(statSync(join(folder, BACKUP_STORE_FILE)).size).toBe(forged.store.bytes);
}

describe.each(ENGINE_NAMES)('SQL behind the words of a schema on %s', (engine) => {
  it('keeps the store shut for everybody, and is not run', async () => {
    const loot = makeLoot();
    const { desk } = await openBackupDesk({ engine });
    await desk.vault.close();
    const key = await storeKeyOf(
      desk.vaultDir,
      desk.keychain.deviceSecrets,
      'receptionist',
      PINS.receptionist,
    );
    await plantTail({ path: join(desk.vaultDir, STORE_FILE), key }, loot);
    await desk.start();
    for (const role of ['receptionist', 'supervisor', 'admin'] as const)
      expect(await desk.codeOf('session.unlock', await desk.proofOf(role)), role).toBe('store-tampered');
    expect(statSync(loot).size).toBe(0);
  });

  it('makes a backup that somebody has forged be refused, and is not run', async () => {
    const loot = makeLoot();
    const { desk, folder, sheet } = await openBackupDesk({ engine });
    const name = await makeOne(desk);
    await desk.dispose();
    await forgeBackup(join(folder, name), chooseEngine(engine), loot);
    const clean = await createHarness({ engine });
    await clean.start();
    clean.vault.offerFile(BACKUP_FOLDER, folder, 'folder');
    expect(await clean.ask('recovery.stageBackup', { folderId: BACKUP_FOLDER, name, sheet })).toMatchObject({
      ok: false,
      error: { code: 'store-tampered', details: { part: 'schema' } },
    });
    expect(statSync(loot).size).toBe(0);
  });
});
