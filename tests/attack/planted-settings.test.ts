/**
 * Whoever has the store key, or can write to the vault's folder without any key, writes what an emergency has come to, how masks are, and files that are
 * read before a PIN.
 */
import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { MAX_PATTERNS } from '../../contract/search/room-patterns.ts';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { LIMITER_FILE } from '../../main/vault/keys/limiter.ts';
import { encodeDetail } from '../../main/vault/log/detail.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { Store } from '../../main/vault/store/store.ts';
import { type BackupDeskForTest, makeOne, openBackupDesk } from '../support/backup-desk.ts';
import { FEATURE_ENGINE_NAMES } from '../support/engines.ts';
import { openStoreOf, STORE_FILE } from '../support/store-tools.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS, type VaultHarness } from '../support/vault-harness.ts';

/** Rows that an attacker may take away or change and that belong to nobody: what the vault goes by is elsewhere. */
const KEPT_TABLES =
  /^(sqlite_|log_|roster_|tier_|key_slot|meta|local_state|id_counter|person|room$|seal_batch|sealed_value)/;

describe.each(FEATURE_ENGINE_NAMES)("what is written behind the application's back on %s", (engine) => {
  let made: BackupDeskForTest;
  let desk: VaultHarness;
  let theirs: string;
  beforeEach(async () => {
    made = await openBackupDesk({ engine });
    ({ desk } = made);
    theirs = makeTempDir();
  });

  async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
    await desk.vault.close();
    const vault = { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets };
    const store = await openStoreOf(vault, chooseEngine(engine), PINS.admin);
    await work(store);
    await store.close();
    await desk.start();
  }

  it('holds up no sign-in with more or longer patterns of rooms than an estate may have', async () => {
    await withStore((store) =>
      store.transaction((tx) =>
        tx.runMany(
          'INSERT INTO room_pattern (position, text) VALUES (?, ?)',
          Array.from({ length: 3000 }, (_, n) => [n, n === 0 ? 'T'.repeat(100_000) : `T${n}-{栋}-{房}`]),
        ),
      ),
    );
    await desk.unlock('admin');
    const { patterns } = await desk.call('rooms.patterns', {});
    expect(patterns).toHaveLength(MAX_PATTERNS);
    expect(patterns[0]).toBe('T1-{栋}-{房}');
  });

  it('loosens no mask by an entry of the log whose number comes before the first', async () => {
    await desk.call('policy.change', {
      masks: { phone: 'last-four' },
      words: 'the screen faces the hall',
      pin: PINS.admin,
    });
    const detail = encodeDetail('policy', {
      was: 'last-four',
      became: 'usual',
      remasked: 0,
      choice: 2 ** 40,
    });
    const link = new Uint8Array(32);
    await withStore((store) =>
      store.runAlone(sql`
        INSERT INTO log_entry (seq, segment_id, time, staff_id, action, field, reason, outcome, detail, prev_hash, hash, tag)
        SELECT -1, segment_id, time, staff_id, 'policy', 'mask.phone', 'why not', 'done', ${detail}, ${link}, ${link}, ${link} FROM log_entry WHERE seq = 1`),
    );
    for (const role of ['receptionist', 'supervisor', 'admin'] as const)
      expect(await desk.codeOf('session.unlock', await desk.proofOf(role)), role).toBe('store-tampered');
  });

  it('lets nobody in over an entry before the first that is a copy of another one, and nobody’s choice', async () => {
    await withStore((store) =>
      store.runAlone(sql`
        INSERT INTO log_entry (seq, segment_id, time, staff_id, action, field, reason, outcome, detail, prev_hash, hash, tag)
        SELECT 0, segment_id, time, staff_id, action, field, reason, outcome, detail, prev_hash, hash, tag FROM log_entry WHERE seq = 1`),
    );
    for (const role of ['receptionist', 'supervisor', 'admin'] as const)
      expect(await desk.codeOf('session.unlock', await desk.proofOf(role)), role).toBe('store-tampered');
  });

  it('hides no emergency from the supervisor, whatever is taken from beside the log', async () => {
    await desk.switchTo('supervisor');
    const [hit] = (await desk.call('people.search', { text: '3-2-' })).groups.flatMap(({ rows }) => rows);
    await desk.switchTo('receptionist');
    await desk.call('emergency.begin', {
      personId: hit!.personId,
      words: '楼下漏水，业主不在',
      pin: PINS.receptionist,
    });
    await withStore(async (store) => {
      const tables = await store.all<{ readonly name: string }>(
        sql`SELECT name FROM sqlite_schema WHERE type = 'table'`,
      );
      await store.transaction(async (tx) => {
        for (const { name } of tables.filter((table) => !KEPT_TABLES.test(table.name)))
          await tx.run({ text: `DELETE FROM ${name}`, values: [] });
      });
    });
    await desk.unlock('supervisor');
    expect((await desk.call('emergency.list', {})).open).toHaveLength(1);
  });

  it.each([
    ['the folder', []],
    ['the manifest', ['backup.json']],
    ['the store', ['store.db']],
  ])('takes no backup through a link, where %s has become one', async (_, inside) => {
    const name = await makeOne(desk);
    const [file, there] = [join(made.folder, name, ...inside), join(theirs, 'there')];
    renameSync(file, there);
    symlinkSync(there, file);
    expect((await desk.call('backup.read', { folderId: null })).backups).toMatchObject([
      { name, state: 'damaged' },
    ]);
    await desk.answers('backup-damaged', 'backup.test', { folderId: null, name, pin: PINS.admin });
    await desk.lock();
    expect((await desk.call('repair.find', { folderId: null })).backup).toBeNull();
  });

  /** What is there lies elsewhere afterwards, and somebody else's choice stands in its place. */
  async function replace(name: string, by: (file: string, there: string) => void): Promise<void> {
    await desk.lock();
    await desk.vault.close();
    const [file, there] = [join(desk.vaultDir, name), join(theirs, name)];
    renameSync(file, there);
    by(file, there);
    await desk.start();
  }
  const linked = (file: string, there: string): void => symlinkSync(there, file);

  it.each([
    ['a link', linked],
    ['a folder', (file: string): void => void mkdirSync(file)],
  ])('reads no header that has become %s, which may lead to a server of somebody else', async (_, by) => {
    await replace(HEADER_FILE, by);
    expect(await desk.call('vault.status', {})).toMatchObject({
      state: 'refused',
      problem: 'header-damaged',
    });
  });

  it.each([
    [LIMITER_FILE, 'must-wait'],
    [STORE_FILE, 'store-damaged'],
  ])('follows no link that %s has become', async (name, code) => {
    await replace(name, linked);
    expect(await desk.codeOf('session.unlock', await desk.proofOf('admin'))).toBe(code);
  });
});
