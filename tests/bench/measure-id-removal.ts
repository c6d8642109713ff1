/**
 * Removal of ID numbers among many residents, every tenth of whom consents: how long it takes, with how much memory, and what is left of them in the decrypted pages, in the
 * WAL, and in every backup once the one of before was rotated away. Run by hand: `node tests/bench/measure-id-removal.ts RESIDENTS ENGINE`; JSON on standard output, exit code 1 where something is left.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openBackup } from '../../main/vault/backup/open-backup.ts';
import { isBackupName } from '../../main/vault/backup-files/backup-files.ts';
import { BACKUP_STORE_FILE } from '../../main/vault/backup-files/manifest.ts';
import { parseSheet } from '../../main/vault/keys/recovery-sheet.ts';
import { decryptPage, PAGE_BYTES } from '../../main/vault/store/engine/pages.ts';
import { createByteStrings } from '../../main/vault/store/engine/page-search.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { chooseFolder, makeOne } from '../support/backup-desk.ts';
import { DAY_MS, createFakeClock } from '../support/fake-clock.ts';
import { fillSealed } from '../support/fill-sealed.ts';
import { breakIn } from '../support/sealed-values.ts';
import { storeFileOf, storeKeyOf } from '../support/store-tools.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS, createHarness } from '../support/vault-harness.ts';

const [residents = '100000', engine = 'better-sqlite3'] = process.argv.slice(2) as [string, EngineName];
const CONSENT = sql`
  INSERT INTO notice (id, person_id, purpose, basis, given_on, consented_on, way, consenter)
  SELECT 1000000 + id, id, 'identity', 'consent', '2026-01-01', '2026-01-01', 'signed', 'self' FROM person WHERE id % 10 = 0`;
/** Values that are to go, and their tags, but for those that somebody who consents has as well. */
const GOING = sql`
  SELECT substr(v.ciphertext, 1, 8) AS head FROM sealed_value v JOIN person p ON p.id = v.person_id
  WHERE v.field = 'idNumber' AND p.kind = 'person' AND v.person_id % 10 <> 0
  UNION ALL SELECT substr(t.tag, 1, 8) FROM match_tag t JOIN sealed_value v ON v.id = t.value_id JOIN person p ON p.id = v.person_id
  WHERE v.field = 'idNumber' AND p.kind = 'person' AND v.person_id % 10 <> 0
    AND NOT EXISTS (SELECT 1 FROM match_tag o JOIN sealed_value w ON w.id = o.value_id JOIN person q ON q.id = w.person_id
      WHERE o.tag = t.tag AND (q.kind = 'company' OR w.person_id % 10 = 0))`;

/** Backups of one a month push out the one of before within these: a month more than are kept. */
const MONTHS = 14;

const vaultDir = makeTempDir();
const folder = makeTempDir();
const clock = createFakeClock();
const desk = await createHarness({ engine, vaultDir, clock });
const sheet = parseSheet((await desk.setUp()).map((groups) => groups.join(' ')).join('\n'));
await desk.unlock('admin');
await chooseFolder(desk, folder);
await desk.vault.close();
await fillSealed(desk, engine, Number(residents));
const going: Uint8Array[] = [];
{
  await using loot = await breakIn(desk, 'supervisor', { engine });
  await loot.store.runAlone(CONSENT);
  for (const { head } of await loot.store.all<{ readonly head: Uint8Array }>(GOING)) going.push(head);
  await loot.store.checkpoint();
}
await desk.start();
await desk.unlock('admin');
const backupOfBefore = await makeOne(desk);
clock.advance(DAY_MS);
await desk.switchTo('supervisor');
const other = await desk.proofOf('admin');
const before = await desk.call('idNumbers.read', {});
const memory = { before: process.memoryUsage().rss, most: 0 };
const watch = setInterval(() => (memory.most = Math.max(memory.most, process.memoryUsage().rss)), 50);
const began = performance.now();
const removal = await desk.call('retention.eraseIds', { words: 'a measure', pin: PINS.supervisor, other });
const milliseconds = Math.round(performance.now() - began);
clearInterval(watch);
const after = await desk.call('idNumbers.read', {});
const [erasure] = (await desk.call('retention.read', {})).erasures;
await desk.vault.close();
const path = join(vaultDir, await storeFileOf(vaultDir, desk.keychain.deviceSecrets));
const inStore = tracesIn(path, await storeKeyOf(vaultDir, desk.keychain.deviceSecrets, 'admin', PINS.admin));
const inBackupOfBefore = await tracesInBackup(backupOfBefore);
await desk.start();
for (let month = 0; month < MONTHS; month++) {
  clock.advance(31 * DAY_MS);
  await desk.switchTo('admin');
  await makeOne(desk);
}
await desk.vault.close();
const inBackups: Record<string, number> = {};
for (const name of readdirSync(folder).filter(isBackupName)) inBackups[name] = await tracesInBackup(name);
console.log(
  JSON.stringify({
    residents: Number(residents),
    engine,
    before,
    removal,
    milliseconds,
    megabytes: {
      before: memory.before / 2 ** 20,
      most: memory.most / 2 ** 20,
      store: statSync(path).size / 2 ** 20,
    },
    after,
    check: erasure?.check,
    lookedFor: new Set(going.map((head) => Buffer.from(head).toString('hex'))).size,
    inStore,
    wal: statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0,
    inBackupOfBefore,
    isBackupOfBeforeKept: backupOfBefore in inBackups,
    inBackups,
  }),
);
await desk.dispose();
// Of the backup of before all are to be gone with it.
if (
  going.length === 0 ||
  after.without > 0 ||
  inStore > 0 ||
  backupOfBefore in inBackups ||
  Object.values(inBackups).some((met) => met > 0)
) {
  console.error('Something is left of what was to be removed.');
  process.exitCode = 1;
}

async function tracesInBackup(name: string): Promise<number> {
  const backup = await openBackup(folder, name, { sheets: [sheet] });
  try {
    return tracesIn(join(backup.folder, BACKUP_STORE_FILE), backup.key);
  } finally {
    backup.dispose();
  }
}

/** How many of those that are to go are met in the decrypted pages of a file. */
function tracesIn(file: string, key: Uint8Array): number {
  const strings = createByteStrings();
  for (const head of going) strings.add(head);
  const bytes = readFileSync(file);
  for (let page = 0; page < bytes.length / PAGE_BYTES; page++)
    strings.meet(decryptPage(bytes.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES), page + 1, key));
  return strings.met;
}
