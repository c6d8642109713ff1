import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import type { Engine, KeyedFile } from '../../../main/vault/store/engine/engine.ts';
import { checkPages } from '../../../main/vault/store/engine/pages.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { LENIENT_ENGINES } from '../../support/any-schema.ts';
import { explain } from '../../support/explain.ts';
import { HAS_SQLCIPHER_CLI, IS_WINDOWS } from '../../support/platform.ts';
import { hashTables } from '../../support/table-hashes.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { signalOf } from '../../support/signal-of.ts';

const PAGE = 4096;
/** Invented: a number with a birth year in the 1890s, a phone in an unassigned block. */
const PLANTED = ['450000189001010016', '14100000077', 'Wanbao Qianxi'];

interface Box {
  readonly path: string;
  readonly key: Uint8Array;
  readonly store: Store;
}

async function makeStore(engine: Engine, rows = 500): Promise<Box> {
  const path = join(makeTempDir(), 'store-0001.db');
  const key = randomBytes(32);
  const store = await engine.open({ path, key, create: true });
  await store.transaction(async (tx) => {
    await tx.run(
      sql`CREATE TABLE thing (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, bytes BLOB) STRICT`,
    );
    await tx.runMany(
      'INSERT INTO thing (id, word, bytes) VALUES (?, ?, ?)',
      Array.from({ length: rows }, (_, i) => [i + 1, `word ${i + 1}`, new Uint8Array(100).fill(i)]),
    );
  });
  onTestFinished(() => store.close());
  return { path, key, store };
}

const count = async (store: Pick<Store, 'get'>): Promise<number | undefined> =>
  (await store.get<{ n: number }>(sql`SELECT count(*) AS n FROM thing`))?.n;
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'ok',
    (error: { code?: unknown }) => error.code,
  );

function flip(path: string, offset: number): void {
  const bytes = readFileSync(path);
  bytes[offset] = (bytes[offset] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** The reference implementation's own command line, told key and commands on its input. */
function commandLine(path: string, key: Uint8Array, commands: string): string {
  return execFileSync('sqlcipher', ['-batch', path], {
    input: `PRAGMA key = "x'${Buffer.from(key).toString('hex')}'";\n${commands}\n`,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((line) => line !== 'ok' && line !== '')
    .join('\n');
}

describe.each(LENIENT_ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  describe('values', () => {
    test('come back as they went in', async () => {
      const { store } = await makeStore(engine, 0);
      const bytes = randomBytes(300);
      const row = await store.get<
        Record<string, unknown>
      >(sql`SELECT ${'张三 a\0b 😀'} AS text, ${2 ** 40} AS big, ${-5} AS small, ${1.5} AS half, ${null} AS none,
        ${new Uint8Array(bytes)} AS bytes, ${new Uint8Array()} AS empty, ${7n} AS whole, typeof(${new Uint8Array()}) AS kind, typeof(${7n}) AS wholeKind`);
      expect(row).toMatchObject({
        text: '张三 a\0b 😀',
        big: 2 ** 40,
        small: -5,
        half: 1.5,
        none: null,
        whole: 7,
        kind: 'blob',
        wholeKind: 'integer',
      });
      expect(Buffer.from(row?.['bytes'] as Uint8Array).equals(bytes)).toBe(true);
      expect(await store.all(sql`SELECT typeof(${7}) AS kind`)).toEqual([{ kind: 'integer' }]);
      expect(Buffer.from(row?.['empty'] as Uint8Array)).toEqual(Buffer.alloc(0));
    });

    test('warms up without a file', async () => {
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

    test('a bigint that a number cannot hold is refused', async () => {
      const { store } = await makeStore(engine, 0);
      await expect(store.get(sql`SELECT ${2n ** 60n}`)).rejects.toThrow(RangeError);
    });

    test('milliseconds since 1970 are integers in a strict column', async () => {
      const { store } = await makeStore(engine, 0);
      const at = Date.UTC(2026, 0, 1);
      await store.transaction((tx) => tx.run(sql`INSERT INTO thing (id, word) VALUES (${at}, 'x')`));
      expect(await store.get(sql`SELECT id, typeof(id) AS kind FROM thing WHERE id = ${at}`)).toEqual({
        id: at,
        kind: 'integer',
      });
    });

    test('run says how many rows changed; no row is undefined', async () => {
      const { store } = await makeStore(engine, 10);
      await store.transaction(async (tx) => {
        expect(await tx.run(sql`UPDATE thing SET bytes = NULL WHERE id <= ${4}`)).toMatchObject({
          changes: 4,
        });
        expect(await tx.run(sql`INSERT INTO thing (word) VALUES (${'new'})`)).toEqual({ changes: 1 });
        expect(await tx.get(sql`SELECT 1 FROM thing WHERE id = ${99}`)).toBeUndefined();
        expect(await tx.all(sql`SELECT id FROM thing WHERE id = ${99}`)).toEqual([]);
      });
    });

    test.each([0, 1, 999, 1000, 1001, 12_345])('runMany writes %i rows once each, in order', async (rows) => {
      const { store } = await makeStore(engine, rows);
      expect(await count(store)).toBe(rows);
      const sample = await store.all<{ id: number; word: string }>(
        sql`SELECT id, word FROM thing WHERE id % 97 = 1`,
      );
      for (const { id, word } of sample) expect(word).toBe(`word ${id}`);
      await store.transaction(async (tx) => {
        await tx.runMany('INSERT INTO thing (id, word) VALUES (?, ?) ON CONFLICT DO NOTHING', [
          [1, 'again'],
          [20_001, 'a'],
          [20_002, 'b'],
        ]);
        await tx.runMany('UPDATE thing SET word = ? WHERE id = ?', [['changed', 20_001]]);
      });
      expect(await store.get(sql`SELECT word FROM thing WHERE id = 20001`)).toEqual({ word: 'changed' });
    });

    test.each([
      [
        'text',
        'TEXT',
        ['张三', 'a\0b', '😀', '"\\\u2028</script>', '', '\ud800', '1.5', 'null', '\\u0000', '𠮷·ö'],
      ],
      ['whole numbers', 'INTEGER', [0, -1, 2 ** 53 - 1, -(2 ** 40), 1_700_000_000_000]],
      ['fractions', 'REAL', [89.5, 0.1 + 0.2, Math.PI, 1e-7, -1.5e300, 123_456_789.25, 5e-324]],
      ['bytes', 'BLOB', [new Uint8Array(0), Uint8Array.of(0, 255, 10), new Uint8Array(5000).fill(7), null]],
      ['everything', 'ANY', ['a', 1, 2.5, null]],
      ['text and bytes', 'ANY', ['a', Uint8Array.of(1, 2)]],
    ] as const)('runMany writes %s as they would be written one by one', async (_kind, type, values) => {
      const { store } = await makeStore(engine, 0);
      await store.transaction(async (tx) => {
        await tx.run({
          text: `CREATE TABLE given (n INTEGER PRIMARY KEY, together ${type}, alone ${type}) STRICT`,
          values: [],
        });
        await tx.runMany(
          'INSERT INTO given (n, together) VALUES (?, ?)',
          values.map((value, n) => [n, value]),
        );
        for (const [n, value] of values.entries())
          await tx.run(sql`UPDATE given SET alone = ${value} WHERE n = ${n}`);
      });
      expect(
        await store.all(
          sql`SELECT n FROM given WHERE together IS NOT alone OR typeof(together) <> typeof(alone)`,
        ),
      ).toEqual([]);
      expect(await store.get(sql`SELECT count(*) AS n FROM given`)).toEqual({ n: values.length });
    });

    test('one bad row of many undoes all', async () => {
      const { store } = await makeStore(engine, 5);
      const rows = Array.from({ length: 300 }, (_, i) => [100 + i, i === 250 ? 'word 3' : `more ${i}`]);
      await expect(
        store.transaction((tx) => tx.runMany('INSERT INTO thing (id, word) VALUES (?, ?)', rows)),
      ).rejects.toThrow(/UNIQUE/);
      expect(await count(store)).toBe(5);
    });
  });

  describe('transactions', () => {
    test('leave nothing begun when the work throws before its first statement', async () => {
      const { store } = await makeStore(engine, 0);
      for (let time = 0; time < 200; time++)
        await expect(store.transaction(() => Promise.reject(new Error('at once')))).rejects.toThrow(
          'at once',
        );
      await store.transaction(
        async (tx) => void (await tx.run(sql`INSERT INTO thing (id, word) VALUES (1, 'x')`)),
      );
      expect(await count(store)).toBe(1);
    });

    test('are undone when the work throws, and its error comes out', async () => {
      const { store } = await makeStore(engine, 3);
      const mine = new Error('changed my mind');
      await expect(
        store.transaction(async (tx) => {
          await tx.run(sql`DELETE FROM thing`);
          expect(await count(tx)).toBe(0);
          throw mine;
        }),
      ).rejects.toBe(mine);
      expect(await count(store)).toBe(3);
      await store.transaction((tx) => tx.run(sql`DELETE FROM thing WHERE id = 1`));
      expect(await count(store)).toBe(2);
    });

    test('take turns, first come first served, and a read between them sees whole ones', async () => {
      const { store } = await makeStore(engine, 0);
      const order: string[] = [];
      const add = (name: string) =>
        store.transaction(async (tx) => {
          await tx.run(sql`INSERT INTO thing (word) VALUES (${`${name} 1`})`);
          await new Promise((resolve) => setTimeout(resolve, 15));
          await tx.run(sql`INSERT INTO thing (word) VALUES (${`${name} 2`})`);
          order.push(name);
        });
      const read = async (name: string) => {
        order.push(`${name}: ${await count(store)}`);
      };
      await Promise.all([add('a'), read('r1'), add('b'), read('r2'), add('c').then(() => read('r3'))]);
      expect(order).toEqual(['a', 'r1: 2', 'b', 'r2: 4', 'c', 'r3: 6']);
    });

    test('a handle that has ended refuses', async () => {
      const { store } = await makeStore(engine, 1);
      let late: (() => Promise<unknown>) | undefined;
      await store.transaction(async (tx) => {
        late = () => tx.run(sql`DELETE FROM thing`);
      });
      await expect(late?.()).rejects.toMatchObject({ code: 'internal' });
      expect(await count(store)).toBe(1);
    });

    test('what was committed is there after a kill, what was not is not', async () => {
      const { path, key, store } = await makeStore(engine, 10);
      await store.transaction((tx) => tx.run(sql`INSERT INTO thing (word) VALUES ('committed')`));
      const copy = join(makeTempDir(), 'copy.db');
      await store.transaction(async (tx) => {
        await tx.run(sql`INSERT INTO thing (word) VALUES ('not yet')`);
        // What a kill at this moment would leave.
        copyFileSync(path, copy);
        copyFileSync(`${path}-wal`, `${copy}-wal`);
      });
      const reopened = await engine.open({ path: copy, key, create: false });
      expect(await count(reopened)).toBe(11);
      await reopened.close();
    });

    test('a closed store says that it is locked', async () => {
      const { store } = await makeStore(engine, 1);
      await store.close();
      await store.close();
      expect(await codeOf(count(store))).toBe('locked');
      expect(await codeOf(store.transaction(async () => 1))).toBe('locked');
    });
  });

  describe('settings', () => {
    test('are what a store needs', async () => {
      const { path, store } = await makeStore(engine, 1);
      const pragma = async (name: string) =>
        Object.values(
          (await store.get<Record<string, unknown>>({ text: `PRAGMA ${name}`, values: [] })) ?? {},
        )[0];
      expect(
        await Promise.all(
          [
            'journal_mode',
            'synchronous',
            'foreign_keys',
            'secure_delete',
            'temp_store',
            'trusted_schema',
            'recursive_triggers',
          ].map(pragma),
        ),
      ).toEqual(['wal', 2, 1, 1, 2, 0, 1]);
      expect(Number(await pragma('page_size'))).toBe(PAGE);
      if (process.platform !== 'win32')
        expect([path, `${path}-wal`].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
    });

    test('a checkpoint empties the WAL, also after single reads', async () => {
      const { path, store } = await makeStore(engine);
      await store.get(sql`SELECT id FROM thing ORDER BY id`);
      expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
      await store.checkpoint();
      expect(statSync(`${path}-wal`).size).toBe(0);
    });

    test('a plan can be read', async () => {
      const { store } = await makeStore(engine, 1);
      expect(await explain(store, sql`SELECT id FROM thing WHERE word = ${'x'}`)).toEqual([
        expect.stringMatching(/^SEARCH thing USING COVERING INDEX/),
      ]);
      expect(await explain(store, sql`SELECT id FROM thing WHERE bytes = ${null}`)).toEqual(['SCAN thing']);
    });
  });

  test('nothing planted is in any file that it writes', async () => {
    const { path, store } = await makeStore(engine, 10);
    await store.transaction(async (tx) => {
      await tx.runMany(
        'INSERT INTO thing (word, bytes) VALUES (?, ?)',
        PLANTED.map((text) => [text, Buffer.from(text, 'utf16le')]),
      );
      await tx.run(sql`CREATE INDEX thing_bytes ON thing (bytes)`);
    });
    await store.all(sql`SELECT a.word FROM thing a, thing b ORDER BY a.word || b.word DESC`);
    const folder = join(path, '..');
    const hits = (): string[] =>
      readdirSync(folder).flatMap((name) => {
        const bytes = readFileSync(join(folder, name));
        return PLANTED.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]).some(
          (needle) => bytes.includes(needle),
        )
          ? [name]
          : [];
      });
    expect(readdirSync(folder).toSorted()).toEqual([
      'store-0001.db',
      'store-0001.db-shm',
      'store-0001.db-wal',
    ]);
    expect(hits()).toEqual([]);
    await store.checkpoint();
    expect(hits()).toEqual([]);
    await store.close();
    expect(hits()).toEqual([]);
    // The search itself finds what is there.
    appendFileSync(join(folder, 'canary'), Buffer.from(PLANTED[0] ?? '', 'utf16le'));
    expect(hits()).toEqual(['canary']);
  });

  describe('what does not open', () => {
    test('a store that is missing is not made', async () => {
      const path = join(makeTempDir(), 'none.db');
      expect(await codeOf(engine.open({ path, key: randomBytes(32), create: false }))).toBe('store-missing');
      expect(existsSync(path)).toBe(false);
    });

    test('a folder that is missing', async () => {
      expect(
        await codeOf(
          engine.open({ path: join(makeTempDir(), 'no', 'store.db'), key: randomBytes(32), create: true }),
        ),
      ).toBe('disk-error');
    });

    test.each([1, 500])('a wrong key is called so and changes nothing (%i rows)', async (rows) => {
      const { path, key, store } = await makeStore(engine, rows);
      await store.close();
      const before = readFileSync(path);
      for (const create of [true, false])
        expect(await codeOf(engine.open({ path, key: randomBytes(32), create }))).toBe('store-wrong-key');
      expect(readFileSync(path).equals(before)).toBe(true);
      const again = await engine.open({ path, key, create: false });
      expect(await count(again)).toBe(rows);
      await again.close();
    });

    test('with the right key, damage to the first page is called damage, wherever it is but in all of the salt', async () => {
      const { path, key, store } = await makeStore(engine);
      await store.close();
      for (const offset of [0, 16, 20, 40, 90, 100, 2000, PAGE - 80, PAGE - 64, PAGE - 1]) {
        flip(path, offset);
        expect(await codeOf(engine.open({ path, key, create: false })), `byte ${offset}`).toBe(
          'store-damaged',
        );
        flip(path, offset);
      }
      const bytes = readFileSync(path);
      randomBytes(PAGE - 16).copy(bytes, 16);
      writeFileSync(path, bytes);
      expect(await codeOf(engine.open({ path, key, create: false })), 'all of the page but its salt').toBe(
        'store-damaged',
      );
    });

    test('a file of another kind, a plain SQLite file, a cut one', async () => {
      const key = randomBytes(32);
      const inDir = (name: string) => join(makeTempDir(), name);
      const noise = inDir('noise');
      writeFileSync(noise, randomBytes(5 * PAGE));
      expect(await codeOf(engine.open({ path: noise, key, create: false }))).toBe('store-wrong-key');
      const text = inDir('text');
      writeFileSync(text, 'x'.repeat(5000));
      expect(await codeOf(engine.open({ path: text, key, create: false }))).toBe('store-damaged');
      const plain = inDir('plain');
      writeFileSync(plain, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(PAGE - 16)]));
      expect(await codeOf(engine.open({ path: plain, key, create: false }))).toBe('store-damaged');
      const { path, key: right, store } = await makeStore(engine);
      await store.close();
      truncateSync(path, 3 * PAGE);
      expect(await codeOf(engine.open({ path, key: right, create: false }))).toBe('store-damaged');
    });

    test('damage to a later page shows when it is read, and stays told', async () => {
      const { path, key, store } = await makeStore(engine);
      await store.close();
      const pages = statSync(path).size / PAGE;
      for (let page = 2; page < pages; page++) flip(path, page * PAGE + 50);
      const opened = await codeOf(
        engine.open({ path, key, create: false }).then(async (reopened) => {
          expect(await codeOf(reopened.all(sql`SELECT * FROM thing`))).toBe('store-damaged');
          expect(await codeOf(reopened.transaction((tx) => tx.run(sql`UPDATE thing SET bytes = NULL`)))).toBe(
            'store-damaged',
          );
          await reopened.close().catch(() => undefined);
        }),
      );
      expect(['ok', 'store-damaged']).toContain(opened);
    });
  });

  describe('integrity', () => {
    test('a sound store has no problems, with a full WAL, after deletions, and after a checkpoint', async () => {
      const { store } = await makeStore(engine, 3000);
      expect(await store.integrityCheck()).toEqual([]);
      await store.transaction((tx) => tx.run(sql`DELETE FROM thing WHERE id % 3 > 0`));
      expect(await store.integrityCheck()).toEqual([]);
      await store.checkpoint();
      expect(await store.integrityCheck()).toEqual([]);
    });

    test('one flipped bit in any page is noticed, also in a page that is already in memory', async () => {
      const { path, store } = await makeStore(engine);
      await store.checkpoint();
      expect(await store.integrityCheck()).toEqual([]);
      const pages = statSync(path).size / PAGE;
      for (let page = 0; page < pages; page++) {
        const offset = page * PAGE + Math.floor((page * 997 + 17) % PAGE);
        flip(path, offset);
        expect(await store.integrityCheck(), `byte ${offset}`).not.toEqual([]);
        flip(path, offset);
      }
    });

    test('a page of zeros and a cut file are noticed', async () => {
      const { path, key, store } = await makeStore(engine);
      await store.close();
      const whole = readFileSync(path);
      const zeroed = Buffer.from(whole);
      zeroed.fill(0, 3 * PAGE, 4 * PAGE);
      writeFileSync(path, zeroed);
      const found = await engine.open({ path, key, create: false }).then(
        async (reopened) => {
          const problems = await reopened.integrityCheck();
          await reopened.close().catch(() => undefined);
          return problems;
        },
        (error: { code: string }) => [error.code],
      );
      expect(found).not.toEqual([]);
      expect(found).not.toContain('store-wrong-key');
    });

    test.skipIf(!HAS_SQLCIPHER_CLI)('a row that refers to one that is gone is noticed', async () => {
      const { path, key, store } = await makeStore(engine, 3);
      await store.transaction((tx) =>
        tx.run(
          sql`CREATE TABLE part (id INTEGER PRIMARY KEY, thing_id INTEGER NOT NULL REFERENCES thing (id)) STRICT`,
        ),
      );
      await expect(
        store.transaction((tx) => tx.run(sql`INSERT INTO part (thing_id) VALUES (77)`)),
      ).rejects.toThrow(/FOREIGN KEY/);
      await store.close();
      commandLine(path, key, 'PRAGMA foreign_keys = OFF; INSERT INTO part (thing_id) VALUES (77);');
      const reopened = await engine.open({ path, key, create: false });
      expect(await reopened.integrityCheck()).toEqual(['1 rows refer to rows that are gone']);
      await reopened.close();
    });
  });

  describe('a copy under another key', () => {
    const SCHEMA = [
      `CREATE TABLE kind (name TEXT PRIMARY KEY, note TEXT) STRICT, WITHOUT ROWID`,
      `CREATE TABLE part (id INTEGER PRIMARY KEY, thing_id INTEGER NOT NULL REFERENCES thing (id), kind TEXT NOT NULL REFERENCES kind (name), weight REAL, any_value ANY) STRICT`,
      `CREATE UNIQUE INDEX part_heavy ON part (kind, weight) WHERE weight > 10`,
      `CREATE INDEX part_lower ON part (lower(kind))`,
      `ALTER TABLE part ADD COLUMN added TEXT NOT NULL DEFAULT 'later'`,
      `CREATE TRIGGER part_kept BEFORE DELETE ON part BEGIN SELECT RAISE(ABORT, 'parts are kept'); END`,
      `CREATE VIEW heavy AS SELECT id FROM part WHERE weight > 10`,
      `PRAGMA user_version = 130`,
    ];

    async function makeRich(rows = 300): Promise<Box> {
      const box = await makeStore(engine, rows);
      await box.store.transaction(async (tx) => {
        await tx.runMany(
          'INSERT INTO thing (id, word) VALUES (?, ?)',
          PLANTED.map((word, i) => [9000 + i, word]),
        );
        await tx.run(sql`DELETE FROM thing WHERE id >= 9000`);
        for (const text of SCHEMA) await tx.run({ text, values: [] });
        await tx.run(sql`INSERT INTO kind (name, note) VALUES ('a', NULL), ('B', 'zwei'), ('ö·𠮷', '')`);
        await tx.runMany(
          'INSERT INTO part (id, thing_id, kind, weight, any_value) VALUES (?, ?, ?, ?, ?)',
          Array.from({ length: rows }, (_, i) => [
            i * 3 + 1,
            i + 1,
            ['a', 'B', 'ö·𠮷'][i % 3]!,
            i / 2,
            [null, 7, 7.5, 'text', new Uint8Array([0, i % 256])][i % 5]!,
          ]),
        );
      });
      return box;
    }

    const beside = (path: string): string => path.replace('0001', '0002');
    const filesOf = (path: string): string[] =>
      readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)));

    const WAYS = ['copyAnew', 'copyUnderKey'] as const;
    async function copied(
      box: Box,
      way: (typeof WAYS)[number] = 'copyAnew',
    ): Promise<{ readonly from: KeyedFile; readonly to: KeyedFile }> {
      const files = {
        from: { path: box.path, key: box.key },
        to: { path: beside(box.path), key: randomBytes(32) },
      };
      await box.store.checkpoint();
      await engine[way](files);
      return files;
    }

    test.skipIf(!HAS_SQLCIPHER_CLI).each(WAYS)(
      'has all of it, opens with its key and no other, in both engines and the command line: %s',
      async (way) => {
        const box = await makeRich();
        const before = await hashTables(box.store);
        const { to } = await copied(box, way);
        expect(statSync(to.path).mode & 0o777).toBe(0o600);
        expect(filesOf(to.path)).toEqual([basename(to.path)]);
        expect(await codeOf(engine.open({ path: to.path, key: box.key, create: false }))).toBe(
          'store-wrong-key',
        );
        for (const other of LENIENT_ENGINES) {
          const opened = await other.open({ path: to.path, key: to.key, create: false });
          expect(await hashTables(opened)).toEqual(before);
          expect(await opened.get(sql`PRAGMA user_version`)).toEqual({ user_version: 130 });
          expect(await opened.integrityCheck()).toEqual([]);
          expect(
            await opened.all(
              sql`SELECT name, strict, wr FROM pragma_table_list WHERE schema = 'main' AND name IN ('kind', 'part') ORDER BY name`,
            ),
          ).toEqual([
            { name: 'kind', strict: 1, wr: 1 },
            { name: 'part', strict: 1, wr: 0 },
          ]);
          expect(await opened.get(sql`SELECT count(*) AS n FROM heavy`)).toEqual({ n: 279 });
          await expect(
            opened.transaction((tx) => tx.run(sql`DELETE FROM part WHERE id = 1`)),
          ).rejects.toThrow(/parts are kept/);
          await expect(
            opened.transaction((tx) => tx.run(sql`INSERT INTO part (thing_id, kind) VALUES (77777, 'a')`)),
          ).rejects.toThrow(/FOREIGN KEY/);
          await opened.close();
        }
        expect(
          commandLine(
            to.path,
            to.key,
            "PRAGMA cipher_integrity_check; PRAGMA journal_mode; SELECT group_concat(name) FROM sqlite_schema WHERE name LIKE 'part%';",
          ),
        ).toBe('wal\npart,part_heavy,part_lower,part_kept');
        await box.store.close();
      },
    );

    test.each(WAYS)(
      'leaves the store that it was made of as it was, byte for byte, and open to reads and writes: %s',
      async (way) => {
        const box = await makeRich();
        await box.store.checkpoint();
        const before = readFileSync(box.path);
        await copied(box, way);
        expect(readFileSync(box.path).equals(before)).toBe(true);
        await box.store.transaction((tx) => tx.run(sql`INSERT INTO thing (word) VALUES ('after')`));
        expect(await count(box.store)).toBe(301);
        await box.store.close();
      },
    );

    test('has what lies in the WAL, and nothing that is written while it is made', async () => {
      const box = await makeRich();
      await box.store.checkpoint();
      await box.store.transaction((tx) => tx.run(sql`INSERT INTO kind (name) VALUES ('in the WAL')`));
      const files = {
        from: { path: box.path, key: box.key },
        to: { path: beside(box.path), key: randomBytes(32) },
      };
      let written: Promise<unknown> | undefined;
      const onProgress = (): void =>
        void (written ??= box.store.transaction((tx) =>
          tx.run(sql`UPDATE kind SET note = 'meanwhile' WHERE name = 'a'`),
        ));
      await engine.copyAnew({ ...files, onProgress });
      await written;
      const opened = await engine.open({ path: files.to.path, key: files.to.key, create: false });
      expect(await opened.all(sql`SELECT name, note FROM kind WHERE name IN ('a', 'in the WAL')`)).toEqual([
        { name: 'a', note: null },
        { name: 'in the WAL', note: null },
      ]);
      await opened.close();
      expect(await box.store.get(sql`SELECT note FROM kind WHERE name = 'a'`)).toEqual({ note: 'meanwhile' });
      await box.store.close();
    });

    test('says how far it is, ends when it is told to, and leaves no file then', async () => {
      const box = await makeRich(4000);
      const to = { path: beside(box.path), key: randomBytes(32) };
      const told: number[] = [];
      await engine.copyAnew({
        from: { path: box.path, key: box.key },
        to,
        onProgress: (done, total) => {
          told.push(done);
          expect(done).toBeLessThanOrEqual(total);
        },
      });
      expect(told.toSorted((a, b) => a - b)).toEqual(told);
      expect(told.length).toBeGreaterThanOrEqual(3);
      const again = { path: `${to.path}.again`, key: to.key };
      let looks = 0;
      expect(
        await codeOf(
          engine.copyAnew({
            from: { path: box.path, key: box.key },
            to: again,
            signal: signalOf(() => (looks += 1) > 1),
          }),
        ),
      ).toBe('cancelled');
      expect(filesOf(again.path)).toEqual([]);
      await box.store.close();
    });

    test('page by page, has no page under the key of before, and is ended between copy and key', async () => {
      const box = await makeRich();
      const { to } = await copied(box, 'copyUnderKey');
      expect((await checkPages(to.path, box.key, 1e6)).length).toBe(statSync(to.path).size / PAGE);
      expect(await checkPages(to.path, to.key)).toEqual([]);
      const again = { path: `${to.path}.again`, key: to.key };
      expect(
        await codeOf(
          engine.copyUnderKey({
            from: { path: box.path, key: box.key },
            to: again,
            signal: signalOf(() => true),
          }),
        ),
      ).toBe('cancelled');
      expect(filesOf(again.path)).toEqual([]);
      await box.store.close();
    });

    test.each(WAYS)('is not made over a file that is there, nor from a wrong key: %s', async (way) => {
      const box = await makeRich();
      const to = { path: beside(box.path), key: randomBytes(32) };
      expect(await codeOf(engine[way]({ from: { path: box.path, key: randomBytes(32) }, to }))).toBe(
        'store-wrong-key',
      );
      expect(existsSync(to.path)).toBe(false);
      writeFileSync(to.path, "somebody else's");
      expect(await codeOf(engine[way]({ from: { path: box.path, key: box.key }, to }))).toBe('disk-error');
      expect(readFileSync(to.path, 'utf8')).toBe("somebody else's");
      await box.store.close();
    });

    test.each(WAYS)('is found the same, with the number of its tables and rows: %s', async (way) => {
      const box = await makeRich();
      const files = await copied(box, way);
      expect(await engine.compare(files)).toEqual({ tables: 3, rows: 603 });
      await box.store.close();
    });

    test.skipIf(!HAS_SQLCIPHER_CLI).each([
      ['a value', `UPDATE thing SET word = 'word 1.' WHERE id = 1`, 'thing'],
      ['a value that differs in case alone', `UPDATE kind SET note = 'Zwei' WHERE name = 'B'`, 'kind'],
      [
        'a number that became another kind of number',
        `UPDATE part SET any_value = 7.0 WHERE any_value = 7`,
        'part',
      ],
      ['nothing where there was an empty text', `UPDATE kind SET note = NULL WHERE note = ''`, 'kind'],
      ['a byte', `UPDATE thing SET bytes = zeroblob(100) WHERE id = 2`, 'thing'],
      [
        'a row too few',
        `DELETE FROM thing WHERE id = 300; DROP TRIGGER part_kept; DELETE FROM part WHERE thing_id = 300; ${SCHEMA[5]}`,
        'thing',
      ],
      ['a row too many', `INSERT INTO kind VALUES ('c', '')`, 'kind'],
      ['a row under another key', `UPDATE thing SET id = 5000 WHERE id = 300`, 'thing'],
      ['a trigger too few', `DROP TRIGGER part_kept`, 'schema'],
      ['an index too few', `DROP INDEX part_lower`, 'schema'],
      ['another version', `PRAGMA user_version = 129`, 'schema'],
    ])('is not found the same with %s', async (_what, change, where) => {
      const box = await makeRich();
      const files = await copied(box);
      commandLine(files.to.path, files.to.key, change);
      await expect(engine.compare(files)).rejects.toMatchObject({
        code: 'store-damaged',
        details: { what: where },
      });
      await box.store.close();
    });

    test.skipIf(!HAS_SQLCIPHER_CLI)(
      'is not found whole where two names lead to one tree, though every row is the same',
      async () => {
        const box = await makeRich();
        const files = await copied(box);
        // Two indexes of as many rows each.
        commandLine(
          files.to.path,
          files.to.key,
          `.dbconfig defensive off\nPRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_thing_1') WHERE name = 'part_lower'`,
        );
        await expect(engine.compare(files)).rejects.toMatchObject({
          code: 'store-damaged',
          details: { problems: expect.any(Number) },
        });
        await box.store.close();
      },
    );
  });

  describe('a frozen store', () => {
    test('is read and not written to, from its turn on, until it is let go', async () => {
      const { store } = await makeStore(engine, 10);
      const before = store.transaction((tx) => tx.run(sql`INSERT INTO thing (word) VALUES ('before')`));
      const freezing = store.freeze();
      const after = codeOf(store.transaction((tx) => tx.run(sql`INSERT INTO thing (word) VALUES ('after')`)));
      await Promise.all([before, freezing]);
      expect(await after).toBe('rotating');
      expect(await codeOf(store.runAlone(sql`INSERT INTO thing (word) VALUES ('alone')`))).toBe('rotating');
      expect(await count(store)).toBe(11);
      await store.checkpoint();
      store.thaw();
      await store.runAlone(sql`INSERT INTO thing (word) VALUES ('thawed')`);
      expect(await count(store)).toBe(12);
    });

    test('that was closed has been replaced, which is no lock', async () => {
      const { store } = await makeStore(engine, 1);
      await store.freeze();
      await store.close();
      expect(await codeOf(store.get(sql`SELECT 1`))).toBe('rotating');
    });
  });

  describe('the same files', () => {
    test.each(LENIENT_ENGINES.map((other) => [other.name, other] as const))(
      '%s reads and writes on',
      async (__, other) => {
        const { path, key, store } = await makeStore(engine);
        await store.close();
        const there = await other.open({ path, key, create: false });
        expect(await count(there)).toBe(500);
        await there.transaction((tx) => tx.run(sql`INSERT INTO thing (word) VALUES ('from the other')`));
        expect(await there.integrityCheck()).toEqual([]);
        await there.close();
        const back = await engine.open({ path, key, create: false });
        expect(await count(back)).toBe(501);
        expect(await back.integrityCheck()).toEqual([]);
        await back.close();
      },
    );

    test.skipIf(!HAS_SQLCIPHER_CLI)(
      'the sqlcipher command line reads it, finds every page right, and its own file opens here',
      async () => {
        const { path, key, store } = await makeStore(engine);
        await store.close();
        expect(
          commandLine(
            path,
            key,
            'SELECT count(*) FROM thing; PRAGMA cipher_integrity_check; PRAGMA integrity_check;',
          ),
        ).toBe('500');
        expect(() => commandLine(path, randomBytes(32), 'SELECT count(*) FROM thing;')).toThrow();
        const made = join(makeTempDir(), 'made.db');
        commandLine(
          made,
          key,
          `CREATE TABLE thing (id INTEGER PRIMARY KEY, word TEXT); INSERT INTO thing (word) VALUES ('from outside');`,
        );
        const opened = await engine.open({ path: made, key, create: false });
        expect(await opened.get(sql`SELECT word FROM thing`)).toEqual({ word: 'from outside' });
        expect(await opened.integrityCheck()).toEqual([]);
        await opened.close();
      },
    );
  });
});

describe('the choice', () => {
  test('auto takes better-sqlite3 where Node-API 10 is there', () => {
    expect(chooseEngine('auto').name).toBe('better-sqlite3');
  });

  test.skipIf(IS_WINDOWS)(
    'without Node-API 10 auto takes the other, and the first is refused before it is loaded',
    () => {
      const versions = Object.getOwnPropertyDescriptor(process, 'versions');
      Object.defineProperty(process, 'versions', { ...versions, value: { ...process.versions, napi: '8' } });
      try {
        expect(chooseEngine('auto').name).toBe('sqlcipher');
        expect(() => chooseEngine('better-sqlite3')).toThrow(
          expect.objectContaining({ code: 'engine-missing' }),
        );
      } finally {
        if (versions !== undefined) Object.defineProperty(process, 'versions', versions);
      }
    },
  );
});
