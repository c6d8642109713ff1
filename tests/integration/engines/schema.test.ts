/** A file whose schema is not what the migrations make is opened by nobody, and nothing that it says is run. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { schemaRuleOf } from '../../../main/vault/store/engine/schema.ts';
import { MIGRATIONS, type Migration } from '../../../main/vault/store/migrations/index.ts';
import { migrate } from '../../../main/vault/store/migrate.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { lenientEngine, rewriteSchema } from '../../support/any-schema.ts';
import { ENGINES } from '../../support/engines.ts';
import { HAS_SQLCIPHER } from '../../support/platform.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const key = new Uint8Array(32).fill(7);
const NEW_KEY = new Uint8Array(32).fill(8);
const REFUSED = { code: 'store-tampered', details: { part: 'schema' } };
/** As it stands in a schema, SQLite compiles the first statement and passes over the others. */
const TAIL = `; ATTACH DATABASE '%s' AS out KEY ''; CREATE TABLE out.loot AS SELECT * FROM person`;
const PLANTED = [
  ['a trigger', 'CREATE TRIGGER planted AFTER INSERT ON person BEGIN DELETE FROM room; END'],
  ['a view', 'CREATE VIEW planted AS SELECT * FROM person'],
  ['an index', 'CREATE INDEX planted ON person (list_room)'],
  ['a table', 'CREATE TABLE planted (x)'],
  ['statistics', 'ANALYZE'],
] as const;

/** As the first migration after a release would be. */
const NEXT: Migration = {
  id: MIGRATIONS.at(-1)!.id + 10,
  statements: [
    'CREATE TABLE parcel (id INTEGER PRIMARY KEY) STRICT',
    'ALTER TABLE parcel ADD COLUMN weight INTEGER',
    'INSERT INTO parcel (id, weight) VALUES (1, 7)',
  ],
};
const WITH_NEXT = [...MIGRATIONS, NEXT];

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  'the schema of a file on %s',
  (name, engine) => {
    const lenient = lenientEngine(name);
    let path: string;
    beforeEach(async () => {
      path = join(makeTempDir(), 'store.db');
      await (await openStore({ path, key, create: true, engine })).close();
    });

    async function change(...statements: readonly string[]): Promise<void> {
      const store = await lenient.open({ path, key, create: false });
      for (const text of statements) await store.runAlone({ text, values: [] });
      await store.checkpoint();
      await store.close();
    }

    async function expectRefused(): Promise<void> {
      const to = (file: string) => ({ path: join(makeTempDir(), file), key: NEW_KEY });
      await expect(openStore({ path, key, create: false, engine })).rejects.toMatchObject(REFUSED);
      await expect(engine.copyAnew({ from: { path, key }, to: to('anew.db') })).rejects.toMatchObject(
        REFUSED,
      );
      await expect(engine.copyUnderKey({ from: { path, key }, to: to('under.db') })).rejects.toMatchObject(
        REFUSED,
      );
      await expect(engine.compare({ from: { path, key }, to: { path, key } })).rejects.toMatchObject(REFUSED);
    }

    it.each(PLANTED)('is refused with %s that no migration makes', async (_, text) => {
      await change(text);
      await expectRefused();
    });

    it.each(['log_entry_no_update', 'log_entry_no_delete'])(
      'is refused without the trigger %s',
      async (trigger) => {
        await change(`DROP TRIGGER ${trigger}`);
        await expectRefused();
      },
    );

    it.skipIf(!HAS_SQLCIPHER)(
      'is refused where statements stand behind that of a trigger, and none of them is run',
      async () => {
        const out = join(makeTempDir(), 'out.db');
        const tail = TAIL.replace('%s', out).replaceAll("'", "''");
        await rewriteSchema(
          { path, key },
          `UPDATE sqlite_schema SET sql = sql || '${tail}' WHERE name = 'log_entry_no_update'`,
        );
        await expectRefused();
        expect(existsSync(out)).toBe(false);
      },
    );

    it.skipIf(!HAS_SQLCIPHER)(
      'is refused where an index begins on the page of another, which shows rows that it never had',
      async () => {
        await rewriteSchema(
          { path, key },
          `UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'space_person') WHERE name = 'lease_person'`,
        );
        await expectRefused();
      },
    );

    it('is refused under a version that no migration ends with, and with one that is not its own', async () => {
      const newest = MIGRATIONS.at(-1)!.id;
      for (const version of [newest + 5, newest - 5, 0]) {
        await change(`PRAGMA user_version = ${version}`);
        await expect(openStore({ path, key, create: false, engine })).rejects.toMatchObject(
          version > newest ? { code: 'store-newer' } : REFUSED,
        );
      }
    });

    it('is right where the other engine made it, and after a later migration', async () => {
      const [later, ours] = [chooseEngine(name, schemaRuleOf(WITH_NEXT)), engine];
      for (const other of ENGINES) {
        const file = { path: join(makeTempDir(), 'store.db'), key, create: false };
        await (await openStore({ ...file, create: true, engine: other })).close();
        await (await openStore({ ...file, engine: ours })).close();
        const store = await later.open(file);
        await migrate(store, WITH_NEXT);
        await store.close();
        const again = await later.open(file);
        expect(
          await again.get(sql`SELECT user_version AS at, weight FROM pragma_user_version, parcel`),
        ).toEqual({
          at: NEXT.id,
          weight: 7,
        });
        expect(await again.integrityCheck()).toEqual([]);
        await again.close();
        await expect(openStore({ ...file, engine: ours })).rejects.toMatchObject({ code: 'store-newer' });
        const changed = await lenient.open(file);
        await changed.runAlone({ text: 'ALTER TABLE parcel ADD COLUMN planted TEXT', values: [] });
        await changed.close();
        await expect(later.open(file)).rejects.toMatchObject(REFUSED);
      }
    });

    it('is made ready without a file', async () => {
      const folder = makeTempDir();
      const before = process.cwd();
      process.chdir(folder);
      try {
        await engine.warmUp();
      } finally {
        process.chdir(before);
      }
      expect(readdirSync(folder)).toEqual([]);
    });

    it('is that of the migrations in a copy as well', async () => {
      const to = { path: join(makeTempDir(), 'copy.db'), key: NEW_KEY };
      await engine.copyAnew({ from: { path, key }, to });
      await engine.compare({ from: { path, key }, to });
      await (await openStore({ ...to, create: false, engine })).close();
    });
  },
);
