/** A store from before keeps no journal that its log says nothing of, and its emergencies as the log has them. */
import { expect, test } from 'vitest';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import { checkUndo } from '../../../main/vault/import/undo-import.ts';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import { EMERGENCY_ENTRIES } from '../../../main/vault/session/emergencies.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { migratedFrom } from '../../support/migrated-store.ts';

const nothing = new Uint8Array(32);
const OLD_ROWS: readonly Sql[] = [
  sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (1, 'person', '张三', 0, 0)`,
  sql`INSERT INTO import_run (id, at, staff_id, file_name, row_count, created, changed, rejected, journal) VALUES (1, 5, 'a', 'old.xlsx', 2, 1, 1, 0, 1)`,
  sql`INSERT INTO import_range (import_id, what, first_id, last_id) VALUES (1, 'person', 2, 2)`,
  sql`INSERT INTO import_person (import_id, person_id, before, version) VALUES (1, 1, '{"name":"李四"}', 2)`,
  sql`INSERT INTO merge_run (id, at, staff_id, person_id, other_id) VALUES (1, 0, 'a', 1, 2)`,
  sql`INSERT INTO merge_row (merge_id, what, row_id, before) VALUES (1, 'person', 2, '{"name":"王五"}')`,
  sql`INSERT INTO log_segment (id, first_seq, sealed_first_key, started_at, why) VALUES (1, 1, ${nothing}, 0, 'set-up')`,
  sql`INSERT INTO log_entry (seq, segment_id, time, staff_id, action, person_id, field, outcome, prev_hash, hash, tag)
    VALUES (1, 1, 0, 'a', 'emergency-access', 1, 'phone', 'done', ${nothing}, ${nothing}, ${nothing})`,
  sql`INSERT INTO break_glass (first_seq, entries) VALUES (1, 1)`,
];

test.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  '%s says of an import of before that it cannot be undone, keeps no merge of before, and finds emergencies by index',
  async (_, engine) => {
    const store = await migratedFrom(engine, 270, OLD_ROWS);
    await expect(checkUndo(store, USUAL_MASKS, 1)).rejects.toMatchObject({ code: 'import-too-old' });
    for (const table of ['import_range', 'import_person', 'merge_run', 'merge_row'])
      expect(await store.all({ text: `SELECT * FROM ${table}`, values: [] }), table).toEqual([]);
    expect(await store.get(sql`SELECT name FROM person`)).toEqual({ name: '张三' });
    expect(await store.all(EMERGENCY_ENTRIES)).toMatchObject([{ seq: 1, field: 'phone' }]);
    expect((await explain(store, EMERGENCY_ENTRIES)).join()).toMatch(/USING INDEX log_entry_emergency/);
    expect(await store.integrityCheck()).toEqual([]);
    await store.close();
  },
);
