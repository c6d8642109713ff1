import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { migrate, schemaVersion } from '../../../main/vault/store/migrate.ts';
import { MIGRATIONS, type Migration } from '../../../main/vault/store/migrations/index.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { LENIENT_ENGINES } from '../../support/any-schema.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { words } from '../../support/words.ts';

const tablesOf = async (store: Store): Promise<readonly string[]> =>
  (
    await store.all<{ name: string }>(
      sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
  ).map(({ name }) => name);

test('numbers grow, so that each runs once and in order', () => {
  const ids = MIGRATIONS.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
  expect(ids[0]).toBe(10);
});

describe.each(LENIENT_ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  const box = () => ({ path: join(makeTempDir(), 'store-0001.db'), key: randomBytes(32), engine });

  test('a new store is up to date, sound, and opens again as it was', async () => {
    const options = box();
    const store = await openStore({ ...options, create: true });
    expect(await schemaVersion(store)).toBe(MIGRATIONS.at(-1)?.id);
    expect(await tablesOf(store)).toEqual(
      expect.arrayContaining(words('log_entry log_segment meta person roster_entry sealed_value tier_grant')),
    );
    await store.transaction((tx) =>
      tx.run(sql`INSERT INTO meta (key, value) VALUES ('kept', ${new Uint8Array([1])})`),
    );
    await store.close();
    const again = await openStore({ ...options, create: false });
    expect(await again.get(sql`SELECT key FROM meta`)).toEqual({ key: 'kept' });
    expect(await again.integrityCheck()).toEqual([]);
    await again.close();
  });

  test('a store that a newer version wrote is refused, closed and left alone', async () => {
    const options = box();
    const store = await openStore({ ...options, create: true });
    await store.transaction((tx) => tx.run(sql`PRAGMA user_version = 990`));
    await store.close();
    await expect(openStore({ ...options, create: false })).rejects.toMatchObject({
      code: 'store-newer',
      details: { version: 990, newest: MIGRATIONS.at(-1)?.id },
    });
    expect(existsSync(`${options.path}-wal`)).toBe(false);
    const raw = await engine.open({ path: options.path, key: options.key, create: false });
    expect(await schemaVersion(raw)).toBe(990);
    await raw.close();
  });

  test('only what is missing runs; one that fails leaves nothing of itself behind and what came before in place', async () => {
    const store = await engine.open({ ...box(), create: true });
    const first: Migration = {
      id: 10,
      statements: ['CREATE TABLE a (x INTEGER)', 'INSERT INTO a VALUES (1)'],
    };
    const second: Migration = {
      id: 20,
      statements: ['CREATE TABLE b (x INTEGER)', 'INSERT INTO a VALUES (2)'],
    };
    const broken: Migration = {
      id: 30,
      statements: ['CREATE TABLE c (x INTEGER)', 'INSERT INTO nowhere VALUES (1)'],
    };
    await migrate(store, [first]);
    await expect(migrate(store, [first, second, broken])).rejects.toThrow(/nowhere/);
    expect([await schemaVersion(store), await tablesOf(store)]).toEqual([20, ['a', 'b']]);
    await migrate(store, [first, second, { ...broken, statements: ['CREATE TABLE c (x INTEGER)'] }]);
    expect([await schemaVersion(store), await tablesOf(store)]).toEqual([30, ['a', 'b', 'c']]);
    expect(await store.all(sql`SELECT x FROM a`)).toEqual([{ x: 1 }, { x: 2 }]);
    await expect(migrate(store, [first, second])).rejects.toMatchObject({ code: 'store-newer' });
    await store.close();
  });
});
