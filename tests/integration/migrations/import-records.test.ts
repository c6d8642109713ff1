import { describe, expect, test } from 'vitest';
import { migrate } from '../../../main/vault/store/migrate.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { storeBefore } from '../../support/migrated-store.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  'the journal of vehicles and spaces on %s',
  (_, engine) => {
    test('is added to a store with data, whose spaces belong to no import', async () => {
      const store = await storeBefore(engine, 80);
      await store.transaction(async (tx) => {
        await tx.run(
          sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (1, 'person', '张三', 0, 0)`,
        );
        await tx.run(sql`INSERT INTO space (id, person_id, code, kind) VALUES (1, 1, 'B1-1', 'owned')`);
      });
      await migrate(store);
      expect(await store.get(sql`SELECT code, import_id FROM space`)).toEqual({
        code: 'B1-1',
        import_id: null,
      });
      expect(await store.get(sql`SELECT count(*) AS n FROM import_record`)).toEqual({ n: 0 });
      expect((await explain(store, sql`SELECT 1 FROM import_record WHERE person_id = 1`)).join()).toMatch(
        /USING (COVERING )?INDEX import_record_person/,
      );
      expect(await store.integrityCheck()).toEqual([]);
      await store.close();
    });
  },
);
