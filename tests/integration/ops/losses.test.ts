/** What does not count at its place: kept for thirty days by the time of all desks, and gone with whoever it is of. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { deletePeople } from '../../../main/vault/erasure/delete-people.ts';
import { createTraces } from '../../../main/vault/erasure/erased-values.ts';
import { watchStore } from '../../../main/vault/ops/capture.ts';
import { estateTime } from '../../../main/vault/ops/estate-time.ts';
import type { OpContent, TableChanges, Value } from '../../../main/vault/ops/op-content.ts';
import { columnNames, readSharedTables } from '../../../main/vault/ops/shared-tables.ts';
import { takeIn } from '../../../main/vault/ops/take-in.ts';
import { KEPT_MS } from '../../../main/vault/store/replaced-values.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { isEmptyBatch } from '../../../main/vault/store/tables.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { newStore } from '../../support/new-store.ts';

for (const engine of FEATURE_ENGINES)
  describe(`what an op loses on ${engine.name}`, () => {
    let store: Store;
    let take: (desk: number, time: number, ...content: OpContent) => Promise<void>;
    let changes: (
      table: string,
      of: Partial<Omit<TableChanges, 'added'>> & { readonly added?: readonly Record<string, Value>[] },
    ) => TableChanges;

    beforeEach(async () => {
      store = await newStore(engine);
      const tables = await readSharedTables(store);
      const capture = await watchStore(store);
      let n = 0;
      take = async (desk, time, ...content) => {
        await store.transaction((tx) =>
          takeIn(tx, { desk: 0, tables, capture }, [], [{ desk, n: (n += 1), time, content }]),
        );
      };
      changes = (name, { added = [], ...of }) => {
        const table = tables.find((one) => one.name === name)!;
        const columns = columnNames(table);
        return {
          table: name,
          columns,
          keyed: table.key.length,
          changed: [],
          removed: [],
          ...of,
          added: added.map((row) => columns.map((column) => row[column] ?? null)),
        };
      };
      await store.transaction(async (tx) => {
        for (const id of [1, 2])
          await tx.run(
            sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (${id}, 'person', ${`甲${id}`}, 1, 1)`,
          );
        await tx.run(sql`INSERT INTO incident (id, drill, kind, certainty, origin, title, noticed_at, opened_at, opened_by, scope, rooms, fields, causes, harm, measures,
          advice, contact, authority_how, why_not, told, unreached, people_how, authority_text, people_text, state, closed_words, version)
          VALUES (1, 0, 'loss', 'sure', 'seen', 't', 1, 1, 'x', 'all', '', '', '', '', '', '', '', '', '', 0, 0, '', '', '', 'open', '', 1)`);
      });
    });
    afterEach(() => store.close());

    const lost = () =>
      store.all(
        sql`SELECT of_table AS "of", row_key AS "key", why, content, person_id AS person FROM op_loss ORDER BY desk, n, part`,
      );
    const rename = (id: number, from: string, to: string): TableChanges =>
      changes('person', {
        changed: [
          {
            key: [id],
            columns: [
              ['name', from, to],
              ['pinyin', null, null],
            ],
          },
        ],
      });

    it('is what is in the way of each row, and nothing of those beside it', async () => {
      const pets = (...all: readonly (readonly [id: number, person: number, ordinal: number])[]) =>
        changes('pet', {
          added: all.map(([id, person, ordinal]) => ({ id, person_id: person, ordinal, breed: '柯基' })),
        });
      await take(4, 1, pets([1, 1, 1], [2, 2, 1]));
      await take(5, 1, pets([11, 1, 2], [12, 2, 1], [13, 1, 3]));
      await take(5, 1, pets([14, 2, 2], [15, 99, 1]));
      expect(await store.all(sql`SELECT id FROM pet ORDER BY id`)).toEqual(
        [1, 2, 11, 13, 14].map((id) => ({ id })),
      );
      expect(await lost()).toMatchObject([
        { key: '[12]', why: 'taken', person: 2 },
        { key: '[15]', why: 'gone', person: 99 },
      ]);
    });

    it('stays with what was to be, for thirty days by the time of the desks, whatever the clock of one says', async () => {
      await take(4, 999, rename(2, '甲2', '子'));
      await take(1, 1_000, rename(1, '甲1', '乙'));
      await take(2, 1_001, rename(1, '甲1', '丙'));
      const one = [
        { of: 'person', key: '[1]', why: 'changed', content: expect.stringContaining('丙'), person: 1 },
      ];
      expect(await lost()).toEqual(one);
      // One desk is a year ahead: the others go by theirs.
      await take(3, 365 * 86_400_000, rename(2, '子', '丁'));
      await take(1, 1_002 + KEPT_MS, rename(2, '丁', '戊'));
      expect(await lost()).toEqual(one);
      await take(2, 1_003 + KEPT_MS, rename(2, '戊', '己'));
      expect(await lost()).toEqual([]);
    });

    it('goes by the lower median of the clocks', () => {
      expect([[], [5], [9, 1], [9, 1, 5], [1, 2, 3, 4]].map(estateTime)).toEqual([null, 5, 1, 5, 2]);
    });

    it('goes with whoever it is of, and is told without content of somebody who is gone already', async () => {
      await take(1, 1_000, rename(1, '甲1', '乙'));
      await take(2, 1_001, rename(1, '甲1', '丙'));
      await store.transaction(async (tx) => {
        await tx.run(
          sql`INSERT INTO erasure (id, cause, basis, people, held, rows, begun_at, done_at, made_by) VALUES (1, 'x', 'x', 1, 0, '', 1, 1, 'x')`,
        );
        await deletePeople(tx, [1 as PersonId], 1, createTraces());
      });
      expect(await lost()).toEqual([]);
      await take(2, 1_002, rename(1, '甲1', '丙'));
      expect(await lost()).toEqual([{ of: 'person', key: '[1]', why: 'gone', content: null, person: 1 }]);
    });

    it('keeps the batch of a value that is set aside of somebody merged away', async () => {
      await store.transaction(async (tx) => {
        await tx.run(sql`DELETE FROM person WHERE id = 2`);
        await tx.run(sql`INSERT INTO merged_person (gone_id, into_id) VALUES (2, 1)`);
      });
      await take(
        1,
        1_000,
        changes('seal_batch', {
          added: [{ id: 7, tier: 'contact', epoch: 1, nonce: new Uint8Array(1), enc: new Uint8Array(1) }],
        }),
        changes('sealed_value', {
          added: [
            {
              id: 7,
              person_id: 2,
              field: 'phone',
              ordinal: 0,
              tier: 'contact',
              batch_id: 7,
              n: 0,
              ciphertext: new Uint8Array(1),
              mask: '1',
              valid: 1,
              created_at: 1,
            },
          ],
        }),
      );
      expect(await lost()).toMatchObject([{ of: 'sealed_value', why: 'merged', person: 2 }]);
      await store.runAlone({
        text: `DELETE FROM seal_batch WHERE ${isEmptyBatch('seal_batch')}`,
        values: [],
      });
      expect(await store.all(sql`SELECT id FROM seal_batch`)).toEqual([{ id: 7 }]);
    });

    it('is all of an action that counts as a whole, but for its entries', async () => {
      await store.runAlone(
        sql`INSERT INTO log_segment (id, first_seq, sealed_first_key, started_at, why) VALUES (65536, 4294967297, x'00', 1, 'x')`,
      );
      const close = (at: number): OpContent => [
        changes('incident', {
          changed: [
            {
              key: [1],
              columns: [
                ['state', 'open', 'closed'],
                ['closed_at', null, at],
              ],
            },
          ],
        }),
        changes('incident_step', { added: [{ incident_id: 1, n: at, at, staff_id: 'x', what: 'closed' }] }),
        changes('log_entry', {
          added: [
            {
              seq: 4294967296 + at,
              segment_id: 65536,
              time: 1,
              staff_id: 'x',
              action: 'incident-close',
              outcome: 'done',
              prev_hash: new Uint8Array(1),
              hash: new Uint8Array(1),
              tag: new Uint8Array(1),
            },
          ],
        }),
      ];
      await take(1, 1_000, ...close(1));
      await take(1, 1_001, ...close(2));
      expect(await store.all(sql`SELECT n FROM incident_step`)).toEqual([{ n: 1 }]);
      expect(
        await store.get(
          sql`SELECT closed_at AS at, (SELECT count(*) FROM log_entry) AS entries FROM incident`,
        ),
      ).toEqual({ at: 1, entries: 2 });
      expect(await lost()).toMatchObject([
        { of: 'incident', why: 'whole' },
        { of: 'incident_step', why: 'whole' },
      ]);
    });
  });
