/** Numbers of rows: one allocator per table, a range for each desk, and no number twice. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bind } from '../../../main/vault/crypto/bind.ts';
import {
  ALLOCATED_TABLES,
  becomeDesk,
  claimIds,
  freePlace,
  IDS_OF_A_DESK,
  lastIds,
  MAX_DESK,
  MAX_ID,
  MAX_PLACE,
  passId,
  PLACES_OF_A_DESK,
  readDesk,
  SEGMENTS_OF_A_DESK,
  takeId,
  takeIds,
} from '../../../main/vault/store/ids.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { TABLES, TABLE_NAMES, isShared } from '../../../main/vault/store/tables.ts';
import { personIdSchema } from '../../../contract/ids.ts';
import { anyOrdinalSchema } from '../../../contract/schemas.ts';
import { ENGINES } from '../../support/engines.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({
      path: join(makeTempDir(), 'store-0001.db'),
      key: randomBytes(32),
      create: true,
      engine,
    });
  });
  afterEach(() => store.close());

  const take = (count = 1) => store.transaction((tx) => takeIds(tx, 'person', count));
  const become = (desk: number) => store.transaction((tx) => becomeDesk(tx, desk));

  test('desk 0 counts from 1, alone or in blocks, and a transaction that fails takes nothing', async () => {
    expect([await take(), await take(100_000), await take()]).toEqual([1, 2, 100_002]);
    const failed = store.transaction(async (tx) => {
      await takeId(tx, 'person');
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await take()).toBe(100_003);
    expect(await lastIds(store, ['room', 'person'])).toEqual({ room: 0, person: 100_003 });
  });

  test('no number comes back when its row is gone', async () => {
    const add = () =>
      store.transaction(async (tx) => {
        const id = await takeId(tx, 'person');
        await tx.run(
          sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (${id}, 'person', '张三', 0, 0)`,
        );
        return id;
      });
    expect(await add()).toBe(1);
    await store.transaction((tx) => tx.run(sql`DELETE FROM person`));
    expect(await add()).toBe(2);
  });

  test('every desk has a range of its own; the last number of the last desk is the last of 48 bits', async () => {
    await become(3);
    expect([await readDesk(store), await take()]).toEqual([3, 3 * IDS_OF_A_DESK + 1]);
    expect(await store.transaction((tx) => takeId(tx, 'log_segment'))).toBe(3 * SEGMENTS_OF_A_DESK + 1);
    await become(MAX_DESK);
    const last = await store.transaction(async (tx) => {
      const first = await takeIds(tx, 'person', IDS_OF_A_DESK - 1);
      return first + IDS_OF_A_DESK - 2;
    });
    expect(last).toBe(MAX_ID);
    expect(bind('x', last)).toHaveLength(bind('x', 0).length);
    await expect(take()).rejects.toMatchObject({ code: 'store-damaged', details: { part: 'value' } });
    await expect(become(MAX_DESK + 1)).rejects.toMatchObject({ code: 'internal', details: { what: 'desk' } });
    await expect(
      store.transaction((tx) => tx.run(sql`UPDATE id_counter SET last = ${2 ** 48}`)),
    ).rejects.toThrow();
  });

  test('a full range is not left for the next desk', async () => {
    await expect(take(IDS_OF_A_DESK)).rejects.toMatchObject({ code: 'store-damaged' });
    await expect(
      store.transaction((tx) => claimIds(tx, 'person', { from: 0, to: IDS_OF_A_DESK })),
    ).rejects.toMatchObject({ code: 'store-damaged' });
    expect(await take()).toBe(1);
  });

  test('numbers that were counted on are taken once', async () => {
    await become(2);
    const { person: from } = await lastIds(store, ['person']);
    const claim = () => store.transaction((tx) => claimIds(tx, 'person', { from, to: from + 5 }));
    expect([await claim(), await claim(), await take()]).toEqual([true, false, from + 6]);
  });

  test('a number that is remembered elsewhere is passed, of the own desk alone', async () => {
    const pass = (id: number) => store.transaction((tx) => passId(tx, 'log_segment', id));
    await pass(7);
    await pass(3);
    expect((await lastIds(store, ['log_segment'])).log_segment).toBe(7);
    await pass(SEGMENTS_OF_A_DESK + 9);
    expect((await lastIds(store, ['log_segment'])).log_segment).toBe(7);
  });

  test('every numbered table has a counter, and what has numbers is shared', async () => {
    const counters = await store.all(
      sql`SELECT table_name AS name, span FROM id_counter ORDER BY table_name`,
    );
    expect(counters).toEqual(
      Object.entries(ALLOCATED_TABLES)
        .map(([name, span]) => ({ name, span }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    for (const name of TABLE_NAMES.filter((table) => TABLES[table].numbered !== undefined))
      expect(isShared(name), name).toBe(true);
  });

  test('the room of a note whose words are sealed is not rewritten, nor taken from under it', async () => {
    await store.transaction(async (tx) => {
      await tx.run(
        sql`INSERT INTO room (id, room, label, canonical) VALUES (1, '1', '1', '1'), (2, '2', '2', '2')`,
      );
      await tx.run(sql`INSERT INTO counter_note (id, room_id, task, outcome, staff_id, at)
        VALUES (1, 1, 'visitor', 'let-in', 's', 0), (2, 1, 'visitor', 'let-in', 's', 0)`);
      await tx.run(
        sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (1, 'contact', 1, x'00', x'00')`,
      );
      await tx.run(
        sql`INSERT INTO room_note (note_id, tier, batch_id, n, ciphertext, sealed_to) VALUES (1, 'contact', 1, 0, x'00', 1)`,
      );
    });
    const run = (query: ReturnType<typeof sql>) => store.transaction((tx) => tx.run(query));
    await expect(run(sql`UPDATE counter_note SET room_id = 2 WHERE id = 1`)).rejects.toThrow(/bound/);
    await expect(run(sql`UPDATE counter_note SET id = 9 WHERE id = 1`)).rejects.toThrow(/bound/);
    await expect(run(sql`DELETE FROM room WHERE id = 1`)).rejects.toThrow(/bound/);
    await run(sql`UPDATE counter_note SET room_id = 2 WHERE id = 2`);
    await run(sql`DELETE FROM counter_note WHERE id = 1`);
    await run(sql`DELETE FROM room WHERE id = 1`);
  });
});

test('a place is the first of the desk that is free; how many there are is no matter of its number', () => {
  expect(freePlace(0, new Set([0, 1, 3]))).toBe(2);
  expect(freePlace(0, new Set([PLACES_OF_A_DESK]))).toBe(0);
  expect(freePlace(5, new Set([0, 1, 5 * PLACES_OF_A_DESK]))).toBe(5 * PLACES_OF_A_DESK + 1);
  expect(freePlace(MAX_DESK, new Set()) + PLACES_OF_A_DESK - 1).toBe(MAX_PLACE);
});

test('a request names no row beyond 48 bits and no place beyond 32', () => {
  expect(personIdSchema.safeParse(MAX_ID).success).toBe(true);
  expect(personIdSchema.safeParse(MAX_ID + 1).success).toBe(false);
  expect(anyOrdinalSchema.safeParse(MAX_PLACE).success).toBe(true);
  expect(anyOrdinalSchema.safeParse(MAX_PLACE + 1).success).toBe(false);
});

// --- the text of every statement

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['migrations', 'schema'].includes(entry.name) ? [] : sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });

/** Statements that choose a number by themselves, as they stand in a source. */
function selfNumbered(text: string): readonly string[] {
  const found = [
    ...(text.match(/\bmax\(\s*(?:\w+\.)?(?:id|ordinal|rowid|place)\s*\)/gi) ?? []),
    ...(text.match(/\b(?:last_insert_rowid|lastInsertRowid|lastID|AUTOINCREMENT)\b/gi) ?? []),
  ];
  for (const [statement, table = ''] of text.matchAll(
    /INSERT (?:OR \w+ )?INTO (\w+|\$\{[^}]*\})\s*\((?!id\b)/gi,
  ))
    if (table in ALLOCATED_TABLES || table.startsWith('${')) found.push(statement);
  return found;
}

test('no statement of the vault chooses a number by itself', () => {
  const found = sources('main/vault').flatMap((path) =>
    selfNumbered(readFileSync(path, 'utf8')).map((statement) => `${path.replaceAll(sep, '/')}: ${statement}`),
  );
  // Rows that are copied whole, with the numbers that they have.
  const COPIED = [
    /store\/copy-rows\.ts: INSERT OR REPLACE INTO \$\{table\}/,
    /records\/undo-merge\.ts: INSERT INTO \$\{table\}/,
    /ops\/applying\.ts: INSERT INTO \$\{table\}/,
    /ops\/capture\.ts: INSERT INTO \$\{was\(name\)\}/,
  ];
  expect(found.filter((one) => !COPIED.some((copied) => copied.test(one)))).toEqual([]);
});

test.each([
  ['INSERT INTO person (kind, name) VALUES (?, ?)', 1],
  ['INSERT OR IGNORE INTO vehicle (person_id) VALUES (?)', 1],
  ['INSERT INTO ${name} (${columns}) VALUES (?)', 1],
  ['INSERT INTO person (id, kind) VALUES (?, ?)', 0],
  ['INSERT INTO name_key (key, person_id) VALUES (?, ?)', 0],
  ['SELECT coalesce(max(id), 0) + 1 FROM person', 1],
  ['SELECT max(ordinal) AS last FROM counter_note', 1],
  ['SELECT max(time) FROM log_entry', 0],
  ['const { lastInsertRowid } = run()', 1],
])('the guard reads `%s` as %i statement that does', (text, count) => {
  expect(selfNumbered(text)).toHaveLength(count);
});
