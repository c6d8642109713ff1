/** Rows that the application never writes, by somebody who has the store key: what reads them refuses, and says what it is; it does not fail anywhere. */
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../contract/ids.ts';
import { writeAnything } from '../support/fuzz-store/attacker.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { STORE_FILE, storeKeyOf } from '../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';
import { WHY, editOf } from '../support/requests-of.ts';

const DAMAGED = { ok: false, error: { code: 'store-damaged', details: { part: 'value' } } };
const TAMPERED = { ok: false, error: { code: 'store-tampered', details: { part: 'rows' } } };

describe('a row that the application never writes', () => {
  let desk: VaultHarness;
  let personId: PersonId;
  beforeEach(async () => {
    desk = await createHarness({ engine: 'better-sqlite3' });
    personId = await desk.setUpWith(draftOf(7));
  });

  /** While nobody is signed in; the supervisor signs in afterwards. */
  async function write(work: (db: Database) => void): Promise<void> {
    await writeAlone(work);
    await desk.unlock('supervisor');
  }

  async function writeAlone(work: (db: Database) => void): Promise<void> {
    await desk.vault.close();
    const { vaultDir, keychain } = desk;
    const key = await storeKeyOf(vaultDir, keychain.deviceSecrets, 'supervisor', PINS.supervisor);
    writeAnything(join(vaultDir, STORE_FILE), key, work);
    await desk.start();
  }

  it('is told as tampered where it is of another type than its table takes', async () => {
    await write((db) => db.prepare('UPDATE person SET name = ?').run(Buffer.from('name')));
    expect(await desk.ask('people.open', { personId })).toMatchObject(TAMPERED);
  });

  it('keeps the store shut where a sign-in reads it', async () => {
    await writeAlone((db) =>
      db
        .prepare(
          `INSERT INTO log_entry SELECT 1000, segment_id, time, staff_id, NULL, 'policy', NULL, 'mask.name', NULL, NULL, outcome, ?, prev_hash, hash, tag, NULL FROM log_entry WHERE seq = 1`,
        )
        .run(Buffer.from('detail')),
    );
    expect(await desk.ask('session.unlock', await desk.proofOf('supervisor'))).toMatchObject({
      ok: false,
      error: { code: 'store-tampered', details: { part: 'log' } },
    });
  });

  it('is told as damaged where a value of it is none that there is', async () => {
    await write((db) => db.exec("UPDATE person SET sex = 'other'"));
    expect(await desk.ask('people.open', { personId })).toMatchObject(DAMAGED);
    await write((db) => db.exec("UPDATE person SET sex = 'female'"));
    expect(await desk.ask('people.open', { personId })).toMatchObject({ ok: true });
  });

  it('is told as damaged where a number is given out twice, and nothing is written', async () => {
    const note = { personId, roomId: null, task: 'parcel', outcome: 'not-verified', words: '' } as const;
    await desk.call('notes.add', note);
    await write((db) => db.exec("UPDATE id_counter SET last = 0 WHERE table_name = 'counter_note'"));
    expect(await desk.ask('notes.add', note)).toMatchObject(DAMAGED);
    expect((await desk.call('notes.list', { personId, before: null })).notes).toHaveLength(1);
  });

  it.each([
    "UPDATE sealed_value SET tier = 'none'",
    'UPDATE seal_batch SET epoch = -1',
    "UPDATE sealed_value SET ordinal = -1 WHERE field = 'phone'",
  ])('opens nothing where its tier, its epoch or its place is none: %s', async (change) => {
    await write((db) => db.exec(change));
    const supervisor = await desk.proofOf('supervisor');
    expect(await desk.ask('people.openFull', { personId, why: WHY, supervisor })).toMatchObject(DAMAGED);
  });

  it('keeps no record shut where it says a field that there is not', async () => {
    await write((db) => db.exec("UPDATE sealed_value SET field = 'owner' WHERE field = 'remark'"));
    const { fields } = await desk.call('people.open', { personId });
    expect(fields.map(({ field }) => field)).toEqual(['name', 'phone', 'idNumber', 'plate']);
  });

  it('takes no other value out of the list of those that were replaced', async () => {
    const { version } = await desk.call('people.open', { personId });
    const sealed = [{ field: 'remark' as const, ordinal: 0, value: 'prefers evenings' }];
    await desk.call(
      'people.edit',
      editOf({ personId, version }, { sealed }, { pin: PINS.supervisor, why: WHY }),
    );
    await write((db) =>
      db.exec(`INSERT INTO sealed_value SELECT id + 100, person_id, 'nothing', ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at, replaced_at, note
        FROM sealed_value WHERE replaced_at IS NOT NULL`),
    );
    expect((await desk.call('people.replaced', { personId })).values.map(({ field }) => field)).toEqual([
      'remark',
    ]);
  });

  it.each([
    ['UPDATE former_tag SET valid_until = 9000000000000000', DAMAGED],
    ["UPDATE former_tag SET valid_from = 'then'", DAMAGED],
    ["INSERT INTO former_keys (tier, sealed) VALUES ('contact', randomblob(90))", DAMAGED],
  ])('traces a replaced number to nobody where it is of one: %s', async (change, refused) => {
    const { version } = await desk.call('people.open', { personId });
    await desk.call(
      'people.edit',
      editOf(
        { personId, version },
        { sealed: [{ field: 'phone', ordinal: 0, value: phoneOf(8) }] },
        { pin: PINS.supervisor, why: WHY },
      ),
    );
    await write((db) => db.exec(change));
    const supervisor = await desk.proofOf('supervisor');
    expect(await desk.ask('accessHistory.number', { number: phoneOf(7), supervisor })).toMatchObject(refused);
  });

  it('is missed by nobody who checks the log where an index leads past it', async () => {
    await desk.switchTo('admin');
    await desk.call('policy.change', {
      masks: { name: 'hidden' },
      words: 'the screen faces the hall',
      pin: PINS.admin,
    });
    await write((db) => {
      db.exec('DROP INDEX log_entry_policy');
      db.exec("CREATE INDEX log_entry_policy ON log_entry (action) WHERE action = 'nothing'");
    });
    expect(await desk.ask('log.verify', {})).toMatchObject(TAMPERED);
  });

  it('makes no key younger: when a segment began is signed for', async () => {
    await write((db) => db.exec('UPDATE log_segment SET started_at = started_at + 31536000000'));
    await desk.answers('store-mismatch', 'keys.list', {});
  });

  it('is told as damaged where nothing counts the numbers of its table', async () => {
    await write((db) => db.exec("DELETE FROM id_counter WHERE table_name = 'counter_note'"));
    const note = { personId, roomId: null, task: 'parcel', outcome: 'not-verified', words: '' };
    expect(await desk.ask('notes.add', note)).toMatchObject(DAMAGED);
  });

  it('is a tier key that nobody has signed where it says a time that there is not', async () => {
    await writeAlone((db) => db.exec('UPDATE tier_key SET created_at = 9223372036854775807'));
    expect(await desk.ask('session.unlock', await desk.proofOf('supervisor'))).toMatchObject({
      error: { code: 'store-mismatch', details: { part: 'tier-key' } },
    });
  });

  it("stands in no grant's way where it says an epoch that there is not", async () => {
    // Those of the sheet are signed for, and told at the sign-in.
    await write((db) =>
      db.exec(
        "INSERT INTO tier_grant SELECT tier, -1, staff_id, generation, sealed FROM tier_grant WHERE staff_id <> 'recovery'",
      ),
    );
    const request = { personId, field: 'phone', ordinal: 0, why: WHY, pin: PINS.supervisor } as const;
    expect(await desk.ask('people.reveal', request)).toMatchObject({ ok: true });
  });
});
