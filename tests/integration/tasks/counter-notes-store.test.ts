/** The tables of notes: asked by index, and what goes with a person and a room. */
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { selectRoomOf } from '../../../main/vault/tasks/check-room.ts';
import { selectNotes } from '../../../main/vault/tasks/notes.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { generateEstate, insertEstate } from '../../support/generate-people.ts';
import { newStore } from '../../support/new-store.ts';

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  test('notes and rooms are asked by index, however many there are', async () => {
    const store = await newStore(engine);
    await insertEstate(store, generateEstate({ residents: 200, seed: 5 }));
    await store.transaction((tx) =>
      tx.runMany(
        'INSERT INTO counter_note (person_id, task, outcome, staff_id, at) VALUES (?, ?, ?, ?, ?)',
        Array.from({ length: 400 }, (__, n) => [1 + (n % 200), 'parcel', 'handed-over', 's', n]),
      ),
    );
    for (const analysed of [false, true]) {
      if (analysed) await store.transaction((tx) => tx.run(sql`ANALYZE`));
      const notes = await explain(store, selectNotes(1 as PersonId, 1e9, 21, '2026-01-05'));
      expect(
        notes.filter((step) => /^SCAN (?!h$|\()/.test(step)),
        notes.join('\n'),
      ).toEqual([]);
      const rooms = await explain(store, selectRoomOf('3-2-1801'));
      expect(
        rooms.filter((step) => step.startsWith('SCAN')),
        rooms.join('\n'),
      ).toEqual(expect.not.arrayContaining([expect.stringContaining('SCAN r')]));
      expect(
        rooms.some((step) => step.includes('k USING PRIMARY KEY (key=?)')),
        rooms.join('\n'),
      ).toBe(true);
    }
    await store.close();
  });

  test('notes go with their person; with their room only the room goes', async () => {
    const store = await newStore(engine);
    await store.transaction(async (tx) => {
      await tx.run(
        sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (1, 'person', '张三', 0, 0), (2, 'person', '李四', 0, 0)`,
      );
      await tx.run(
        sql`INSERT INTO room (id, room, label, canonical) VALUES (1, '1801', '3栋1801', '/3//1801')`,
      );
      await tx.run(
        sql`INSERT INTO counter_note (person_id, room_id, task, outcome, staff_id, at) VALUES (1, 1, 'parcel', 'handed-over', 's', 0), (2, 1, 'parcel', 'handed-over', 's', 0)`,
      );
      await tx.run(sql`DELETE FROM person WHERE id = 1`);
      await tx.run(sql`DELETE FROM room WHERE id = 1`);
    });
    expect(await store.all(sql`SELECT person_id, room_id FROM counter_note`)).toEqual([
      { person_id: 2, room_id: null },
    ]);
    await store.close();
  });
});
