/** A store from before rooms and people had all their records is brought up to date with what is in it. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as initial from '../../../main/vault/store/migrations/0010-initial.ts';
import * as listColumns from '../../../main/vault/store/migrations/0020-list-columns.ts';
import { migrate } from '../../../main/vault/store/migrate.ts';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { ENGINES } from '../../support/engines.ts';
import { KEPT_ROWS, LIST_TRIGGERS, TRUE_ROWS } from '../../support/list-rows.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const OLD_ROWS: readonly Sql[] = [
  sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (1, 'person', '张三', 0, 0), (2, 'person', '李四', 0, 0)`,
  sql`INSERT INTO room (id, room, label, canonical, status) VALUES (1, '1801', '3栋1801', '/3//1801', '已入住'), (2, '1802', '3栋1802', '/3//1802', '法院查封'), (3, '1803', '3栋1803', '/3//1803', NULL)`,
  sql`INSERT INTO occupancy (id, person_id, room_id, relation) VALUES (4, 1, 1, 'owner'), (5, 1, 2, 'owner'), (6, 2, 1, 'tenant')`,
  sql`INSERT INTO vehicle (id, person_id, ordinal, plate) VALUES (1, 1, 0, '桂M12345')`,
];

const occupancies = (store: Store) =>
  store.all(
    sql`SELECT id, person_id, room_id, relation, share, from_date, until_date, ordinal FROM occupancy ORDER BY id`,
  );
const kept = { share: null, from_date: null, until_date: null, ordinal: null };

test.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  '%s keeps every occupancy, knows the statuses of the list and keeps other words',
  async (_, engine) => {
    const store = await engine.open({
      path: join(makeTempDir(), 'store-0001.db'),
      key: randomBytes(32),
      create: true,
    });
    await migrate(store, [initial, listColumns]);
    await store.transaction(async (tx) => {
      for (const row of OLD_ROWS) await tx.run(row);
    });
    const triggers = await store.all<{ readonly name: string }>(LIST_TRIGGERS);
    await migrate(store);
    expect(await occupancies(store)).toEqual([
      { id: 4, person_id: 1, room_id: 1, relation: 'owner', ...kept },
      { id: 5, person_id: 1, room_id: 2, relation: 'owner', ...kept },
      { id: 6, person_id: 2, room_id: 1, relation: 'tenant', ...kept },
    ]);
    expect(await store.all(sql`SELECT id, status FROM room ORDER BY id`)).toEqual([
      { id: 1, status: 'lived-in' },
      { id: 2, status: '法院查封' },
      { id: 3, status: null },
    ]);
    expect(await store.all(KEPT_ROWS)).toEqual(await store.all(TRUE_ROWS));
    expect((await store.all<{ readonly name: string }>(LIST_TRIGGERS)).map(({ name }) => name)).toEqual(
      triggers.map(({ name }) => name),
    );
    expect(await store.all(sql`PRAGMA foreign_key_check`)).toEqual([]);
    // Somebody may come back to where they lived, and is there once at a time.
    await store.transaction((tx) => tx.run(sql`UPDATE occupancy SET until_date = '2020-01-01' WHERE id = 4`));
    await store.transaction((tx) =>
      tx.run(sql`INSERT INTO occupancy (id, person_id, room_id, relation) VALUES (7, 1, 1, 'owner')`),
    );
    await expect(
      store.transaction((tx) =>
        tx.run(sql`INSERT INTO occupancy (id, person_id, room_id, relation) VALUES (8, 1, 1, 'owner')`),
      ),
    ).rejects.toThrow();
    expect(await store.all(KEPT_ROWS)).toEqual(await store.all(TRUE_ROWS));
    expect(await store.get(sql`SELECT list_room FROM person WHERE id = 1`)).toEqual({ list_room: '3栋1802' });
    await store.transaction((tx) => tx.run(sql`UPDATE room SET label = '3栋1802改' WHERE id = 2`));
    expect(await store.get(sql`SELECT list_room FROM person WHERE id = 1`)).toEqual({
      list_room: '3栋1802改',
    });
    expect(await store.integrityCheck()).toEqual([]);
    await store.close();
  },
);
