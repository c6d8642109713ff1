/** Ops between two stores: what one transaction did to shared tables, and a second store that is given it. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RoomId } from '../../../contract/ids.ts';
import { applyOp } from '../../../main/vault/ops/apply-op.ts';
import { captureOps } from '../../../main/vault/ops/capture.ts';
import { type OpContent, packContent, unpackContent } from '../../../main/vault/ops/op-content.ts';
import { readSharedTables } from '../../../main/vault/ops/shared-tables.ts';
import { indexRoom } from '../../../main/vault/search/search-index.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store, WritableStore } from '../../../main/vault/store/store.ts';
import { hashTables, tablesThatDiffer } from '../../../main/vault/store/table-hashes.ts';
import { TABLE_NAMES, isShared } from '../../../main/vault/store/tables.ts';
import { ENGINES } from '../../support/engines.ts';
import { newStore } from '../../support/new-store.ts';

const NOT_SHARED = new Set<string>(TABLE_NAMES.filter((name) => !isShared(name)));

const room = (tx: WritableStore, id: number, canonical: string): Promise<unknown> =>
  tx.run(
    sql`INSERT INTO room (id, room, label, canonical) VALUES (${id}, ${canonical}, ${canonical}, ${canonical})`,
  );
const person = (tx: WritableStore, id: number): Promise<unknown> =>
  tx.run(
    sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (${id}, 'person', ${`甲${id}`}, 1, 1)`,
  );
const lives = (tx: WritableStore, id: number, personId: number, roomId: number): Promise<unknown> =>
  tx.run(
    sql`INSERT INTO occupancy (id, person_id, ordinal, room_id, relation) VALUES (${id}, ${personId}, ${id}, ${roomId}, 'owner')`,
  );

for (const engine of ENGINES)
  describe(`ops of a store on ${engine.name}`, () => {
    let key: Uint8Array;
    let first: Store;
    let second: Store;
    let ops: OpContent[];

    beforeEach(async () => {
      key = randomBytes(32);
      [first, second] = [await newStore(engine, key), await newStore(engine)];
      // Rows of the first schema that are random are the same at a desk that has joined.
      const { key: traceKey } = (await first.get<{ readonly key: Uint8Array }>(
        sql`SELECT key FROM trace_key`,
      ))!;
      await second.runAlone(sql`UPDATE trace_key SET key = ${traceKey}`);
      ops = [];
      ({ store: first } = await captureOps(first, {
        take: async (_, { content }) => void ops.push(content),
      }));
    });
    afterEach(async () => {
      await first.close();
      await second.close();
    });

    const applyAll = async (): Promise<void> => {
      const tables = await readSharedTables(second);
      for (const op of ops.splice(0)) {
        const read = unpackContent(packContent(op));
        expect(read).not.toBeNull();
        await second.transaction((tx) => applyOp(tx, tables, read as OpContent));
      }
    };
    const expectEqual = async (): Promise<void> => {
      await applyAll();
      expect(
        tablesThatDiffer(await hashTables(first, NOT_SHARED), await hashTables(second, NOT_SHARED)),
      ).toEqual([]);
    };

    it('say what became of each row in a transaction, whatever happened to it in between', async () => {
      await first.transaction(async (tx) => {
        for (const id of [1, 2, 3]) await room(tx, id, `房${id}`);
        await tx.run(sql`UPDATE room SET floor = '9' WHERE id = 1`);
        await tx.run(sql`DELETE FROM room WHERE id = 2`);
      });
      await first.transaction(async (tx) => {
        await tx.run(sql`UPDATE room SET floor = '1', area = 80.5 WHERE id = 1`);
        await tx.run(sql`UPDATE room SET floor = '9' WHERE id = 1`);
        await tx.run(sql`DELETE FROM room WHERE id = 3`);
        await room(tx, 3, '房3');
        await tx.run(sql`UPDATE room SET label = label WHERE id = 3`);
      });
      expect(ops).toMatchObject([
        { length: 1, 0: { table: 'room', added: [{ 0: 1 }, { 0: 3 }], changed: [], removed: [] } },
        {
          length: 1,
          0: {
            table: 'room',
            added: [],
            changed: [
              {
                key: [1],
                columns: [
                  ['area', null, 80.5],
                  // What goes with it, so that others can tell whether that is as it was.
                  ['inner_area', null, null],
                  ['shared_area', null, null],
                  ['revision', 1, 3],
                ],
              },
              { key: [3], columns: [['revision', 0, 1]] },
            ],
            removed: [],
          },
        },
      ]);
      await expectEqual();
    });

    it('are none of a transaction that failed, changed nothing in the end, or wrote local tables alone', async () => {
      await first.runAlone(sql`INSERT INTO room (id, room, label, canonical) VALUES (1, 'a', 'a', 'a')`);
      expect(ops).toHaveLength(1);
      ops.splice(0);
      await expect(
        first.transaction(async (tx) => {
          await room(tx, 2, 'b');
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      await first.transaction(async (tx) => {
        await person(tx, 1);
        await tx.run(sql`DELETE FROM person`);
      });
      await first.transaction(async (tx) => {
        await tx.run(sql`UPDATE local_state SET day = '2026-01-01'`);
        await tx.run(sql`UPDATE id_counter SET last = last + 1`);
        await tx.run(sql`UPDATE person SET list_room = '一'`);
      });
      expect(ops).toEqual([]);
      // What the failed one touched is not held against the next.
      await first.transaction(async (tx) => void (await room(tx, 2, 'b')));
      expect(ops).toMatchObject([[{ added: [{ 0: 2 }], changed: [] }]]);
    });

    it('follow rows that a foreign key removes, and those that another statement replaces', async () => {
      await first.transaction(async (tx) => {
        await room(tx, 1, 'a');
        await person(tx, 1);
        await lives(tx, 1, 1, 1);
        await tx.run(
          sql`INSERT INTO confirmed_field (person_id, field, ordinal, at, staff_id) VALUES (1, 'phone', 0, 5, 'x')`,
        );
      });
      await expectEqual();
      await first.transaction(async (tx) => {
        await person(tx, 2);
        // A key that changes, to one that another row has.
        await tx.run(
          sql`INSERT INTO confirmed_field (person_id, field, ordinal, at, staff_id) VALUES (2, 'phone', 0, 6, 'y')`,
        );
        await tx.run(sql`UPDATE OR REPLACE confirmed_field SET person_id = 2 WHERE person_id = 1`);
        await tx.run(
          sql`INSERT OR REPLACE INTO confirmed_field (person_id, field, ordinal, at, staff_id) VALUES (2, 'phone', 0, 7, 'z')`,
        );
      });
      expect(ops).toMatchObject([
        [
          { table: 'person' },
          { table: 'confirmed_field', added: [[2, 'phone', 0, 7, 'z']], removed: [[1, 'phone', 0]] },
        ],
      ]);
      await expectEqual();
      await first.transaction(async (tx) => void (await tx.run(sql`DELETE FROM person WHERE id = 1`)));
      expect(ops).toMatchObject([
        [
          { table: 'person', removed: [[1]] },
          { table: 'occupancy', removed: [[1]] },
        ],
      ]);
      await expectEqual();
    });

    it('are applied though rows take over from each other what only one may have', async () => {
      await first.transaction(async (tx) => {
        for (const [id, text] of ['a', 'b', 'c', 'd'].entries()) await room(tx, id + 1, text);
      });
      await expectEqual();
      await first.transaction(async (tx) => {
        await tx.run(sql`UPDATE room SET canonical = 'free' WHERE id = 1`);
        // A ring of two, a chain behind it, a place that a removed row had, and one that an added row takes.
        await tx.run(sql`UPDATE room SET canonical = 'a' WHERE id = 2`);
        await tx.run(sql`UPDATE room SET canonical = 'b' WHERE id = 1`);
        await tx.run(sql`DELETE FROM room WHERE id = 4`);
        await tx.run(sql`UPDATE room SET canonical = 'd' WHERE id = 3`);
        await room(tx, 5, 'c');
      });
      await expectEqual();
    });

    it('give a room the search keys that its author gave it, however its parts would be read as one text', async () => {
      const parsed = { estate: '=hyperlink("http:-a")', building: 'b栋c', unit: '3', room: '1801' };
      const named = { ...parsed, label: '甲 b栋c 3 1801' };
      await first.transaction(async (tx) => {
        await tx.run(sql`
          INSERT INTO room (id, estate, building, unit, room, label, canonical)
          VALUES (1, ${named.estate}, ${named.building}, ${named.unit}, ${named.room}, ${named.label}, 'a')`);
        await indexRoom(tx, 1 as RoomId, named);
      });
      await applyAll();
      const keys = sql`SELECT key FROM room_key ORDER BY key`;
      const made = await first.all(keys);
      expect(made).toContainEqual({ key: '1801' });
      expect(await second.all(keys)).toEqual(made);
    });

    it('leave what triggers did as their author had it', async () => {
      await first.transaction(async (tx) => {
        await person(tx, 1);
        await tx.run(sql`UPDATE person SET pinyin = 'jia yi' WHERE id = 1`);
        await room(tx, 1, 'a');
      });
      await first.transaction(async (tx) => {
        // The name and its reading together, which the trigger would take for a name that lost its reading.
        await tx.run(sql`UPDATE person SET name = '乙', pinyin = 'yi' WHERE id = 1`);
        await tx.run(sql`UPDATE person SET pinyin = 'jia yi' WHERE id = 1`);
        await tx.run(sql`UPDATE room SET floor = '2' WHERE id = 1`);
      });
      await expectEqual();
      expect(await second.get(sql`SELECT name, pinyin FROM person`)).toEqual({
        name: '乙',
        pinyin: 'jia yi',
      });
      expect(
        await second.get(sql`SELECT revision, (SELECT applying FROM local_state) AS applying FROM room`),
      ).toEqual({
        revision: 1,
        applying: 0,
      });
    });

    it('fill the lists and the names that are searched of another desk', async () => {
      await first.transaction(async (tx) => {
        await room(tx, 1, '3栋2单元1801');
        await person(tx, 1);
        await lives(tx, 1, 1, 1);
      });
      await applyAll();
      expect(await second.get(sql`SELECT list_room AS room FROM person`)).toEqual({ room: '3栋2单元1801' });
      const keys = await second.all<{ readonly key: string }>(sql`SELECT key FROM name_key`);
      expect(keys.some(({ key }) => key.startsWith('jia'))).toBe(true);
    });

    it('end where another connection has written, which no op would say', async () => {
      await first.transaction(async (tx) => void (await room(tx, 1, 'a')));
      const other = await engine.open({ path: first.path, key, create: false });
      expect(await other.get(sql`SELECT count(*) AS n FROM room`)).toEqual({ n: 1 });
      await first.transaction(async (tx) => void (await room(tx, 2, 'b')));
      await first.checkpoint();
      await other.runAlone(sql`UPDATE room SET floor = '1'`);
      await other.close();
      ops.splice(0);
      for (const write of [
        () => first.runAlone(sql`DELETE FROM room`),
        () => first.transaction((tx) => room(tx, 3, 'c')),
      ])
        await expect(write()).rejects.toMatchObject({
          code: 'store-tampered',
          details: { part: 'connection' },
        });
      expect(ops).toEqual([]);
    });

    it.each([
      ['a table that is not shared', { table: 'local_state', columns: ['id', 'desk', 'day', 'applying'] }],
      ['a table that is not there', { table: 'rooms' }],
      ['a column of lists', { columns: ['id', 'list_room'] }],
      ['other columns', { columns: ['id'] }],
      ['another key', { keyed: 2 }],
    ])('are refused whole with %s', async (_, wrong) => {
      await first.transaction(async (tx) => void (await room(tx, 1, 'a')));
      const tables = await readSharedTables(second);
      const [[op]] = ops as unknown as [[OpContent[number]]];
      const forged: OpContent = [op, { ...op, added: [], ...wrong }];
      await expect(second.transaction((tx) => applyOp(tx, tables, forged))).rejects.toMatchObject({
        code: 'store-damaged',
      });
      expect(await second.all(sql`SELECT id FROM room`)).toEqual([]);
    });

    it('are refused whole where a row that they change is not there, or a key leads nowhere', async () => {
      await first.transaction(async (tx) => {
        await room(tx, 1, 'a');
        await person(tx, 1);
      });
      await first.transaction(async (tx) => void (await tx.run(sql`UPDATE room SET floor = '1'`)));
      await first.transaction(async (tx) => void (await lives(tx, 1, 1, 1)));
      const tables = await readSharedTables(second);
      const [, change, child] = ops as [OpContent, OpContent, OpContent];
      for (const op of [change, child])
        await expect(second.transaction((tx) => applyOp(tx, tables, op))).rejects.toMatchObject({
          code: expect.any(String),
        });
      expect(await second.get(sql`SELECT count(*) AS n FROM occupancy`)).toEqual({ n: 0 });
      expect(await second.get(sql`SELECT applying FROM local_state`)).toEqual({ applying: 0 });
    });
  });
