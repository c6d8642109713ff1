import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SealedTier } from '../../../contract/fields.ts';
import type { NoteId, PersonId, RoomId } from '../../../contract/ids.ts';
import { SEALED_TABLES } from '../../../main/vault/key-management/reseal.ts';
import { HEADER_FILE } from '../../../main/vault/keys/header.ts';
import { appendRosterEntries, makeRosterEntry } from '../../../main/vault/keys/roster.ts';
import { generateReceivePair } from '../../../main/vault/crypto/hpke.ts';
import { generateSignPair } from '../../../main/vault/crypto/ed25519.ts';
import { toBase64 } from '../../../main/vault/crypto/bytes.ts';
import { newStaffId } from '../../../main/vault/keys/slots.ts';
import { systemClock } from '../../../main/vault/clock.ts';
import { takeId } from '../../../main/vault/store/ids.ts';
import { type SqlValue, sql } from '../../../main/vault/store/sql.ts';
import type { ReadableStore, WritableStore } from '../../../main/vault/store/store.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { recover, RECOVERY_PINS } from '../../support/recover.ts';
import { breakIn, openAllWith, openGrants, readAllSealed, readGrants } from '../../support/sealed-values.ts';
import { closeSlot } from '../../support/staff-desk.ts';
import { hashTables } from '../../support/table-hashes.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { WHY, noteOf, revealOf, rotationOf } from '../../support/requests-of.ts';
import { previewRows } from '../../support/import-file.ts';
import { words } from '../../support/words.ts';

const BOTH: readonly SealedTier[] = ['contact', 'identity'];
/** What a rotation is there to change. */
const TURNED = words(
  'id_counter sealed_value room_note seal_batch match_tag former_tag former_keys tier_key',
  'tier_grant roster_entry log_entry',
);

describe.each(FEATURE_ENGINE_NAMES)('a rotation of the tier keys on %s', (engine) => {
  let desk: VaultHarness;
  let people: PersonId[];
  let importId: number;
  let roomNote: { readonly noteId: NoteId };
  let sheet: string[][];

  beforeEach(async () => {
    desk = await createHarness({ engine });
    sheet = await desk.setUp();
    await desk.unlock('supervisor');
    people = [];
    for (const n of [1, 2, 3]) people.push((await desk.addPerson(draftOf(n))).personId);
    await replacePhone(people[0]!, phoneOf(77));
    importId = await importBook([
      ['编号', '房号', '业主名称', '手机号', '身份证号'],
      [1, '3-2-1801', '张明亮', phoneOf(301), idNumberOf(1)],
      [2, '5-1-502', '韦小川', phoneOf(302), idNumberOf(302)],
    ]);
    await desk.call('notes.add', noteOf(people[1]!, 'left with the neighbour'));
    const {
      rooms: [room],
    } = await desk.call('people.open', { personId: people[0]! });
    roomNote = await desk.call('notes.add', {
      personId: null,
      roomId: room!.roomId as RoomId,
      task: 'parcel',
      outcome: 'not-verified',
      words: 'words about a room',
    });
  });

  async function replacePhone(personId: PersonId, value: string): Promise<void> {
    const { version } = await desk.call('people.open', { personId });
    await desk.edit(
      { personId, version },
      { sealed: [{ field: 'phone', ordinal: 0, value }] },
      { pin: PINS.supervisor, why: WHY },
    );
  }
  async function importBook(rows: Parameters<typeof previewRows>[1]): Promise<number> {
    return (await (await previewRows(desk, rows)).apply('other')).importId;
  }
  const rotate = async (tiers = BOTH, role: 'admin' | 'supervisor' = 'supervisor') =>
    desk.ask(
      'keys.rotateTierKeys',
      rotationOf(PINS[role], await desk.proofOf(role === 'admin' ? 'supervisor' : 'admin'), tiers),
    );
  async function rotateWell(tiers = BOTH, role: 'admin' | 'supervisor' = 'supervisor'): Promise<void> {
    const result = await rotate(tiers, role);
    expect(result).toMatchObject({ ok: true, value: { unreadable: 0 } });
  }
  const reveal = async (personId: PersonId, field: 'phone' | 'idNumber' | 'note', pin: string, rest = {}) => {
    const result = await desk.ask('people.reveal', { personId, field, ordinal: 0, why: WHY, pin, ...rest });
    return result.ok ? result.value.value : result.error.code;
  };
  /** With the vault closed, and opened again afterwards. */
  async function behindItsBack<T>(
    work: (
      store: Parameters<typeof hashTables>[0] & {
        transaction<R>(run: (tx: WritableStore) => Promise<R>): Promise<R>;
      },
    ) => Promise<T>,
  ): Promise<T> {
    await desk.vault.close();
    const loot = await breakIn(desk, 'supervisor', { engine });
    try {
      return await work(loot.store);
    } finally {
      await loot.close();
      await desk.start();
    }
  }
  const rest = (store: ReadableStore) =>
    store.all(
      sql`SELECT id, person_id, field, ordinal, tier, mask, valid, note, created_at, replaced_at FROM sealed_value ORDER BY id`,
    );
  const tagged = (store: ReadableStore) =>
    store.all(sql`SELECT value_id, tier FROM match_tag ORDER BY value_id`);

  it('leaves every value as it was, in its place, found as before, and everything else alone', async () => {
    const look = () =>
      behindItsBack(async (store) => ({
        hashes: await hashTables(store, TURNED),
        rest: await rest(store),
        tagged: await tagged(store),
      }));
    const before = await look();
    const values = await readAllSealed(desk, engine);
    expect(values.size).toBeGreaterThan(14);
    await desk.unlock('supervisor');
    await rotateWell();
    expect(await look()).toEqual(before);
    expect(await readAllSealed(desk, engine)).toEqual(values);
    await desk.unlock('receptionist');
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    expect(await reveal(people[2]!, 'phone', PINS.receptionist)).toBe(phoneOf(3));
    expect(
      await reveal(people[2]!, 'idNumber', PINS.receptionist, { cosigner: await desk.proofOf('supervisor') }),
    ).toBe(idNumberOf(3));
    expect(await reveal(people[0]!, 'note', PINS.receptionist, { roomNote: roomNote.noteId })).toBe(
      'words about a room',
    );
    expect(
      (
        await desk.call('people.findById', {
          idNumber: idNumberOf(2),
          supervisor: await desk.proofOf('supervisor'),
        })
      ).rows.map(({ personId }) => personId),
    ).toEqual([people[1]]);
  });

  it('leaves no old grant that opens anything, no old key, batch or tag', async () => {
    await desk.vault.close();
    const loot = await breakIn(desk, 'supervisor', { engine });
    const [grants, tags] = [
      await readGrants(loot.store),
      await loot.store.all<{ tag: Uint8Array }>(sql`SELECT tag FROM match_tag`),
    ];
    const old = openGrants(loot, grants);
    expect((await openAllWith(loot.header.vaultId, loot.store, old)).size).toBeGreaterThan(14);
    await loot.store.close();
    await desk.start();
    await desk.unlock('supervisor');
    await rotateWell();
    await desk.vault.close();
    const after = await breakIn(desk, 'supervisor', { engine });
    expect((await openAllWith(loot.header.vaultId, after.store, old)).size).toBe(0);
    const now = await readGrants(after.store);
    expect(now.map(({ tier, epoch }) => `${tier} ${epoch}`).sort()).toEqual([
      'contact 2',
      'contact 2',
      'contact 2',
      'identity 2',
      'identity 2',
    ]);
    expect(
      openGrants(
        after,
        grants.map((grant) => ({ ...grant, epoch: 2 })),
      ),
    ).toEqual([]);
    expect(await after.store.all(sql`SELECT DISTINCT epoch FROM seal_batch`)).toEqual([{ epoch: 2 }]);
    expect(await after.store.all(sql`SELECT DISTINCT epoch FROM match_tag`)).toEqual([{ epoch: 2 }]);
    expect(await after.store.all(sql`SELECT tier, epoch FROM tier_key ORDER BY tier`)).toEqual([
      { tier: 'contact', epoch: 2 },
      { tier: 'identity', epoch: 2 },
    ]);
    const known = new Set(tags.map(({ tag }) => Buffer.from(tag).toString('hex')));
    for (const { tag } of await after.store.all<{ tag: Uint8Array }>(sql`SELECT tag FROM match_tag`))
      expect(known.has(Buffer.from(tag).toString('hex'))).toBe(false);
    await after.close();
  });

  it('finds who had a number that was replaced before it or between two, by no tag of before', async () => {
    const traced = async (number: string) =>
      (
        await desk.call('accessHistory.number', { number, supervisor: await desk.proofOf('supervisor') })
      ).whom.former.map(({ personId }) => personId);
    const tagsNow = () =>
      behindItsBack((store) =>
        store.all<{ readonly tag: string }>(sql`SELECT hex(tag) AS tag FROM former_tag ORDER BY value_id`),
      );
    const before = await tagsNow();
    expect(before.length).toBeGreaterThan(0);
    await desk.unlock('supervisor');
    await rotateWell();
    await replacePhone(people[0]!, phoneOf(78));
    await rotateWell(['contact']);
    expect([await traced(phoneOf(1)), await traced(phoneOf(77)), await traced(phoneOf(79))]).toEqual([
      [people[0]],
      [people[0]],
      [],
    ]);
    const after = (await tagsNow()).map(({ tag }) => tag);
    for (const { tag } of before) expect(after).not.toContain(tag);
    // Keys of before are there for the tier that needs them alone.
    const kept = await behindItsBack((store) => store.all(sql`SELECT tier FROM former_keys`));
    expect(kept).toEqual([{ tier: 'contact' }]);
  });

  it('grants nothing to who has no slot since a recovery, until they are given keys again', async () => {
    await desk.lock();
    await recover(desk, sheet);
    const [admin, supervisor] = [
      { slotId: await desk.slotOf('admin'), pin: RECOVERY_PINS.admin },
      { slotId: await desk.slotOf('supervisor'), pin: RECOVERY_PINS.supervisor },
    ];
    await desk.call('session.unlock', admin);
    expect(
      await desk.ask('keys.rotateTierKeys', { tiers: BOTH, pin: admin.pin, cosigner: supervisor }),
    ).toMatchObject({ ok: true, value: { unreadable: 0 } });
    expect((await desk.call('keys.list', {})).touches).toMatchObject({ people: 2, holders: 1 });
    const { members } = await desk.call('staff.list', {});
    const away = members.find(({ role }) => role === 'receptionist')!;
    await desk.vault.close();
    const loot = await breakIn(desk, 'supervisor', { engine, pin: supervisor.pin });
    const holders = (await readGrants(loot.store)).map(
      ({ tier, staff_id: id }) => `${tier} ${members.find(({ staffId }) => staffId === id)?.role ?? id}`,
    );
    await loot.close();
    expect(holders.sort()).toEqual([
      'contact recovery',
      'contact supervisor',
      'identity recovery',
      'identity supervisor',
    ]);
    await desk.start();
    await desk.call('session.unlock', admin);
    await desk.call('staff.reset', {
      staffId: away.staffId,
      newPin: RECOVERY_PINS.receptionist,
      pin: admin.pin,
      second: supervisor,
    });
    await desk.lock();
    await desk.call('session.unlock', {
      slotId: await desk.slotOf('receptionist'),
      pin: RECOVERY_PINS.receptionist,
    });
    expect(await reveal(people[2]!, 'phone', RECOVERY_PINS.receptionist)).toBe(phoneOf(3));
  });

  it('grants to who has a slot, also where guesses have closed it', async () => {
    const slotId = await desk.slotOf('receptionist');
    await desk.vault.close();
    await closeSlot(desk, slotId, systemClock);
    await desk.start();
    expect(await desk.codeOf('session.unlock', { slotId, pin: PINS.receptionist })).toBe('slot-closed');
    await desk.unlock('admin');
    await rotateWell(BOTH, 'admin');
    await desk.call('staff.openSlot', {
      staffId: (await desk.call('staff.list', {})).members.find((member) => member.slotId === slotId)!
        .staffId,
      pin: PINS.admin,
      supervisor: await desk.proofOf('supervisor'),
    });
    await desk.switchTo('receptionist');
    expect(await reveal(people[2]!, 'phone', PINS.receptionist)).toBe(phoneOf(3));
  });

  it.each(BOTH)('of the %s tier alone leaves the other as it is', async (tier) => {
    await rotateWell([tier], 'supervisor');
    await rotateWell([tier], 'supervisor');
    const [epochs, values] = [
      await behindItsBack((store) =>
        store.all<{ tier: SealedTier; epoch: number }>(sql`SELECT tier, epoch FROM tier_key`),
      ),
      await readAllSealed(desk, engine),
    ];
    for (const one of epochs) expect(one.epoch).toBe(one.tier === tier ? 3 : 1);
    expect(values.size).toBeGreaterThan(14);
    await desk.unlock('receptionist');
    expect(await reveal(people[2]!, 'phone', PINS.receptionist)).toBe(phoneOf(3));
    expect(
      await reveal(people[2]!, 'idNumber', PINS.receptionist, { cosigner: await desk.proofOf('supervisor') }),
    ).toBe(idNumberOf(3));
  });

  it('opens to slots that know only the keys of before: they sign in, reveal, co-sign and seal', async () => {
    // A folder in the place of the header that is to be written: nobody's pins are refreshed, those of the two who are there neither.
    const header = `${join(desk.vaultDir, HEADER_FILE)}.new`;
    await mkdir(header);
    await rotateWell();
    await rm(header, { recursive: true });
    await desk.switchTo('receptionist');
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    expect(
      await reveal(people[2]!, 'idNumber', PINS.receptionist, { cosigner: await desk.proofOf('supervisor') }),
    ).toBe(idNumberOf(3));
    const { personId } = await desk.call('people.add', {
      person: draftOf(9),
      pin: PINS.receptionist,
      cosigner: await desk.proofOf('supervisor'),
    });
    await desk.switchTo('supervisor');
    expect(await reveal(personId, 'idNumber', PINS.supervisor)).toBe(idNumberOf(9));
    await desk.switchTo('admin');
    await rotateWell(BOTH, 'admin');
    await desk.switchTo('supervisor');
    expect(await reveal(personId, 'phone', PINS.supervisor)).toBe(phoneOf(9));
  });

  it('goes on in the same session: what is written next is sealed to the new keys, and what was asked for meanwhile is answered', async () => {
    const [made, shown] = await Promise.all([rotate(), reveal(people[2]!, 'phone', PINS.supervisor)]);
    expect(made.ok).toBe(true);
    expect(shown).toBe(phoneOf(3));
    await desk.call('notes.add', noteOf(people[2]!, 'sealed afterwards'));
    expect(await reveal(people[2]!, 'note', PINS.supervisor)).toBe('sealed afterwards');
    await replacePhone(people[2]!, phoneOf(55));
    expect(await reveal(people[2]!, 'phone', PINS.supervisor)).toBe(phoneOf(55));
  });

  it('keeps an import its own: it is undone afterwards, and what it replaced is found and opened', async () => {
    await rotateWell();
    await desk.call('import.undo', {
      importId,
      keepEdited: false,
      supervisor: await desk.proofOf('supervisor'),
    });
    expect(await reveal(people[0]!, 'phone', PINS.supervisor)).toBe(phoneOf(77));
    expect(
      (await desk.call('people.search', { text: '5-1-502' })).groups.flatMap(({ rows }) => rows),
    ).toEqual([]);
    await behindItsBack(async (store) =>
      expect(await store.all(sql`SELECT 1 FROM seal_batch WHERE import_id IS NOT NULL`)).toEqual([]),
    );
  });

  it('takes an import that was previewed before it', async () => {
    const { plan, apply } = await previewRows(desk, [
      ['房号', '业主名称', '手机号', '身份证号'],
      ['3-2-1802', '张明亮', phoneOf(2), idNumberOf(2)],
      ['6-1-101', '罗晓', phoneOf(401), idNumberOf(401)],
    ]);
    const { counts } = plan;
    await rotateWell();
    const result = await apply('other');
    const supervisor = await desk.proofOf('supervisor');
    expect({ created: result.created, changed: result.changed }).toEqual({
      created: counts.new,
      changed: counts.changed,
    });
    expect((await desk.call('people.findById', { idNumber: idNumberOf(401), supervisor })).rows).toHaveLength(
      1,
    );
  });

  it('leaves readable what another desk sealed to the key before, as long as its grants are there, and the next one seals it anew', async () => {
    const epochOne = await behindItsBack(async (store) => ({
      keys: await store.all<Row>(sql`SELECT * FROM tier_key WHERE tier = 'contact'`),
      grants: await store.all<Row>(
        sql`SELECT * FROM tier_grant WHERE tier = 'contact' AND staff_id <> 'recovery'`,
      ),
      value: (await store.get<Row>(sql`
        SELECT v.id, v.n, v.ciphertext, b.epoch, b.nonce, b.enc FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id
        WHERE v.person_id = ${people[2]!} AND v.field = 'phone'`))!,
    }));
    await desk.unlock('supervisor');
    await rotateWell();
    const shown = async () => {
      await desk.switchTo('supervisor');
      return desk.ask('people.reveal', revealOf(people[2]!, 'phone', PINS.supervisor));
    };
    // As it comes from a desk that did not know of the new key yet: key, grants and value, all of before.
    await behindItsBack((store) =>
      store.transaction(async (tx) => {
        await insertRows(tx, 'tier_key', epochOne.keys);
        await insertRows(tx, 'tier_grant', epochOne.grants);
        const { value } = epochOne;
        const batch = await takeId(tx, 'seal_batch');
        await tx.run(
          sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (${batch}, 'contact', ${value['epoch']!}, ${value['nonce']!}, ${value['enc']!})`,
        );
        await tx.run(
          sql`UPDATE sealed_value SET batch_id = ${batch}, n = ${value['n']!}, ciphertext = ${value['ciphertext']!} WHERE id = ${value['id']!}`,
        );
      }),
    );
    expect(await shown()).toMatchObject({ ok: true, value: { value: phoneOf(3) } });

    // A key that nobody has signed opens nothing, whoever granted it.
    const sign = (text: unknown) =>
      behindItsBack((store) =>
        store.transaction((tx) =>
          tx.run(
            sql`UPDATE tier_key SET signatures = ${text as string} WHERE tier = 'contact' AND epoch = 1`,
          ),
        ),
      );
    await sign('{}');
    expect(await shown()).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
    await sign(epochOne.keys[0]!['signatures']);

    await desk.switchTo('supervisor');
    expect(await rotate()).toMatchObject({ ok: true, value: { unreadable: 0 } });
    expect(await shown()).toMatchObject({ ok: true, value: { value: phoneOf(3) } });
    expect(
      await behindItsBack((store) =>
        store.all(sql`SELECT DISTINCT epoch FROM tier_grant WHERE tier = 'contact'`),
      ),
    ).toEqual([{ epoch: 3 }]);
  });

  it('takes a supervisor and an admin, with both PINs in the request', async () => {
    const code = async (payload: object) =>
      desk.codeOf('keys.rotateTierKeys', { tiers: BOTH, pin: PINS.supervisor, ...payload });
    const before = await behindItsBack((store) => hashTables(store, ['log_entry']));
    await desk.unlock('supervisor');
    expect(await code({ cosigner: await desk.proofOf('receptionist') })).toBe('not-allowed');
    expect(await code({ cosigner: await desk.proofOf('supervisor') })).toBe('same-person');
    expect(await code({ cosigner: { ...(await desk.proofOf('admin')), pin: 'nobody-has-this' } })).toBe(
      'wrong-pin-either',
    );
    expect(await code({ cosigner: await desk.proofOf('admin'), tiers: [] })).toBe('bad-request');
    await desk.switchTo('receptionist');
    expect(await code({ cosigner: await desk.proofOf('admin'), pin: PINS.receptionist })).toBe('not-allowed');
    expect(await behindItsBack((store) => hashTables(store, ['log_entry']))).toEqual(before);
  });

  it('leaves nothing behind where it is cancelled, and can be made again', async () => {
    const before = await behindItsBack((store) => hashTables(store, ['log_entry']));
    await desk.unlock('supervisor');
    const [result] = await Promise.all([
      rotate(),
      (async () => {
        while (!desk.events.some(({ event }) => event === 'keys.progress'))
          await new Promise((resolve) => setImmediate(resolve));
        await desk.call('keys.cancel', {});
      })(),
    ]);
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await reveal(people[2]!, 'idNumber', PINS.supervisor)).toBe(idNumberOf(3));
    expect(await behindItsBack((store) => hashTables(store, ['log_entry']))).toEqual(before);
    await desk.unlock('supervisor');
    await rotateWell();
    const [latest, earlier] = (await desk.call('keys.list', {})).keys.find(
      ({ key }) => key === 'tier-keys',
    )!.history;
    expect([latest!.end, earlier!.end]).toEqual(['done', 'cancelled']);
  });

  it('is in the log with both names, no value and no PIN, and holds off the idle lock', async () => {
    await rotateWell();
    const { entries } = await desk.call('log.list', { before: null, limit: 5 });
    expect(entries.find(({ action }) => action === 'rotation')).toMatchObject({
      staffName: 'Super One',
      cosignerName: 'Admin One',
      outcome: 'done',
      field: 'tier-keys',
    });
    expect(entries.find(({ action }) => action === 'rotation')!.detail).toMatchObject({
      tiers: [
        { tier: 'contact', epoch: 2 },
        { tier: 'identity', epoch: 2 },
      ],
      unreadable: 0,
    });
    expect(JSON.stringify(entries)).not.toMatch(/tabby|mango|14100/);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
    expect(desk.hostCalls.slice(-2)).toEqual(['long-work true', 'long-work false']);
    expect(desk.events.findLast(({ event }) => event === 'keys.progress')!.payload).toMatchObject({
      key: 'tier-keys',
      phase: 'resealing',
    });
  });

  it('keeps what somebody has made unreadable as it is, says how much, and seals the rest', async () => {
    await behindItsBack((store) =>
      store.transaction(async (tx) => {
        await tx.run(
          sql`UPDATE sealed_value SET n = 9999 WHERE person_id = ${people[2]!} AND field = 'phone'`,
        );
        await tx.run(
          sql`UPDATE sealed_value SET ordinal = -5 WHERE person_id = ${people[2]!} AND field = 'remark'`,
        );
        await tx.run(
          sql`UPDATE sealed_value SET tier = 'contact' WHERE person_id = ${people[1]!} AND field = 'idNumber'`,
        );
        await tx.run(
          sql`UPDATE sealed_value SET id = -7 WHERE person_id = ${people[1]!} AND field = 'remark'`,
        );
      }),
    );
    const values = await readAllSealed(desk, engine);
    await desk.unlock('supervisor');
    expect(await rotate()).toMatchObject({ ok: true, value: { unreadable: 3 } });
    expect(await reveal(people[2]!, 'phone', PINS.supervisor)).toBe('store-damaged');
    // The file is sound: the desk goes on.
    expect((await desk.call('vault.status', {})).readOnly).toBe(false);
    expect(await reveal(people[2]!, 'idNumber', PINS.supervisor)).toBe(idNumberOf(3));
    await desk.vault.close();
    const opened = await readAllSealed(desk, engine);
    expect(opened.get('value -7')).toBe('prefers mornings');
    expect([...values.keys()].filter((name) => !opened.has(name))).toHaveLength(1);
    await desk.start();
  });

  it('is not stopped by what no product writes: ids beyond every number, values of megabytes, batches that are none', async () => {
    const [beyond, bytes] = ['9007199254740993', new Uint8Array(2_000_000)];
    await behindItsBack((store) =>
      store.transaction(async (tx) => {
        const { id } = (await tx.get<{ id: number }>(
          sql`SELECT id FROM sealed_value WHERE person_id = ${people[1]!} AND field = 'remark'`,
        ))!;
        await tx.run({ text: `UPDATE sealed_value SET id = ${beyond} WHERE id = ?`, values: [id] });
        // The least that there is; as text, since a minus before the digits is beyond what SQLite reads as one number.
        const { other } = (await tx.get<{ other: number }>(
          sql`SELECT id AS other FROM sealed_value WHERE person_id = ${people[2]!} AND field = 'remark'`,
        ))!;
        await tx.run({
          text: "UPDATE sealed_value SET id = CAST('-9223372036854775808' AS INTEGER) WHERE id = ?",
          values: [other],
        });
        await tx.run({
          text: 'INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (9223372036854775807, ?, 1, ?, ?)',
          values: ['contact', bytes, bytes],
        });
        const plant = (field: string, batch: string, ciphertext: Uint8Array) =>
          tx.run({
            text: `INSERT INTO sealed_value (person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at, replaced_at) VALUES (?, ?, 0, 'contact', ${batch}, 0, ?, '', 1, 0, ?)`,
            values: [people[2]!, field, ciphertext, Date.now()],
          });
        await plant('f'.repeat(2_000_000), '1', bytes);
        await plant('remark', '9223372036854775807', bytes.subarray(0, 49));
      }),
    );
    await desk.unlock('supervisor');
    expect(await rotate()).toMatchObject({ ok: true, value: { unreadable: 2 } });
    await behindItsBack(async (store) => {
      const resealed = await store.get(
        sql`SELECT t.tier, b.epoch FROM sealed_value t JOIN seal_batch b ON b.id = t.batch_id WHERE t.id > ${2 ** 53}`,
      );
      expect(resealed).toEqual({ tier: 'contact', epoch: 2 });
      expect(
        await store.get(
          sql`SELECT b.epoch FROM sealed_value t JOIN seal_batch b ON b.id = t.batch_id WHERE t.id < ${-(2 ** 60)}`,
        ),
      ).toEqual({ epoch: 2 });
      expect(
        await store.get(
          sql`SELECT count(*) AS n FROM sealed_value t JOIN seal_batch b ON b.id = t.batch_id WHERE b.epoch = 1`,
        ),
      ).toEqual({ n: 2 });
    });
    await desk.unlock('supervisor');
    expect(await reveal(people[2]!, 'idNumber', PINS.supervisor)).toBe(idNumberOf(3));
  });

  it('is refused whole where the roster is not the one that was verified', async () => {
    const before = await behindItsBack((store) => hashTables(store, ['log_entry', 'roster_entry']));
    await desk.unlock('supervisor');
    const row = {
      kind: 'add',
      at: 3,
      staffId: newStaffId(),
      displayName: 'Planted',
      role: 'supervisor',
      generation: 1,
      twoRoles: false,
      receiveKey: toBase64(generateReceivePair().publicKey),
      signKey: toBase64(generateSignPair().publicKey),
    } as const;
    const loot = await breakIn(desk, 'receptionist', { engine });
    const last = (await loot.store.get<{ n: number; hash: Uint8Array }>(
      sql`SELECT n, hash FROM roster_entry ORDER BY n DESC LIMIT 1`,
    ))!;
    const entry = makeRosterEntry(
      loot.header.vaultId,
      { n: last.n, hash: Buffer.from(last.hash).toString('hex') },
      row,
      [{ id: loot.slot.staffId, privateKey: loot.slot.sign.privateKey }],
    );
    await loot.store.transaction((tx) => appendRosterEntries(tx, [entry]));
    await loot.close();
    expect(await rotate()).toMatchObject({
      ok: false,
      error: { code: 'store-mismatch', details: { part: 'roster' } },
    });
    expect(await reveal(people[2]!, 'idNumber', PINS.supervisor)).toBe(idNumberOf(3));
    await desk.vault.close();
    await behindStore(async (store) =>
      expect(await hashTables(store, ['log_entry', 'roster_entry'])).toEqual(before),
    );
  });
  async function behindStore(work: (store: ReadableStore) => Promise<void>): Promise<void> {
    const loot = await breakIn(desk, 'supervisor', { engine });
    await work(loot.store);
    await loot.close();
  }

  it('knows every table that holds something sealed', async () => {
    const tables = await behindItsBack((store) =>
      store.all<{ name: string }>(sql`
      SELECT DISTINCT m.name FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f."table" = 'seal_batch' ORDER BY m.name`),
    );
    expect(tables.map(({ name }) => name)).toEqual(SEALED_TABLES.map(({ name }) => name).sort());
  });
});

type Row = Readonly<Record<string, SqlValue>>;

async function insertRows(tx: WritableStore, table: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row);
    await tx.run({
      text: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      values: Object.values(row),
    });
  }
}
