import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import { planRowSchema, importResultSchema, importPlanSchema } from '../../../contract/import/views.ts';
import { applyImport } from '../../../main/vault/import/apply-import.ts';
import type { PreparedImport } from '../../../main/vault/import/plan-import.ts';
import type { TrustedTierKey } from '../../../main/vault/keys/tier-keys.ts';
import { readAnyDetail } from '../../../main/vault/log/detail.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { ReadableStore } from '../../../main/vault/store/store.ts';
import { ENGINES } from '../../support/engines.ts';
import {
  TRAP_FLAGS,
  TRAP_ROWS,
  trapSheet,
  withWrongCheck,
  WORKBOOK_FORMATS,
  writeWorkbook,
} from '../../support/fixture-workbooks.ts';
import {
  count,
  LEAVE_OUT,
  makeImportDesk,
  readValues,
  sheet,
  VAULT_ID,
  valuesOf,
} from '../../support/import-desk.ts';
import { type LogDesk, SIGNER, SIGNERS, STAFF } from '../../support/log-desk.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { hashTables as hashEach } from '../../support/table-hashes.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { NEVER_ABORTED } from '../../../main/vault/long-work/long-work.ts';

/** All but what an import says of itself. */
const hashTables = (store: ReadableStore) => hashEach(store, ['import_', 'log_', 'id_counter']);

describe.each(ENGINES)('import on $name', (engine) => {
  it("makes rows, masks, keys, and values that open with the tiers' keys alone", async () => {
    const desk = await makeImportDesk(engine);
    const { store } = desk.desk;
    const result = await desk.import(trapSheet());
    expect(importResultSchema.parse(result)).toEqual(result);
    expect(result).toMatchObject({ rows: TRAP_ROWS.length, created: 17, changed: 1, same: 0, rejected: [] });
    expect(await count(store, 'person')).toBe(14);

    const values = await readValues(desk);
    expect(
      values
        .filter(({ name, field }) => name === '张明' && field !== 'remark')
        .map(({ field, value, mask, valid }) => [field, value, mask, valid]),
    ).toEqual([
      ['idNumber', idNumberOf(1), `${idNumberOf(1)[0]}****************${idNumberOf(1)[17]}`, 1],
      ['phone', phoneOf(1), '141****0001', 1],
    ]);
    expect(values.find(({ name, field }) => name === '周强' && field === 'idNumber')).toMatchObject({
      value: withWrongCheck(idNumberOf(7)),
      valid: 0,
    });
    for (const row of values) expect(row.tag).not.toBeNull();
    const phone = values.find(({ name, field }) => name === '张明' && field === 'phone')!;
    expect(Buffer.from(phone.tag!)).toEqual(Buffer.from(desk.tags('phone', phoneOf(1))));

    const rooms = await store.all<{
      name: string;
      label: string;
      floor: string;
      layout: string;
      area: number;
      status: string;
      relation: string;
    }>(sql`
      SELECT p.name, r.label, r.floor, r.layout, r.area, r.status, o.relation FROM occupancy o JOIN person p ON p.id = o.person_id JOIN room r ON r.id = o.room_id
      WHERE p.name IN ('张明', '李晓红', '冯涛') ORDER BY o.id`);
    expect(rooms.map(({ name, relation }) => [name, relation])).toEqual([
      ['张明', 'owner'],
      ['李晓红', 'family'],
      ['冯涛', 'owner'],
      ['冯涛', 'owner'],
    ]);
    expect(rooms[0]).toMatchObject({ floor: '3', layout: '三室两厅', area: 98.5, status: 'lived-in' });
    expect(rooms[1]!.label).toBe(rooms[0]!.label);
    expect(new Set(rooms.slice(2).map(({ label }) => label)).size).toBe(2);

    expect(
      await store.get(
        sql`SELECT 1 FROM name_key k JOIN person p ON p.id = k.person_id WHERE k.key = 'zm' AND p.name = '张明'`,
      ),
    ).toBeDefined();
    expect(await store.get(sql`SELECT 1 FROM phone_key WHERE key = '0001'`)).toBeDefined();
    expect(await store.get(sql`SELECT 1 FROM room_key WHERE key = '3-2-1801'`)).toBeDefined();
    expect(await store.integrityCheck()).toEqual([]);
  });

  it('leaves one entry in the log, with counts and no value, and its run', async () => {
    const desk = await makeImportDesk(engine);
    const { importId } = await desk.import(trapSheet());
    const entries = await desk.desk.log.list(desk.desk.store, { before: null, limit: 2 });
    expect(entries.map((row) => [row.action, row.staffId, readAnyDetail(row)])).toEqual([
      [
        'import',
        STAFF,
        {
          import: importId,
          rows: 18,
          new: 17,
          changed: 1,
          same: 0,
          rejected: 0,
          idNumbers: true,
          journal: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    ]);
    expect(
      await desk.desk.store.all(sql`SELECT row_count, created, changed, rejected FROM import_run`),
    ).toEqual([{ row_count: 18, created: 17, changed: 1, rejected: 0 }]);
    expect(await count(desk.desk.store, `person WHERE import_id = ${importId}`)).toBe(14);
    expect((await desk.desk.log.verify(desk.desk.store, SIGNERS)).ok).toBe(true);
  });

  it.each(WORKBOOK_FORMATS)('changes nothing when the same %s comes again', async (format) => {
    const desk = await makeImportDesk(engine);
    const path = join(makeTempDir(), 'estate');
    writeWorkbook(path, { residents: 60, format, seed: 7 });
    const first = await desk.import(path);
    expect(first.rows).toBe(60);
    expect(first.created).toBeGreaterThan(50);
    const before = await hashTables(desk.desk.store);
    const again = await desk.import(path);
    expect(again).toMatchObject({
      rows: first.rows,
      created: 0,
      changed: 0,
      same: first.rows - first.rejected.length,
    });
    expect(await hashTables(desk.desk.store)).toEqual(before);
  });

  it('changes nothing when the traps come again, also from another format', async () => {
    const desk = await makeImportDesk(engine);
    await desk.import(trapSheet(), 'xlsx');
    const before = await hashTables(desk.desk.store);
    expect(await desk.import(trapSheet(), 'xls')).toMatchObject({
      created: 0,
      changed: 0,
      same: TRAP_ROWS.length,
    });
    expect(await hashTables(desk.desk.store)).toEqual(before);
  });

  it('plans masked rows, of which the contract approves, and writes nothing', async () => {
    const desk = await makeImportDesk(engine);
    const before = await hashTables(desk.desk.store);
    const { view } = await desk.plan(trapSheet());
    expect(importPlanSchema.parse({ planId: '0'.repeat(32), ...view })).toBeDefined();
    for (const row of view.rows) planRowSchema.parse(row);
    expect(view.counts).toEqual({
      rows: 18,
      new: 17,
      changed: 1,
      same: 0,
      ambiguous: 0,
      rejected: 0,
      rooms: 16,
      vehicles: 0,
      spaces: 0,
      flagged: Object.values(TRAP_FLAGS).flat().length,
      newPeople: 14,
      changedPeople: 0,
      newRooms: 16,
    });
    const text = JSON.stringify(view);
    expect(text).not.toMatch(/\d{9}/);
    for (const name of ['张明', '李晓红', '冯涛', '何平']) expect(text).not.toContain(name);
    expect(await hashTables(desk.desk.store)).toEqual(before);
    expect(await count(desk.desk.store, 'log_entry')).toBe(0);
  });

  describe('the same person', () => {
    it('is told by the ID number, whose holder may have a new phone and a new room', async () => {
      const desk = await makeImportDesk(engine);
      await desk.import(sheet(['1-1-101', '张三', '男', phoneOf(1), idNumberOf(1)]));
      expect(await desk.import(sheet(['2-1-202', '张三', '男', phoneOf(2), idNumberOf(1)]))).toMatchObject({
        created: 0,
        changed: 1,
      });
      expect(await valuesOf(desk, '张三', 'phone')).toEqual([phoneOf(1), phoneOf(2)]);
      expect(await count(desk.desk.store, 'occupancy')).toBe(3);
    });

    it('is told by phone and name, and takes on the ID number', async () => {
      const desk = await makeImportDesk(engine);
      await desk.import(sheet(['1-1-101', '张三', null, phoneOf(1)]));
      expect(await desk.import(sheet(['2-1-202', '张三', null, phoneOf(1), idNumberOf(1)]))).toMatchObject({
        created: 0,
        changed: 1,
      });
      expect(await valuesOf(desk, '张三', 'idNumber')).toEqual([idNumberOf(1)]);
      expect(await desk.import(sheet(['1-1-101', '张三丰', null, phoneOf(1)]))).toMatchObject({ created: 1 });
    });

    it('is told by room, name and relation', async () => {
      const desk = await makeImportDesk(engine);
      await desk.import(sheet(['1-1-101', '张三', null, phoneOf(1)]));
      expect(await desk.import(sheet(['1栋1单元101', '张三', '男']))).toMatchObject({
        created: 0,
        changed: 1,
      });
      expect(await desk.import(sheet(['1-1-101', '张三', null, null, null, '租户']))).toMatchObject({
        created: 1,
        changed: 0,
      });
    });

    it('comes back to a room that they had left, with the time before kept', async () => {
      const desk = await makeImportDesk(engine);
      const row = ['1-1-101', '张三', null, phoneOf(1)] as const;
      await desk.import(sheet(row));
      await desk.desk.store.transaction((tx) =>
        tx.run(
          sql`UPDATE occupancy SET until_date = '2026-01-01' WHERE person_id = (SELECT id FROM person WHERE name = '张三')`,
        ),
      );
      expect(await desk.import(sheet(row))).toMatchObject({ created: 0, changed: 1 });
      const stays = await desk.desk.store.all(
        sql`SELECT o.until_date AS until FROM occupancy o JOIN person p ON p.id = o.person_id WHERE p.name = '张三' ORDER BY o.id`,
      );
      expect(stays).toEqual([{ until: '2026-01-01' }, { until: null }]);
      expect(await desk.import(sheet(row))).toMatchObject({ created: 0, changed: 0 });
    });

    it('gets no phone back that was taken from the record, whose cell is flagged', async () => {
      const desk = await makeImportDesk(engine);
      const row = ['1-1-101', '张三', null, phoneOf(1), idNumberOf(1)] as const;
      await desk.import(sheet(row));
      await desk.desk.store.transaction(async (tx) => {
        await tx.run(
          sql`UPDATE sealed_value SET replaced_at = created_at + 1 WHERE field = 'phone' AND person_id = (SELECT id FROM person WHERE name = '张三')`,
        );
        await tx.run(
          sql`DELETE FROM match_tag WHERE value_id IN (SELECT id FROM sealed_value WHERE replaced_at IS NOT NULL)`,
        );
      });
      const plan = await desk.plan(sheet(row));
      expect(plan.view.flags).toEqual([{ sheet: '业主', row: 2, column: null, why: 'removed-before' }]);
      expect(await desk.apply(plan)).toMatchObject({ created: 0, changed: 0, flagged: 1 });
      expect(await valuesOf(desk, '张三', 'phone')).toEqual([]);
    });

    it('is not told by a placeholder', async () => {
      const desk = await makeImportDesk(engine);
      await desk.import(
        sheet(
          ['1-1-101', '张三', null, '18999999999', '111111111111111111'],
          ['1-1-102', '张三', null, '18999999999', '111111111111111111'],
        ),
      );
      expect(await count(desk.desk.store, `person WHERE name = '张三'`)).toBe(2);
      expect((await readValues(desk)).filter(({ name }) => name === '张三')).toEqual([]);
    });

    it('may own several rooms within one workbook, and be named twice in the same words', async () => {
      const desk = await makeImportDesk(engine);
      const row = ['1-1-101', '张三', null, phoneOf(1), idNumberOf(1)] as const;
      const result = await desk.import(sheet(row, ['1-1-102', '张三', null, null, idNumberOf(1)], row));
      expect(result).toMatchObject({
        rows: 4,
        created: 2,
        changed: 1,
        rejected: [{ row: 4, reason: 'repeated-row' }],
      });
      expect(
        await count(desk.desk.store, `occupancy o JOIN person p ON p.id = o.person_id WHERE p.name = '张三'`),
      ).toBe(2);
    });
  });

  it('never erases with a blank cell, and takes the newer word of the workbook', async () => {
    const desk = await makeImportDesk(engine);
    const { store } = desk.desk;
    await desk.import(
      sheet([
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
      ]),
    );
    const before = await hashTables(store);
    await desk.import(sheet(['1-1-101', '张三', null, phoneOf(1)]));
    expect(await hashTables(store)).toEqual(before);
    await desk.import(
      sheet([
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
      ]),
    );
    expect(
      (await readValues(desk))
        .filter(({ name }) => name === '张三')
        .map(({ field, ordinal, value, valid }) => [field, ordinal, value, valid]),
    ).toEqual([
      ['birthday', 0, '1895-01-03', 1],
      ['idNumber', 0, idNumberOf(1), 1],
      ['phone', 0, phoneOf(1), 1],
      ['remark', 0, '第二句', 1],
      ['wechat', 0, 'wx_first1', 1],
      ['wechat', 1, 'wx_second', 1],
    ]);
    expect(await store.all(sql`SELECT plate FROM vehicle ORDER BY ordinal`)).toEqual([
      { plate: '桂A12345' },
      { plate: '桂A99999' },
    ]);
    expect(await store.get(sql`SELECT sex, version FROM person WHERE name = '张三'`)).toEqual({
      sex: 'female',
      version: 2,
    });
    expect(await store.get(sql`SELECT floor FROM room WHERE label = '1栋1单元101'`)).toEqual({ floor: '2' });
    expect(await count(store, 'sealed_value WHERE replaced_at IS NOT NULL')).toBe(3);
    expect(
      await count(
        store,
        'match_tag t JOIN sealed_value v ON v.id = t.value_id WHERE v.replaced_at IS NOT NULL',
      ),
    ).toBe(0);
    await desk.import(sheet(['1-1-101', '张三', null, phoneOf(1), withWrongCheck(idNumberOf(1))]));
    expect(await valuesOf(desk, '张三', 'idNumber')).toEqual([idNumberOf(1)]);
  });

  it('tells nothing of equal remarks and birthdays of two people by their tags', async () => {
    const desk = await makeImportDesk(engine);
    await desk.import(
      sheet(
        ['1-1-101', '张三', null, phoneOf(1), null, null, null, '同一句', null, '1895-01-02'],
        ['1-1-102', '李四', null, phoneOf(2), null, null, null, '同一句', null, '1895-01-02'],
      ),
    );
    const tags = (await readValues(desk)).map(({ tag }) => Buffer.from(tag!).toString('hex'));
    expect(new Set(tags).size).toBe(tags.length);
  });

  it.each(['xlsx', 'csv-utf8'] as const)(
    'refuses no %s for a cell left in its last column: beside a resident it is flagged, alone its row is no row',
    async (format) => {
      const desk = await makeImportDesk(engine);
      const stray = Array.from({ length: 16_384 }, (_, column) => (column === 16_383 ? 'x' : null));
      const besides = ['1-1-102', '李四', ...stray.slice(2)];
      const plan = await desk.plan(sheet(['1-1-101', '张三'], besides, stray), format);
      const flagged = { sheet: plan.view.flags[0]?.sheet, row: 3, column: 16_383, why: 'not-taken' };
      expect(plan.view.flags).toEqual([flagged]);
      expect(await desk.apply(plan)).toMatchObject({
        created: 3,
        flagged: 1,
        rejected: [{ row: 4, reason: 'not-a-row' }],
      });
    },
  );

  it('takes hostile cells as text', async () => {
    const desk = await makeImportDesk(engine);
    const hostile = [
      '=HYPERLINK("http://example.invalid","x")',
      "x'); DROP TABLE person;--",
      '<img src=x onerror=alert(1)>',
      '某'.repeat(50),
    ];
    await desk.import(
      sheet(
        ...hostile.map((text, index) => [
          `1-1-10${index}`,
          text,
          null,
          phoneOf(index + 1),
          null,
          null,
          null,
          text,
        ]),
      ),
    );
    const remarks = (await readValues(desk))
      .filter(({ field }) => field === 'remark')
      .map(({ value }) => value);
    expect(remarks).toEqual(hostile);
    expect(await count(desk.desk.store, 'person')).toBe(5);
    for (const { mask } of await readValues(desk)) expect(mask).not.toMatch(/[<=']/);
    const before = await hashTables(desk.desk.store);
    await desk.import(
      sheet(
        ...hostile.map((text, index) => [
          `1-1-10${index}`,
          text,
          null,
          phoneOf(index + 1),
          null,
          null,
          null,
          text,
        ]),
      ),
    );
    expect(await hashTables(desk.desk.store)).toEqual(before);
  });

  it('leaves nothing when it is cancelled, wherever that is', async () => {
    const desk = await makeImportDesk(engine);
    const { store } = desk.desk;
    await desk.import(sheet(['1-1-101', '张三', null, phoneOf(1)]));
    const path = join(makeTempDir(), 'estate.csv');
    writeWorkbook(path, { residents: 400, format: 'csv-utf8', seed: 3 });
    const plan = await desk.plan(path);
    const before = await hashTables(store);
    let cancels = 0;
    for (desk.cancelAt = 0; desk.cancelAt < 100_000; desk.cancelAt += 1 + Math.floor(desk.cancelAt / 8)) {
      const outcome = await desk.apply(plan).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
      if (outcome === 'done') break;
      expect(outcome).toBe('cancelled');
      expect(await hashTables(store)).toEqual(before);
      expect(await count(store, 'import_run')).toBe(1);
      expect(await count(store, `log_entry WHERE action = 'import'`)).toBe(1);
      cancels += 1;
    }
    // At the start of each phase, while others have their turn, and inside the transaction after each table.
    expect(cancels).toBeGreaterThan(12);
    expect(await count(store, 'person')).toBeGreaterThan(300);
  });

  it('plans anew at the end: what was imported since the preview is not made twice', async () => {
    const desk = await makeImportDesk(engine);
    const rows = sheet(['1-1-101', '张三', null, phoneOf(1), idNumberOf(1)]);
    const plan = await desk.plan(rows);
    await desk.import(rows);
    expect(await desk.apply(plan)).toMatchObject({ created: 0, changed: 0, same: 2 });
    expect(await count(desk.desk.store, 'person')).toBe(2);
  });

  it('begins again when the store changes before its transaction begins', async () => {
    const desk = await makeImportDesk(engine);
    const rows = sheet(['1-1-101', '张三', null, phoneOf(1), idNumberOf(1)]);
    const plan = await desk.plan(rows);
    const { record } = desk.desk.log;
    let raced = 0;
    const log: LogDesk['log'] = {
      ...desk.desk.log,
      record: async (store, work) => {
        if ((raced += 1) === 1)
          await record(store, async (tx) => {
            await tx.run(
              sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (900, 'person', '抢先', 0, 0)`,
            );
            return { value: undefined, entries: [{ staffId: STAFF, action: 'add', outcome: 'done' }] };
          });
        return record(store, work);
      },
    };
    const applied = await applyImport({
      store: desk.desk.store,
      log,
      masks: USUAL_MASKS,
      plan,
      answers: LEAVE_OUT,
      tags: desk.tags,
      vaultId: VAULT_ID,
      tierKeys: desk.keys as unknown as Record<'contact' | 'identity', TrustedTierKey>,
      staffId: STAFF,
      cosignerId: null,
      signedBy: [SIGNER],
      clock: desk.desk.clock,
      onProgress: () => undefined,
      signal: NEVER_ABORTED,
    });
    expect(applied.created).toBe(2);
    expect(raced).toBe(2);
    expect(await valuesOf(desk, '张三', 'phone')).toEqual([phoneOf(1)]);
  });

  it('takes over from the preview who is who, and asks again once anybody has changed', async () => {
    const desk = await makeImportDesk(engine);
    const rows = sheet(['1-1-101', '张三', null, phoneOf(1), idNumberOf(1)]);
    const apply = async (plan: PreparedImport) => {
      const tagged: string[] = [];
      const result = await applyImport({
        store: desk.desk.store,
        log: desk.desk.log,
        masks: USUAL_MASKS,
        plan,
        answers: LEAVE_OUT,
        vaultId: VAULT_ID,
        tierKeys: desk.keys as unknown as Record<'contact' | 'identity', TrustedTierKey>,
        tags: (field, value) => {
          tagged.push(field);
          return desk.tags(field, value);
        },
        staffId: STAFF,
        cosignerId: null,
        signedBy: [SIGNER],
        clock: desk.desk.clock,
        onProgress: () => undefined,
        signal: NEVER_ABORTED,
      });
      return { result, tagged };
    };
    const [first, second] = [await desk.plan(rows), await desk.plan(rows)];
    expect(await apply(first)).toMatchObject({ result: { created: 2 }, tagged: [] });
    // Planned when nobody was there: by the first import's entry in the log it knows that somebody is.
    const again = await apply(second);
    expect(again.result).toMatchObject({ created: 0, same: 2 });
    expect(again.tagged).toContain('phone');
    expect(await count(desk.desk.store, 'person')).toBe(2);
  });

  it('is made whole from a plan of which one was cancelled', async () => {
    const desk = await makeImportDesk(engine);
    const plan = await desk.plan(trapSheet());
    desk.cancelAt = 2;
    await expect(desk.apply(plan)).rejects.toMatchObject({ code: 'cancelled' });
    desk.cancelAt = Number.POSITIVE_INFINITY;
    expect(await desk.apply(plan)).toMatchObject({ created: 17, changed: 1 });
    expect(await count(desk.desk.store, 'person')).toBe(14);
  });

  it('reports its phases in order', async () => {
    const desk = await makeImportDesk(engine);
    await desk.import(trapSheet());
    expect([...new Set(desk.progress.map(({ phase }) => phase))]).toEqual([
      'checking',
      'writing',
      'finishing',
    ]);
    for (const { done, total } of desk.progress) expect(done).toBeLessThanOrEqual(total);
  });
});
