/** What the schema itself sees to: triggers, constraints, and indexes by which nothing is looked for in everybody's rows. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EMERGENCY_ENTRIES } from '../../../main/vault/session/emergencies.ts';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { newStore } from '../../support/new-store.ts';

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  let store: Store;
  beforeEach(async () => {
    store = await newStore(engine);
  });
  afterEach(() => store.close());

  const run = (query: Sql) => store.transaction((tx) => tx.run(query));

  test('counts the changes of a room, whoever makes them', async () => {
    await run(sql`INSERT INTO room (id, room, label, canonical) VALUES (1, '1801', '3栋1801', '/3//1801')`);
    await run(sql`UPDATE room SET floor = '18' WHERE id = 1`);
    await run(sql`UPDATE room SET label = '3栋18楼1801' WHERE id = 1`);
    expect(await store.get(sql`SELECT revision FROM room`)).toEqual({ revision: 2 });
  });

  test('lets somebody come back to where they lived, and be there once at a time', async () => {
    await run(
      sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (1, 'person', '张三', 0, 0)`,
    );
    await run(sql`INSERT INTO room (id, room, label, canonical) VALUES (1, '1801', '3栋1801', '/3//1801')`);
    const moveIn = (id: number) =>
      run(sql`INSERT INTO occupancy (id, person_id, room_id, relation) VALUES (${id}, 1, 1, 'owner')`);
    await moveIn(4);
    await run(sql`UPDATE occupancy SET until_date = '2020-01-01' WHERE id = 4`);
    await moveIn(7);
    await expect(moveIn(8)).rejects.toThrow(/UNIQUE/);
  });

  test('gives a note about a room its words, which go with it', async () => {
    await run(
      sql`INSERT INTO counter_note (id, task, outcome, staff_id, at) VALUES (7, 'visitor', 'let-in', 's', 0)`,
    );
    await run(
      sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (1, 'contact', 1, x'00', x'00')`,
    );
    await run(
      sql`INSERT INTO room_note (note_id, tier, batch_id, n, ciphertext, sealed_to) VALUES (7, 'contact', 1, 0, x'00', 1)`,
    );
    await run(sql`DELETE FROM counter_note WHERE id = 7`);
    expect(await store.all(sql`SELECT note_id FROM room_note`)).toEqual([]);
  });

  test.each<readonly [string, Sql, string]>([
    ['values', sql`SELECT 1 FROM sealed_value WHERE person_id = 1`, 'sealed_value_person'],
    ['keys of a room', sql`SELECT 1 FROM room_key WHERE room_id = 1`, 'room_key_room'],
    ['what an import has kept', sql`SELECT 1 FROM import_record WHERE person_id = 1`, 'import_record_person'],
    ['emergencies', EMERGENCY_ENTRIES, 'log_entry_emergency'],
  ])('finds %s by an index', async (__, query, index) => {
    for (const analysed of [false, true]) {
      if (analysed) await run(sql`ANALYZE`);
      expect((await explain(store, query)).join()).toMatch(new RegExp(`USING (COVERING )?INDEX ${index}\\b`));
    }
  });
});
