/**
 * Whoever has the store key writes what an undo goes by, so that a supervisor who takes something back does what somebody else wants, in their
 * own name and with their own PIN: moves an ID number to another record, runs SQL, brings back values, removes residents.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../contract/ids.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { encodeDetail, readAnyDetail } from '../../main/vault/log/detail.ts';
import { hashEntry } from '../../main/vault/log/chain.ts';
import type { LogRow } from '../../main/vault/log/audit-log.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { type Sql, sql } from '../../main/vault/store/sql.ts';
import type { ReadableStore } from '../../main/vault/store/store.ts';
import { FEATURE_ENGINE_NAMES, FEATURE_ENGINES } from '../support/engines.ts';
import { type ImportDesk, makeImportDesk, sheet } from '../support/import-desk.ts';
import { tamper } from '../support/log-desk.ts';
import { draftOf, idNumberOf, phoneOf } from '../support/people-drafts.ts';
import { openStoreOf } from '../support/store-tools.ts';
import { hashTables } from '../support/table-hashes.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';
import { mergeOf } from '../support/requests-of.ts';
import { words } from '../support/words.ts';

const proof = { pin: PINS.supervisor, why: { reason: 'correction' } } as const;
const REFUSED = { ok: false, error: { code: 'store-tampered', details: { part: 'journal' } } };

describe.each(FEATURE_ENGINE_NAMES)('what a merge has kept on %s', (engine) => {
  let desk: VaultHarness;
  let one: MaskedPerson;
  let other: MaskedPerson;
  beforeEach(async () => {
    desk = await openDesk('supervisor', { engine });
    const withId = (n: number) =>
      draftOf(n, {
        sealed: [
          { field: 'phone', value: phoneOf(n) },
          { field: 'idNumber', value: idNumberOf(n) },
        ],
      });
    one = await desk.addPerson(withId(1));
    other = await desk.addPerson(withId(2));
    return () => desk.dispose();
  });

  async function withStore<T>(
    work: (store: Awaited<ReturnType<typeof openStoreOf>>) => Promise<T>,
  ): Promise<T> {
    await desk.vault.close();
    const vault = { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets };
    const store = await openStoreOf(vault, chooseEngine(engine), PINS.admin);
    const result = await work(store);
    await store.close();
    await desk.start();
    return result;
  }
  const plant = (...statements: readonly Sql[]): Promise<void> =>
    withStore((store) =>
      store.transaction(async (tx) => {
        for (const statement of statements) await tx.run(statement);
      }),
    );
  /** All that somebody could want to change; the log and the counters go on by themselves. */
  const records = (): Promise<Readonly<Record<string, string>>> =>
    withStore((store) => hashTables(store, ['log_', 'id_counter', 'merge_']));

  async function merge(): Promise<number> {
    await desk.call('people.merge', mergeOf(one, other, proof));
    return (await desk.call('people.merges', { personId: one.personId })).merges[0]!.mergeId;
  }
  async function undo(mergeId: number, personId: PersonId = one.personId): Promise<unknown> {
    await desk.unlock('supervisor');
    const { version } = await desk.call('people.open', { personId });
    return desk.ask('people.undoMerge', { personId, version, mergeId, keepEdited: false, ...proof });
  }

  it('moves no ID number to another record where there never was a merge', async () => {
    const place = (person_id: number) =>
      JSON.stringify({ person_id, field: 'idNumber', ordinal: 0, replaced_at: null, tagged: 1 });
    const person = JSON.stringify({
      kind: 'person',
      name: '张明亮',
      sex: 'male',
      version: 1,
      created_at: 0,
      updated_at: 0,
    });
    const supervisor = sql`SELECT staff_id FROM log_entry WHERE action = 'add' LIMIT 1`;
    await plant(
      sql`INSERT INTO merge_run (id, at, staff_id, person_id, other_id) VALUES (900, ${Date.now()}, 'a000000000000001', ${one.personId}, 999)`,
      sql`INSERT INTO merge_row (merge_id, what, row_id, before) VALUES (900, 'person', 999, ${person})`,
      sql`INSERT INTO merge_row (merge_id, what, row_id, before, after)
        SELECT 900, 'sealed_value', id, ${place(999)}, ${place(one.personId)} FROM sealed_value WHERE person_id = ${one.personId} AND field = 'idNumber'`,
      { ...supervisor, text: `UPDATE merge_run SET staff_id = (${supervisor.text})` },
    );
    const before = await records();
    expect(await undo(900)).toMatchObject(REFUSED);
    expect(await desk.ask('people.merges', { personId: one.personId })).toMatchObject(REFUSED);
    expect(await records()).toEqual(before);
  });

  it('tells nobody what an undo of an import would do that there never was', async () => {
    await plant(
      sql`INSERT INTO import_run (id, at, staff_id, file_name, row_count, created, changed, same, rejected, journal)
        VALUES (77, 0, 'a000000000000001', 'book.xlsx', 1, 1, 0, 0, 0, 1)`,
    );
    await desk.unlock('supervisor');
    expect(await desk.ask('import.checkUndo', { importId: 77 })).toMatchObject(REFUSED);
  });

  it('runs no SQL that stands where the name of a column should', async () => {
    const mergeId = await merge();
    const column =
      "kind, name, created_at, updated_at) SELECT ?, 'person', (SELECT group_concat(name) || ? FROM person), 0, 0 --";
    await plant(
      sql`UPDATE merge_row SET before = ${JSON.stringify({ [column]: '!' })} WHERE merge_id = ${mergeId} AND what = 'person' AND row_id = ${other.personId}`,
    );
    const before = await records();
    expect(await undo(mergeId)).toMatchObject(REFUSED);
    expect(await records()).toEqual(before);
  });

  it.each<readonly [string, (mergeId: number) => readonly Sql[]]>([
    [
      'another place for a value',
      (id) => [
        sql`UPDATE merge_row SET before = json_set(before, '$.ordinal', 7) WHERE merge_id = ${id} AND what = 'sealed_value'`,
      ],
    ],
    [
      'another person whom it was merged from',
      (id) => [sql`UPDATE merge_run SET other_id = ${one.personId + 500} WHERE id = ${id}`],
    ],
    ['a later day', (id) => [sql`UPDATE merge_run SET at = at + 86400000 WHERE id = ${id}`]],
    ['a row less', (id) => [sql`DELETE FROM merge_row WHERE merge_id = ${id} AND what = 'sealed_value'`]],
    [
      'a row more',
      (id) => [
        sql`INSERT INTO merge_row (merge_id, what, row_id, before, after) VALUES (${id}, 'counter_note', 1, '{}', '{}')`,
      ],
    ],
  ])('is taken for nothing with %s', async (_, change) => {
    const mergeId = await merge();
    await plant(...change(mergeId));
    const before = await records();
    expect(await undo(mergeId)).toMatchObject(REFUSED);
    expect(await records()).toEqual(before);
  });

  it('serves once, also where somebody has put it back', async () => {
    const mergeId = await merge();
    const rows = await withStore(async (store) => ({
      run: await store.get<{ at: number; staff_id: string }>(sql`SELECT at, staff_id FROM merge_run`),
      all: await store.all<{ what: string; row_id: number; before: string; after: string | null }>(
        sql`SELECT what, row_id, before, after FROM merge_row`,
      ),
    }));
    expect(await undo(mergeId)).toMatchObject({ ok: true });
    await plant(
      sql`INSERT INTO merge_run (id, at, staff_id, person_id, other_id) VALUES (${mergeId}, ${rows.run!.at}, ${rows.run!.staff_id}, ${one.personId}, ${other.personId})`,
      ...rows.all.map(
        ({ what, row_id, before, after }) =>
          sql`INSERT INTO merge_row (merge_id, what, row_id, before, after) VALUES (${mergeId}, ${what}, ${row_id}, ${before}, ${after})`,
      ),
    );
    const before = await records();
    expect(await undo(mergeId)).toMatchObject(REFUSED);
    expect(await records()).toEqual(before);
  });
});

const FIRST = sheet(
  ['1-1-101', '张三', '男', phoneOf(1), idNumberOf(1)],
  ['1-1-102', '李四', '女', phoneOf(2)],
);
/** Changes a sex, a remark and a floor; makes a resident and a room. */
const SECOND = sheet(
  ['1-1-101', '张三', '女', phoneOf(1), idNumberOf(1), null, null, '有话', null, null, '3'],
  ['1-1-103', '王五', '男', phoneOf(3)],
);

describe.each(FEATURE_ENGINES)('the journal of an import on $name', (engine) => {
  let desk: ImportDesk;
  let importId: number;
  beforeEach(async () => {
    desk = await makeImportDesk(engine);
    await desk.import(FIRST);
    ({ importId } = await desk.import(SECOND));
    return () => desk.desk.store.close();
  });

  const plant = (...statements: readonly Sql[]): Promise<void> =>
    desk.desk.store.transaction(async (tx) => {
      for (const statement of statements) await tx.run(statement);
    });
  const idOf = async (name: string): Promise<number> =>
    (await desk.desk.store.get<{ id: number }>(sql`SELECT id FROM person WHERE name = ${name}`))!.id;

  async function expectRefused(part: 'journal' | 'log' = 'journal'): Promise<void> {
    const before = await hashTables(desk.desk.store);
    await expect(desk.undo(importId, false)).rejects.toMatchObject({
      code: 'store-tampered',
      details: { part },
    });
    expect(await hashTables(desk.desk.store)).toEqual(before);
  }

  it('brings no resident another name that the import never touched', async () => {
    const id = await idOf('李四');
    await plant(
      sql`INSERT INTO import_person (import_id, person_id, before, version)
        SELECT ${importId}, id, json_object('kind', kind, 'name', '别人', 'sex', sex, 'version', version, 'created_at', created_at, 'updated_at', updated_at), version
        FROM person WHERE id = ${id}`,
    );
    await expectRefused();
    expect(await idOf('李四')).toBe(id);
  });

  it('removes no resident whom another import has made', async () => {
    await plant(
      sql`UPDATE import_range SET first_id = 1 WHERE import_id = ${importId} AND what = 'person'`,
      sql`UPDATE person SET import_id = ${importId}`,
    );
    await expectRefused();
  });

  it.each<readonly [string, readonly Sql[]]>([
    ['a row that is changed', [sql`UPDATE import_person SET before = json_set(before, '$.name', '别人')`]],
    [
      'a row that is changed with its digest',
      [
        sql`UPDATE import_person SET before = json_set(before, '$.name', '别人')`,
        sql`UPDATE import_digest SET digest = ${'0'.repeat(64)} WHERE what = 'person'`,
      ],
    ],
    ['a row that is gone', [sql`DELETE FROM import_person`]],
    [
      'rows that are gone with their digests',
      [sql`DELETE FROM import_person`, sql`DELETE FROM import_digest`],
    ],
    ['a room that is changed', [sql`UPDATE import_room SET before = json_set(before, '$.label', '1')`]],
    [
      'a value that is said to have given way',
      [
        sql`INSERT INTO import_replaced (import_id, old_id, new_id, tagged) SELECT max(import_id), 1, 2, 1 FROM import_range`,
      ],
    ],
  ])('undoes nothing with %s', async (_, statements) => {
    await plant(...statements);
    await expectRefused();
  });

  it('undoes nothing with an entry of the log that was rewritten to fit, its hash and all that follow', async () => {
    const { store, log } = desk.desk;
    const journal = 'f'.repeat(64);
    const rows = (await log.list(store, { before: null, limit: 100 })).toReversed();
    const at = rows.findIndex(
      (row) => row.action === 'import' && row.detail?.includes(`"import":${importId}`),
    );
    const detail = encodeDetail('import', { ...(readAnyDetail(rows[at]!) as object), journal } as never);
    await tamper(desk.desk, [
      { text: 'UPDATE log_entry SET detail = ? WHERE seq = ?', values: [detail, rows[at]!.seq] },
    ]);
    await expectRefused('log');
    await tamper(desk.desk, rehash(desk, rows.slice(at), detail));
    await expectRefused('log');
  });

  it('serves once, also where somebody has put it back', async () => {
    const tables = words(
      'import_range import_person import_room import_record import_replaced import_digest',
    );
    const { store } = desk.desk;
    const kept = await Promise.all(tables.map((table) => readAll(store, table)));
    await desk.undo(importId);
    const statements = tables.flatMap((table, index) =>
      kept[index]!.map((row): Sql => ({
        text: `INSERT OR REPLACE INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
        values: Object.values(row),
      })),
    );
    await plant(...statements, sql`UPDATE import_run SET undone_at = NULL, undone_by = NULL`);
    await expectRefused();
  });
});

const readAll = (store: ReadableStore, table: string) =>
  store.all<Readonly<Record<string, string | number | null>>>({ text: `SELECT * FROM ${table}`, values: [] });

/** The changed entry and those after it, each with the hash that it would have; nobody has the key for a tag. */
function rehash({ desk }: ImportDesk, rows: readonly LogRow[], detail: string | null) {
  const { vaultId } = desk.anchor.state();
  let prevHash = rows[0]!.prevHash;
  return rows.map((row, index) => {
    const changed = { ...row, prevHash, ...(index === 0 ? { detail } : {}) };
    prevHash = hashEntry(vaultId, changed, row.tag);
    return {
      text: 'UPDATE log_entry SET detail = ?, prev_hash = ?, hash = ? WHERE seq = ?',
      values: [changed.detail, changed.prevHash, prevHash, row.seq],
    };
  });
}
