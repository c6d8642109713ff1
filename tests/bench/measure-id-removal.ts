/**
 * Removal of ID numbers among many residents, every tenth of whom consents: how long it takes, with how much memory, and what is left of them in the decrypted pages and in the
 * WAL. Run by hand: `node tests/bench/measure-id-removal.ts RESIDENTS ENGINE`; JSON on standard output.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decryptPage, PAGE_BYTES } from '../../main/vault/store/engine/pages.ts';
import { createByteStrings } from '../../main/vault/store/engine/page-search.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { fillSealed } from '../support/fill-sealed.ts';
import { breakIn } from '../support/sealed-values.ts';
import { STORE_FILE, storeKeyOf } from '../support/store-tools.ts';
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

const vaultDir = makeTempDir();
const path = join(vaultDir, STORE_FILE);
const desk = await createHarness({ engine, vaultDir });
await desk.setUp();
await desk.vault.close();
await fillSealed(desk, engine, Number(residents));
const going = createByteStrings();
{
  await using loot = await breakIn(desk, 'supervisor', { engine });
  await loot.store.runAlone(CONSENT);
  for (const { head } of await loot.store.all<{ readonly head: Uint8Array }>(GOING)) going.add(head);
  await loot.store.checkpoint();
}
await desk.start();
await desk.unlock('supervisor');
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
const key = await storeKeyOf(vaultDir, desk.keychain.deviceSecrets, 'admin', PINS.admin);
const file = readFileSync(path);
for (let page = 0; page < file.length / PAGE_BYTES; page++)
  going.meet(decryptPage(file.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES), page + 1, key));
console.log(
  JSON.stringify({
    residents: Number(residents),
    engine,
    before,
    removal,
    milliseconds,
    megabytes: { before: memory.before / 2 ** 20, most: memory.most / 2 ** 20, store: file.length / 2 ** 20 },
    after,
    check: erasure?.check,
    lookedFor: going.size,
    left: going.met,
    wal: statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0,
  }),
);
await desk.dispose();
