/** A store from before gets its counters behind every number that there is or was, and its ends from their days. */
import { expect, test } from 'vitest';
import { dayOf } from '../../../main/vault/clock.ts';
import { lastIds, readDesk, takeId } from '../../../main/vault/store/ids.ts';
import { migrate } from '../../../main/vault/store/migrate.ts';
import { MIGRATIONS } from '../../../main/vault/store/migrations/index.ts';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import { storeBefore } from '../../support/migrated-store.ts';
import { ENGINES } from '../../support/engines.ts';
import { KEPT_ROWS, TRUE_ROWS } from '../../support/list-rows.ts';

const MOVED_OUT = Date.UTC(2020, 4, 5, 12);
const nothing = new Uint8Array(32);
const logged = (seq: number, personId: number | null, detail: string | null): Sql => sql`
  INSERT INTO log_entry (seq, segment_id, time, staff_id, action, person_id, outcome, detail, prev_hash, hash, tag)
  VALUES (${seq}, 3, 0, 'a', 'add', ${personId}, 'done', ${detail}, ${nothing}, ${nothing}, ${nothing})`;

const OLD_ROWS: readonly Sql[] = [
  sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (1, 'person', '张三', 0, 0), (2, 'person', '李四', 0, 0)`,
  sql`INSERT INTO room (id, room, label, canonical) VALUES (1, '1801', '3栋1801', '/3//1801'), (2, '1802', '3栋1802', '/3//1802')`,
  sql`INSERT INTO occupancy (id, person_id, room_id, relation, until_date, ordinal, ended_at)
    VALUES (4, 1, 1, 'owner', '2020-05-05', 2, ${MOVED_OUT}), (5, 1, 1, 'owner', NULL, NULL, 0), (6, 2, 1, 'tenant', NULL, NULL, ${MOVED_OUT}), (7, 2, 2, 'tenant', '2020-06-01', NULL, 0)`,
  sql`INSERT INTO lease (id, person_id, room_id, until_date, ended_at) VALUES (3, 1, 1, '2020-05-05', ${MOVED_OUT})`,
  sql`INSERT INTO space (id, person_id, code, kind) VALUES (2, 1, 'B1-1', 'owned')`,
  // Beyond what was ever given: somebody has written it.
  sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (8, 'contact', 1, x'00', x'00'), (${2 ** 40}, 'contact', 1, x'00', x'00')`,
  sql`INSERT INTO import_run (id, at, staff_id, file_name, row_count, created, changed, rejected) VALUES (5, 5, 'a', 'old.xlsx', 2, 1, 0, 1)`,
  sql`INSERT INTO import_range (import_id, what, first_id, last_id) VALUES (5, 'vehicle', 10, 60)`,
  sql`INSERT INTO import_replaced (import_id, old_id, new_id, tagged) VALUES (5, 70, 71, 0)`,
  sql`INSERT INTO import_record (import_id, what, record_id, person_id, before) VALUES (5, 'space', 30, 1, '{"code":"B1-1","ended_at":0}')`,
  sql`INSERT INTO merge_run (id, at, staff_id, person_id, other_id) VALUES (2, 0, 'a', 1, 44)`,
  sql`INSERT INTO merge_row (merge_id, what, row_id, before, after) VALUES (2, 'pet', 12, '{"breed":"柯基"}', NULL), (2, 'occupancy', 9, '{"relation":"owner","ended_at":0}', '{"ended_at":7}')`,
  sql`INSERT INTO log_segment (id, first_seq, sealed_first_key, started_at, why) VALUES (3, 1, ${nothing}, 0, 'acknowledged')`,
  logged(1, 90, null),
  logged(2, null, 'room 17'),
  logged(3, null, 'import 6, rows 3, new 3'),
  logged(4, 1, 'notice 21'),
  logged(5, 1, `lease ${2 ** 41}`),
  logged(6, 1, 'lease of something else'),
];

test.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  '%s begins every counter behind what there is, what was and what the log remembers',
  async (_, engine) => {
    const store = await storeBefore(engine, 230);
    await store.transaction(async (tx) => {
      for (const row of OLD_ROWS) await tx.run(row);
    });
    // What is kept for an undo goes with migration 270.
    await migrate(
      store,
      MIGRATIONS.filter(({ id }) => id < 270),
    );
    expect(await readDesk(store)).toBe(0);
    expect(
      await lastIds(store, [
        'person',
        'room',
        'occupancy',
        'lease',
        'vehicle',
        'space',
        'renovation',
        'pet',
        'notice',
        'counter_note',
        'seal_batch',
        'sealed_value',
        'import_run',
        'merge_run',
        'log_segment',
      ]),
    ).toEqual({
      person: 90,
      room: 17,
      occupancy: 9,
      lease: 3,
      vehicle: 60,
      space: 30,
      renovation: 0,
      pet: 12,
      notice: 21,
      counter_note: 0,
      seal_batch: 8,
      sealed_value: 71,
      import_run: 6,
      merge_run: 2,
      log_segment: 3,
    });
    expect(await store.transaction((tx) => takeId(tx, 'person'))).toBe(91);

    const moved = dayOf(MOVED_OUT);
    expect(await store.all(sql`SELECT id, until_date AS until, ordinal FROM occupancy ORDER BY id`)).toEqual([
      { id: 4, until: '2020-05-05', ordinal: 2 },
      { id: 5, until: null, ordinal: null },
      { id: 6, until: moved, ordinal: null },
      { id: 7, until: '2020-06-01', ordinal: null },
    ]);
    expect(await store.all(sql`SELECT id, until_date AS until FROM lease`)).toEqual([
      { id: 3, until: '2020-05-05' },
    ]);
    expect(await store.all(sql`SELECT before, after FROM merge_row WHERE what = 'occupancy'`)).toEqual([
      { before: '{"relation":"owner"}', after: '{}' },
    ]);
    expect(await store.get(sql`SELECT before FROM import_record`)).toEqual({ before: '{"code":"B1-1"}' });
    expect(await store.all(KEPT_ROWS)).toEqual(await store.all(TRUE_ROWS));
    expect(await store.get(sql`SELECT list_room AS room FROM person WHERE id = 2`)).toEqual({ room: null });
    expect(await store.all(sql`PRAGMA foreign_key_check`)).toEqual([]);
    expect(await store.integrityCheck()).toEqual([]);
    await store.close();
  },
);
