import { describe, expect, test } from 'vitest';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { ENGINES } from '../../support/engines.ts';
import { KEPT_ROWS, TRUE_ROWS } from '../../support/list-rows.ts';
import { generateEstate, insertEstate } from '../../support/generate-people.ts';
import { newStore } from '../../support/new-store.ts';

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

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  const compare = async (store: Store): Promise<void> => {
    expect(await store.all(KEPT_ROWS)).toEqual(await store.all(TRUE_ROWS));
    expect(await store.all(STRAY_KEYS)).toEqual([]);
  };

  test("a person's own row says what a list shows, whatever is written", async () => {
    const store = await newStore(engine);
    await insertEstate(store, generateEstate({ residents: 60, seed: 11 }));
    await compare(store);
    for (const [name, change] of CHANGES) {
      const { changes } = await store.transaction((tx) => tx.run(change));
      expect(changes, name).toBeGreaterThan(0);
      await compare(store);
    }
    await store.close();
  });
});
