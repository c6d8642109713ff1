import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import { checkUndo } from '../../../main/vault/import/undo-import.ts';
import { migrate } from '../../../main/vault/store/migrate.ts';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

/** An import as it was written before, and a room of it. */
import { migratedFrom } from '../../support/migrated-store.ts';
const OLD_ROWS: readonly Sql[] = [
  sql`INSERT INTO import_run (id, at, staff_id, file_name, row_count, created, changed, rejected) VALUES (1, 5, 'a', 'old.xlsx', 2, 1, 0, 1)`,
  sql`INSERT INTO person (id, kind, name, created_at, updated_at, import_id) VALUES (1, 'person', '张三', 0, 0, 1)`,
  sql`INSERT INTO room (id, room, label, canonical) VALUES (1, '1801', '3栋1801', '/3//1801')`,
  sql`INSERT INTO occupancy (person_id, room_id, relation) VALUES (1, 1, 'owner')`,
];

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  'the journal of imports on %s',
  (_, engine) => {
    test('is added to a store with data, whose imports cannot be undone and say so', async () => {
      const store = await migratedFrom(engine, 40, OLD_ROWS);
      expect(await store.get(sql`SELECT file_name, journal, undone_at FROM import_run`)).toEqual({
        file_name: 'old.xlsx',
        journal: 0,
        undone_at: null,
      });
      await expect(checkUndo(store, USUAL_MASKS, 1)).rejects.toMatchObject({ code: 'import-too-old' });
      expect(await store.get(sql`SELECT revision, import_id FROM room`)).toEqual({
        revision: 0,
        import_id: null,
      });
      await store.transaction((tx) => tx.run(sql`UPDATE room SET floor = '18' WHERE id = 1`));
      await store.transaction((tx) => tx.run(sql`UPDATE room SET label = '3栋18楼1801' WHERE id = 1`));
      expect(await store.get(sql`SELECT revision FROM room`)).toEqual({ revision: 2 });
      expect(await store.integrityCheck()).toEqual([]);
      await store.close();
    });

    test("lets a person or a room go without reading everybody's values and keys", async () => {
      const store = await engine.open({
        path: join(makeTempDir(), 'store-0001.db'),
        key: randomBytes(32),
        create: true,
      });
      await migrate(store);
      expect((await explain(store, sql`SELECT 1 FROM sealed_value WHERE person_id = 1`)).join()).toMatch(
        /USING (COVERING )?INDEX sealed_value_person/,
      );
      expect((await explain(store, sql`SELECT 1 FROM room_key WHERE room_id = 1`)).join()).toMatch(
        /USING (COVERING )?INDEX room_key_room/,
      );
      await store.close();
    });
  },
);
