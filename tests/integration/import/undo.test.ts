/** An import that is undone leaves every other table as it was before; what somebody edited since stays, unless that is not wanted. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '../../../contract/import/requests.ts';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import { undoCheckSchema } from '../../../contract/import/views.ts';
import { checkUndo } from '../../../main/vault/import/undo-import.ts';
import { purgeReplaced } from '../../../main/vault/store/replaced-values.ts';
import { readAnyDetail } from '../../../main/vault/log/detail.ts';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { writeWorkbook, withWrongCheck } from '../../support/fixture-workbooks.ts';
import {
  type ImportDesk,
  count,
  makeImportDesk,
  readValues,
  sheet,
  valuesOf,
} from '../../support/import-desk.ts';
import { SIGNERS } from '../../support/log-desk.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { hashTables } from '../../support/table-hashes.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { words } from '../../support/words.ts';

/** 李肆 has the ID number of 李四: they are said to be the same. */
const SAME: ImportAnswers = { rest: 'same', kinds: [], despite: [], rows: [] };
const OWN = ['import_run', 'log_', 'id_counter'];
const BEFORE = sheet(
  [
    '1-1-101',
    '张三',
    '男',
    phoneOf(1),
    withWrongCheck(idNumberOf(1)),
    '业主',
    '桂A12345',
    '第一句',
    'wx_first1',
    '1895-01-02',
    '1',
  ],
  ['1-1-102', '李四', '女', phoneOf(2), idNumberOf(2), '业主', null, null, phoneOf(2)],
  ['1-1-103', null, null, null, null, null, null, null, null, null, '1'],
);
/** Changes a name, a sex, sealed values, facts of a room; adds a phone, a plate, a room to somebody; makes people and rooms. */
const AFTER = sheet(
  [
    '1-1-101',
    '张三',
    '女',
    phoneOf(1),
    idNumberOf(1),
    '业主',
    '桂A99999',
    '第二句',
    'wx_second',
    '1895-01-03',
    '2',
  ],
  ['2-1-201', '李肆', '女', phoneOf(3), idNumberOf(2), '业主', null, '有话'],
  ['1-1-103', '王五', '男', phoneOf(4), idNumberOf(4), '租户', '桂B12345', '新来的', null, null, '3'],
  ['3-1-301', '赵六', null, phoneOf(5)],
);

/** Written by hand, without an entry: more than one action of the product would write. */
const change = (desk: ImportDesk, ...statements: readonly Sql[]): Promise<void> =>
  desk.desk.store.transaction(async (tx) => {
    for (const statement of statements) await tx.run(statement);
  });
const idOf = async (desk: ImportDesk, name: string): Promise<number> =>
  (await desk.desk.store.get<{ id: number }>(sql`SELECT id FROM person WHERE name = ${name}`))!.id;

describe.each(FEATURE_ENGINES)('undo on $name', (engine) => {
  it('returns every other table to what it was, and the search keys and tags with it', async () => {
    const desk = await makeImportDesk(engine);
    const { store } = desk.desk;
    await desk.import(BEFORE);
    const before = await hashTables(store, OWN);
    desk.desk.clock.advance(60_000);
    const { importId } = await desk.import(AFTER, 'xlsx', SAME);
    const between = await hashTables(store, OWN);
    for (const table of words(
      'person room occupancy vehicle sealed_value match_tag phone_key plate_key name_key room_key',
      'seal_batch',
    ))
      expect(between[table], table).not.toBe(before[table]);
    expect(await desk.undo(importId)).toEqual({ removed: 2, restored: 2, rooms: 2, kept: 0, gone: 0 });
    expect(await hashTables(store, OWN)).toEqual({ ...before, import_range: expect.any(String) });
    expect(await count(store, `import_range WHERE import_id = ${importId}`)).toBe(0);
    expect(await valuesOf(desk, '张三', 'remark')).toEqual(['第一句']);
    expect(await store.integrityCheck()).toEqual([]);
    // What came back is found as before: the same workbook changes nothing.
    expect(await desk.import(BEFORE)).toMatchObject({ created: 0, changed: 0 });
  });

  it('does so for a whole estate on top of another, and after both are undone nothing is left', async () => {
    const desk = await makeImportDesk(engine);
    const { store } = desk.desk;
    const empty = await hashTables(store, OWN);
    const [first, second] = [1, 2].map((seed) => {
      const path = join(makeTempDir(), `${seed}`);
      writeWorkbook(path, { residents: 150, format: 'csv-utf8', seed });
      return path;
    }) as [string, string];
    const one = await desk.import(first);
    const before = await hashTables(store, OWN);
    const two = await desk.import(second);
    expect(await hashTables(store, OWN)).not.toEqual(before);
    await desk.undo(two.importId);
    expect(await hashTables(store, OWN)).toEqual(before);
    await desk.undo(one.importId);
    expect(await hashTables(store, OWN)).toEqual(empty);
  });

  it('leaves one entry with counts and no value, says so in the list, and is done once', async () => {
    const desk = await makeImportDesk(engine);
    const { store, log } = desk.desk;
    await desk.import(BEFORE);
    const { importId } = await desk.import(AFTER, 'xlsx', SAME);
    await desk.undo(importId);
    const [entry] = await log.list(store, { before: null, limit: 1 });
    expect([entry!.action, readAnyDetail(entry!)]).toEqual([
      'import-undo',
      { import: importId, removed: 2, restored: 2, rooms: 2, kept: 0 },
    ]);
    expect(await store.get(sql`SELECT undone_at FROM import_run WHERE id = ${importId}`)).toEqual({
      undone_at: desk.desk.clock.now(),
    });
    expect((await log.verify(store, SIGNERS)).ok).toBe(true);
    await expect(desk.undo(importId)).rejects.toMatchObject({ code: 'import-undone' });
    await expect(desk.undo(999)).rejects.toMatchObject({ code: 'not-found' });
    await change(
      desk,
      sql`INSERT INTO import_run (id, at, staff_id, file_name, row_count, created, changed, rejected) VALUES (50, 0, 'a', 'old', 1, 1, 0, 0)`,
    );
    await expect(desk.undo(50)).rejects.toMatchObject({ code: 'import-journal-gone' });
  });

  describe('what was edited since', () => {
    const edited = async (): Promise<{ readonly desk: ImportDesk; readonly importId: number }> => {
      const desk = await makeImportDesk(engine);
      await desk.import(BEFORE);
      const { importId } = await desk.import(AFTER, 'xlsx', SAME);
      await change(
        desk,
        sql`UPDATE person SET sex = 'female', version = version + 1 WHERE name = '赵六'`,
        sql`UPDATE person SET sex = 'male', version = version + 1 WHERE name = '李肆'`,
        sql`UPDATE room SET layout = '两室' WHERE label = '1栋1单元103'`,
      );
      return { desk, importId };
    };

    it('is listed, masked', async () => {
      const { desk, importId } = await edited();
      const check = await checkUndo(desk.desk.store, USUAL_MASKS, importId);
      expect(undoCheckSchema.parse(check)).toEqual(check);
      expect(check).toMatchObject({ created: 2, changed: 2, rooms: 2, edited: 3, gone: 0 });
      expect(check.rows.map(({ what, nameMask, roomLabel }) => [what, nameMask, roomLabel])).toEqual([
        ['created', '赵*', '3栋1单元301'],
        ['changed', '李*', '1栋1单元102'],
        ['room', '', '1栋1单元103'],
      ]);
    });

    it('stays as it is, with its room', async () => {
      const { desk, importId } = await edited();
      const { store } = desk.desk;
      expect(await desk.undo(importId)).toEqual({ removed: 1, restored: 1, rooms: 0, kept: 3, gone: 0 });
      expect(await store.all(sql`SELECT name, sex FROM person ORDER BY id`)).toEqual([
        { name: '张三', sex: 'male' },
        { name: '李肆', sex: 'male' },
        { name: '尾行', sex: 'male' },
        { name: '赵六', sex: 'female' },
      ]);
      expect(await valuesOf(desk, '赵六', 'phone')).toEqual([phoneOf(5)]);
      expect(await valuesOf(desk, '李肆', 'phone')).toEqual([phoneOf(2), phoneOf(3)]);
      expect(await store.get(sql`SELECT floor, layout FROM room WHERE label = '1栋1单元103'`)).toEqual({
        floor: '3',
        layout: '两室',
      });
    });

    it("goes too when that is wanted, and nobody's version goes back", async () => {
      const { desk, importId } = await edited();
      const { store } = desk.desk;
      expect(await desk.undo(importId, false)).toEqual({
        removed: 2,
        restored: 2,
        rooms: 2,
        kept: 0,
        gone: 0,
      });
      expect(await store.all(sql`SELECT name, sex, version FROM person ORDER BY id`)).toEqual([
        { name: '张三', sex: 'male', version: 1 },
        { name: '李四', sex: 'female', version: 4 },
        { name: '尾行', sex: 'male', version: 1 },
      ]);
      expect(
        await store.get(
          sql`SELECT 1 FROM name_key WHERE key = 'ls' AND person_id = ${await idOf(desk, '李四')}`,
        ),
      ).toBeDefined();
      expect(await valuesOf(desk, '李四', 'phone')).toEqual([phoneOf(2)]);
      expect(await store.get(sql`SELECT floor FROM room WHERE label = '1栋1单元103'`)).toEqual({
        floor: '1',
      });
    });

    it('takes with it what was written by hand into a room that the import gave, so that nothing sealed is left without its place', async () => {
      const { desk, importId } = await edited();
      const { store } = desk.desk;
      const person = await idOf(desk, '李肆');
      await change(
        desk,
        sql`UPDATE occupancy SET ordinal = 0 WHERE person_id = ${person} AND import_id = ${importId}`,
        sql`INSERT INTO sealed_value (person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at)
          SELECT ${person}, 'certificate', 0, 'identity', min(id), 900, x'00', '***', 1, 0 FROM seal_batch WHERE import_id IS NOT ${importId}`,
      );
      await desk.undo(importId, false);
      expect(await count(store, "sealed_value WHERE field = 'certificate'")).toBe(0);
    });

    it('is also somebody of whom there is something that no import writes', async () => {
      const desk = await makeImportDesk(engine);
      const { importId } = await desk.import(BEFORE);
      await change(
        desk,
        sql`INSERT INTO confirmed_field (person_id, field, ordinal, at, staff_id) VALUES (${await idOf(desk, '张三')}, 'phone', 0, 0, 'a')`,
      );
      expect(await checkUndo(desk.desk.store, USUAL_MASKS, importId)).toMatchObject({
        edited: 1,
        rows: [{ what: 'created', nameMask: '张*' }],
      });
      expect(await desk.undo(importId)).toMatchObject({ removed: 2, kept: 1 });
      expect(await count(desk.desk.store, 'confirmed_field')).toBe(1);
    });

    it('is nobody to whom a notice was posted, and is somebody who was told at the counter', async () => {
      const desk = await makeImportDesk(engine);
      const { store } = desk.desk;
      const { importId } = await desk.import(BEFORE);
      const [told, posted] = [await idOf(desk, '张三'), await idOf(desk, '李四')];
      await change(
        desk,
        sql`INSERT INTO notice (id, person_id, purpose, basis, notice_version, given_on, way, posting_id) VALUES (1, ${told}, 'service', 'contract', '1', '2026-01-01', 'counter', NULL)`,
        sql`INSERT INTO notice (id, person_id, purpose, basis, notice_version, given_on, way, posting_id) VALUES (2, ${posted}, 'service', 'contract', '1', '2026-01-01', 'posted', 7)`,
      );
      expect(await checkUndo(store, USUAL_MASKS, importId)).toMatchObject({
        edited: 1,
        rows: [{ what: 'created', nameMask: '张*' }],
      });
      expect(await desk.undo(importId)).toMatchObject({ kept: 1 });
      // What was posted goes with the person.
      expect(await store.all(sql`SELECT id FROM notice`)).toEqual([{ id: 1 }]);
    });

    it('is not what another import added to it that is undone first', async () => {
      const desk = await makeImportDesk(engine);
      const first = await desk.import(BEFORE);
      const second = await desk.import(AFTER, 'xlsx', SAME);
      expect((await checkUndo(desk.desk.store, USUAL_MASKS, first.importId)).edited).toBeGreaterThan(0);
      await desk.undo(second.importId);
      expect((await checkUndo(desk.desk.store, USUAL_MASKS, first.importId)).edited).toBe(0);
    });
  });

  it('keeps a room that somebody else lives in by now', async () => {
    const desk = await makeImportDesk(engine);
    const { store } = desk.desk;
    await desk.import(BEFORE);
    const { importId } = await desk.import(AFTER, 'xlsx', SAME);
    await change(
      desk,
      sql`INSERT INTO occupancy (person_id, room_id, relation) SELECT ${await idOf(desk, '尾行')}, id, 'tenant' FROM room WHERE label = '3栋1单元301'`,
    );
    expect(await desk.undo(importId)).toMatchObject({ removed: 2, rooms: 1 });
    expect(await count(store, `room WHERE label = '3栋1单元301'`)).toBe(1);
  });

  it('does not take a row that came under a number that was free again', async () => {
    const desk = await makeImportDesk(engine);
    await desk.import(BEFORE);
    const { importId } = await desk.import(AFTER, 'xlsx', SAME);
    const last = await idOf(desk, '赵六');
    await change(
      desk,
      sql`DELETE FROM person WHERE id = ${last}`,
      sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (${last}, 'person', '后来', 0, 0)`,
    );
    expect(await desk.undo(importId)).toMatchObject({ removed: 1 });
    expect(await idOf(desk, '后来')).toBe(last);
  });

  it('says which old values are gone for good after thirty days, and leaves the new ones in their place', async () => {
    const desk = await makeImportDesk(engine);
    const { store } = desk.desk;
    await desk.import(BEFORE);
    const { importId } = await desk.import(AFTER, 'xlsx', SAME);
    desk.desk.clock.advance(31 * 86_400_000);
    await store.transaction((tx) => purgeReplaced(tx, desk.desk.clock.now()));
    const { gone } = await checkUndo(store, USUAL_MASKS, importId);
    expect(gone).toBe(3);
    expect(await desk.undo(importId)).toMatchObject({ gone });
    expect(await valuesOf(desk, '张三', 'remark')).toEqual(['第二句']);
    expect(await valuesOf(desk, '张三', 'wechat')).toEqual(['wx_first1']);
    for (const { value } of await readValues(desk)) expect(value).not.toBe('');
  });

  it('leaves everything when it is cancelled, wherever that is', async () => {
    const desk = await makeImportDesk(engine);
    const { store } = desk.desk;
    const path = join(makeTempDir(), 'estate.csv');
    writeWorkbook(path, { residents: 1200, format: 'csv-utf8', seed: 3 });
    const { importId } = await desk.import(path);
    const before = await hashTables(store);
    let cancels = 0;
    for (desk.cancelAt = 0; desk.cancelAt < 1000; desk.cancelAt += 1) {
      const outcome = await desk.undo(importId).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
      if (outcome === 'done') break;
      expect(outcome).toBe('cancelled');
      expect(await hashTables(store)).toEqual(before);
      cancels += 1;
    }
    expect(cancels).toBeGreaterThan(2);
    expect(await count(store, 'person')).toBe(0);
  });
});
