/** The tables of notes and broken emergency: made in a store with data, and asked by index. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { migrate, schemaVersion } from '../../../main/vault/store/migrate.ts';
import { MIGRATIONS } from '../../../main/vault/store/migrations/index.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { takeId } from '../../../main/vault/store/ids.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { selectRoomOf } from '../../../main/vault/tasks/check-room.ts';
import { selectNotes } from '../../../main/vault/tasks/notes.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { generateEstate, insertEstate } from '../../support/generate-people.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  const box = () => ({ path: join(makeTempDir(), 'store-0001.db'), key: randomBytes(32), create: true });

  test('a store from before, with people in it, gets the tables and keeps its people', async () => {
    const store = await engine.open(box());
    await migrate(
      store,
      MIGRATIONS.filter(({ id }) => id < 70),
    );
    await store.transaction((tx) =>
      tx.run(
        sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (1, 'person', '张三', 0, 0)`,
      ),
    );
    await migrate(store);
    expect(await schemaVersion(store)).toBe(MIGRATIONS.at(-1)?.id);
    await store.transaction((tx) =>
      tx.run(
        sql`INSERT INTO counter_note (person_id, task, outcome, staff_id, at) VALUES (1, 'parcel', 'handed-over', 's', 0)`,
      ),
    );
    expect(
      await store.all(sql`SELECT p.name, n.task FROM counter_note n JOIN person p ON p.id = n.person_id`),
    ).toEqual([{ name: '张三', task: 'parcel' }]);
    await store.close();
  });

  test('a store from before keeps its notes, and those of a room take words', async () => {
    const store = await engine.open(box());
    await migrate(
      store,
      MIGRATIONS.filter(({ id }) => id < 100),
    );
    await store.transaction((tx) =>
      tx.run(
        sql`INSERT INTO counter_note (id, task, outcome, staff_id, at) VALUES (7, 'visitor', 'let-in', 's', 0)`,
      ),
    );
    await migrate(store);
    await store.transaction(async (tx) => {
      const batchId = await takeId(tx, 'seal_batch');
      await tx.run(
        sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (${batchId}, 'contact', 1, ${new Uint8Array(16)}, ${new Uint8Array(32)})`,
      );
      await tx.run(
        sql`INSERT INTO room_note (note_id, tier, batch_id, n, ciphertext) VALUES (7, 'contact', ${batchId}, 0, ${new Uint8Array(40)})`,
      );
    });
    expect(
      await store.all(sql`SELECT c.task, w.n FROM counter_note c JOIN room_note w ON w.note_id = c.id`),
    ).toEqual([{ task: 'visitor', n: 0 }]);
    await store.transaction((tx) => tx.run(sql`DELETE FROM counter_note WHERE id = 7`));
    expect(await store.all(sql`SELECT note_id FROM room_note`)).toEqual([]);
    await store.close();
  });

  test('notes and rooms are asked by index, however many there are', async () => {
    const store = await openStore({ ...box(), engine });
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
      const rooms = await explain(store, selectRoomOf('3-2-1801', '2026-01-05'));
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
    const store = await openStore({ ...box(), engine });
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
