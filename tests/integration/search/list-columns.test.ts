import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as initial from '../../../main/vault/store/migrations/0010-initial.ts';
import { migrate } from '../../../main/vault/store/migrate.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { ENGINES } from '../../support/engines.ts';
import { KEPT_ROWS, TRUE_ROWS } from '../../support/list-rows.ts';
import { generateEstate, insertEstate } from '../../support/generate-people.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const CHANGES: readonly (readonly [name: string, change: Sql])[] = [
  ['a room is renamed', sql`UPDATE room SET label = '3栋1801改' WHERE id = 3`],
  ['a person leaves a room', sql`DELETE FROM occupancy WHERE person_id = 1`],
  [
    'a person gets a second room',
    sql`INSERT INTO occupancy (person_id, room_id, relation) VALUES (2, 9, 'tenant')`,
  ],
  ['a person moves', sql`UPDATE occupancy SET room_id = 12 WHERE person_id = 3`],
  ['somebody moves out', sql`UPDATE occupancy SET until_date = '2020-01-01' WHERE person_id = 6`],
  [
    'somebody who lives in two rooms leaves the first',
    sql`UPDATE occupancy SET until_date = '2020-01-01' WHERE id = (SELECT min(id) FROM occupancy WHERE person_id = 2)`,
  ],
  [
    'somebody comes back',
    sql`INSERT INTO occupancy (person_id, room_id, relation) SELECT person_id, room_id, relation FROM occupancy WHERE person_id = 6`,
  ],
  ['an occupancy passes on', sql`UPDATE occupancy SET person_id = 5 WHERE person_id = 4`],
  [
    'a first phone is replaced',
    sql`UPDATE sealed_value SET replaced_at = 1 WHERE field = 'phone' AND person_id < 20`,
  ],
  [
    'a mask is made stricter',
    sql`UPDATE sealed_value SET mask = '1******0000' WHERE field = 'phone' AND person_id = 30`,
  ],
  ['values are removed', sql`DELETE FROM sealed_value WHERE person_id = 31`],
  [
    'an ID number changes',
    sql`UPDATE sealed_value SET mask = '4*' WHERE field = 'idNumber' AND person_id = 32`,
  ],
  ['plates go', sql`DELETE FROM vehicle WHERE id < 5`],
  ['a plate is corrected', sql`UPDATE vehicle SET plate = '桂A00001' WHERE id = 6`],
  ['a vehicle changes hands', sql`UPDATE vehicle SET person_id = 50, ordinal = 9 WHERE id = 8`],
  [
    'a plate comes first',
    sql`INSERT INTO vehicle (person_id, ordinal, plate) SELECT person_id, -1, '桂A00002' FROM vehicle WHERE id = 7`,
  ],
  ['people are removed', sql`DELETE FROM person WHERE id IN (40, 41)`],
];

/** Keys that name another person than their phone or plate does. */
const STRAY_KEYS = sql`
  SELECT key FROM phone_key k WHERE person_id IS NOT (SELECT person_id FROM sealed_value WHERE id = k.value_id)
  UNION ALL SELECT key FROM plate_key k WHERE person_id IS NOT (SELECT person_id FROM vehicle WHERE id = k.vehicle_id)`;

/** Rows as they were written before. */
const OLD_ROWS: readonly Sql[] = [
  sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (1, 'person', '张三', 0, 0), (2, 'person', '李四', 0, 0)`,
  sql`INSERT INTO room (id, room, label, canonical) VALUES (1, '1801', '3栋1801', '/3//1801')`,
  sql`INSERT INTO occupancy (person_id, room_id, relation) VALUES (1, 1, 'owner')`,
  sql`INSERT INTO vehicle (id, person_id, ordinal, plate) VALUES (1, 1, 0, '桂M12345')`,
  sql`INSERT INTO plate_key (key, vehicle_id) VALUES ('桂M12345', 1), ('2345', 1)`,
  sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (1, 'contact', 1, x'00', x'00')`,
  sql`INSERT INTO sealed_value (id, person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at) VALUES (1, 1, 'phone', 0, 'contact', 1, 0, x'00', '141****1234', 1, 0)`,
  sql`INSERT INTO phone_key (key, value_id) VALUES ('1234', 1), ('141****1234', 1)`,
];

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  const compare = async (store: Store): Promise<void> => {
    expect(await store.all(KEPT_ROWS)).toEqual(await store.all(TRUE_ROWS));
    expect(await store.all(STRAY_KEYS)).toEqual([]);
  };

  test("a person's own row says what a list shows, whatever is written", async () => {
    const store = await openStore({
      path: join(makeTempDir(), 'store-0001.db'),
      key: randomBytes(32),
      create: true,
      engine,
    });
    await insertEstate(store, generateEstate({ residents: 60, seed: 11 }));
    await compare(store);
    for (const [name, change] of CHANGES) {
      const { changes } = await store.transaction((tx) => tx.run(change));
      expect(changes, name).toBeGreaterThan(0);
      await compare(store);
    }
    await store.close();
  });

  test('a store from before gets its rows and keys filled', async () => {
    const store = await engine.open({
      path: join(makeTempDir(), 'store-0001.db'),
      key: randomBytes(32),
      create: true,
    });
    await migrate(store, [initial]);
    await store.transaction(async (tx) => {
      for (const row of OLD_ROWS) await tx.run(row);
    });
    await migrate(store);
    await compare(store);
    expect(
      await store.get(sql`SELECT list_room, list_relation, list_phone, list_plate FROM person WHERE id = 1`),
    ).toEqual({
      list_room: '3栋1801',
      list_relation: 'owner',
      list_phone: '141****1234',
      list_plate: '桂M12345',
    });
    await store.close();
  });
});
