/**
 * Somebody with a backup's own key, as every admin has it by their PIN, and the store key spoils what the sheet alone would open of it: told at the backup's test, with no sheet at
 * hand, and not on the day on which the sheet is needed.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  MANIFEST_FILE,
  type Manifest,
  encodeManifest,
  openFacts,
  parseManifest,
  sumOf,
} from '../../main/vault/backup-files/manifest.ts';
import { openBySheet } from '../../main/vault/backup/backup-key.ts';
import { toBase64 } from '../../main/vault/crypto/bytes.ts';
import { canonicalJson } from '../../main/files/canonical-json.ts';
import { parseSheet } from '../../main/vault/keys/recovery-sheet.ts';
import type { LogRow } from '../../main/vault/log/audit-log.ts';
import { type BackupDeskForTest, makeOne, openBackupDesk } from '../support/backup-desk.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { FEATURE_ENGINE_NAMES } from '../support/engines.ts';
import { forgeLog } from '../support/forge-log.ts';
import { PINS } from '../support/vault-harness.ts';

describe.each(FEATURE_ENGINE_NAMES)('what only the sheet opens of a backup, on %s', (engine) => {
  const clock = createFakeClock();
  let origin: BackupDeskForTest;
  let name: string;
  beforeEach(async () => {
    origin = await openBackupDesk({ engine, clock, people: 1 });
    name = await makeOne(origin.desk);
  });

  const test = (sheet?: string) =>
    origin.desk.ask('backup.test', {
      folderId: null,
      name,
      pin: PINS.admin,
      ...(sheet === undefined ? {} : { sheet }),
    });
  /** Whole, with its sum and its MAC. */
  function rewrite(change: (manifest: Manifest) => Partial<Manifest>): void {
    const path = join(origin.folder, name, MANIFEST_FILE);
    const manifest = parseManifest(readFileSync(path));
    const key = openBySheet(manifest, parseSheet(origin.sheet));
    const { mac: _mac, sum: _sum, parsedHeader: _header, ...body } = { ...manifest, ...change(manifest) };
    writeFileSync(path, encodeManifest(body, openFacts(manifest, key), key));
  }
  /** The entry of its making is nobody's word, and says what somebody with the store key would have it say. */
  async function silenceTheLog(): Promise<void> {
    await origin.desk.switchTo('supervisor');
    await origin.desk.vault.close();
    const silent = (row: LogRow): LogRow => (row.action === 'backup' ? { ...row, detail: '{}' } : row);
    await forgeLog(origin.desk, engine, (rows) => rows.map(silent), true);
    await origin.desk.start();
    await origin.desk.unlock('admin');
  }

  it('is found out by the PIN where noise stands in its place, whatever the log says', async () => {
    rewrite(({ keyFor }) => ({
      keyFor: { ...keyFor, sheet: { ...keyFor.sheet, sealed: toBase64(new Uint8Array(81).fill(1)) } },
    }));
    await silenceTheLog();
    expect(await test()).toMatchObject({ error: { code: 'backup-damaged', details: { part: 'key' } } });
  });

  it('is held against what an admin has signed at its last test, also where another backup has its name by now', async () => {
    expect(await test()).toMatchObject({ ok: true });
    clock.advance(2_000);
    const other = await makeOne(origin.desk);
    rmSync(join(origin.folder, name), { recursive: true });
    renameSync(join(origin.folder, other), join(origin.folder, name));
    await silenceTheLog();
    expect(await test()).toMatchObject({ error: { code: 'backup-damaged', details: { part: 'key' } } });
  });

  it('is told with all else that whoever has the drive alone writes anew under a right sum', async () => {
    const path = join(origin.folder, name, MANIFEST_FILE);
    const { sum: _sum, ...signed } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    for (const change of [{ estateName: '别家花园' }, { createdAt: clock.now() + 86_400_000 }]) {
      const other = { ...signed, ...change };
      writeFileSync(path, canonicalJson({ ...other, sum: sumOf(other) }));
      expect(await test()).toMatchObject({ error: { code: 'backup-damaged', details: { part: 'mac' } } });
    }
  });

  it('is gone through to the end of a recovery by its test with the sheet: what only that meets is told', async () => {
    expect(await test(origin.sheet)).toMatchObject({ ok: true });
    rewrite(({ parsedHeader }) => ({ header: JSON.stringify({ ...parsedHeader, desk: 900 }) }));
    expect(await test(origin.sheet)).toMatchObject({
      error: { code: 'store-mismatch', details: { part: 'desk' } },
    });
  });
});
