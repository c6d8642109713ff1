/** The log as a check of all of it reads it, against the rows as the engine gives them: whatever stands in a column, no two rows look alike that did not before. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../main/vault/app-error.ts';
import type { LogRow } from '../../../main/vault/log/audit-log.ts';
import { allChains } from '../../../main/vault/log/chains.ts';
import { readLog, ROWS_AT_ONCE, selectRows } from '../../../main/vault/log/read-log.ts';
import type { ReadableStore, WritableStore } from '../../../main/vault/store/store.ts';
import { ENGINES } from '../../support/engines.ts';
import { type LogDesk, SIGNERS, entry, makeLogDesk, writeEntries } from '../../support/log-desk.ts';
import { words } from '../../support/words.ts';

const COLUMNS = words(
  'segment_id time staff_id cosigner_id action person_id field reason ticket outcome detail',
  'prev_hash hash tag signature',
);

/** As SQL writes them: everything that a column could be made to hold. */
const HOSTILE = [
  'NULL',
  '0',
  '1',
  '-1',
  '5',
  '5.0',
  '0.1',
  '1e300',
  '-1e300',
  '9e999',
  '-9e999',
  '9007199254740993',
  '-9223372036854775808',
  '1764350000000.0001',
  '4503599627370496.5',
  `''`,
  `'5'`,
  `'null'`,
  `'a","b'`,
  `'a\\"],[\\\\'`,
  `'[1,2]'`,
  `char(0)`,
  `'a' || char(0) || 'b'`,
  `'a' || char(1, 10, 127, 133, 8232, 65533)`,
  `'何' || char(128512)`,
  `CAST(x'c3' AS TEXT)`,
  `CAST(x'eda080' AS TEXT)`,
  `CAST(x'61ff62' AS TEXT)`,
  `CAST(x'c080' AS TEXT)`,
  `CAST(x'e4bd22' AS TEXT)`,
  `x''`,
  `x'00'`,
  `x'35'`,
  `CAST('open' AS BLOB)`,
  // What SQLite takes for JSON of its own, and shows as that.
  `jsonb('"open"')`,
  `jsonb('5')`,
  `jsonb('null')`,
  `jsonb('["a"]')`,
  `zeroblob(31)`,
  `zeroblob(32)`,
  `zeroblob(33)`,
  `CAST(zeroblob(32) AS TEXT)`,
  `hex(zeroblob(40000))`,
];

const plain = (rows: readonly LogRow[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value instanceof Uint8Array ? `bytes ${Buffer.from(value).toString('hex')}` : value,
      ]),
    ),
  );

async function readAll(store: ReadableStore): Promise<readonly LogRow[]> {
  const all: LogRow[] = [];
  for await (const rows of readLog(store)) all.push(...rows);
  return all;
}

/** Looks at rows in a table that takes anything, as whoever writes the file's pages could make them, and leaves the store as it was. */
async function inLooseTable(desk: LogDesk, look: (tx: WritableStore) => Promise<void>): Promise<void> {
  const undo = new Error('undo');
  const looked = desk.store.transaction(async (tx) => {
    const run = (text: string) => tx.run({ text, values: [] });
    await run('ALTER TABLE log_entry RENAME TO kept');
    await run(`CREATE TABLE log_entry (seq INTEGER PRIMARY KEY, ${COLUMNS.join(', ')})`);
    await run(`INSERT INTO log_entry SELECT seq, ${COLUMNS.join(', ')} FROM kept`);
    await look(tx);
    throw undo;
  });
  await expect(looked).rejects.toBe(undo);
}

const writeUnsigned = (desk: LogDesk, count: number): Promise<void> =>
  desk.log.record<void>(desk.store, async () => ({
    value: undefined,
    entries: Array.from({ length: count }, () => entry()),
  }));

/** The store, and how often it was asked for single rows. */
function watched(store: ReadableStore): ReadableStore & { readonly asked: () => number } {
  let asked = 0;
  return {
    get: (query) => store.get(query),
    all: (query) => {
      asked += 1;
      return store.all(query);
    },
    asked: () => asked,
  };
}

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  test('rows that the log wrote are read together, and are the rows', async () => {
    const desk = await makeLogDesk(engine);
    await writeUnsigned(desk, 2 * ROWS_AT_ONCE);
    await writeEntries(desk, 7);
    const store = watched(desk.store);
    const rows = await readAll(store);
    expect(store.asked()).toBe(0);
    expect(plain(rows)).toEqual(plain(await desk.store.all<LogRow>(selectRows(allChains, 'ORDER BY seq'))));
  });

  test(`${COLUMNS.length * HOSTILE.length} values that no entry was written with are seen as they are`, async () => {
    const desk = await makeLogDesk(engine);
    await writeEntries(desk, 3);
    await inLooseTable(desk, async (tx) => {
      const differing: string[] = [];
      for (const column of COLUMNS)
        for (const value of HOSTILE) {
          await tx.run({ text: `UPDATE log_entry SET ${column} = ${value} WHERE seq = 2`, values: [] });
          const [seen, there] = [
            await readAll(tx),
            await tx.all<LogRow>(selectRows(allChains, 'ORDER BY seq')),
          ];
          if (JSON.stringify(plain(seen)) !== JSON.stringify(plain(there)))
            differing.push(`${column} = ${value}`);
          await tx.run({
            text: `UPDATE log_entry SET ${column} = (SELECT ${column} FROM kept WHERE seq = 2) WHERE seq = 2`,
            values: [],
          });
        }
      expect(differing).toEqual([]);
      expect(plain(await readAll(tx))).toEqual(
        plain(await tx.all<LogRow>(selectRows(allChains, 'ORDER BY seq'))),
      );
    });
  });

  test('texts of any characters and signatures of any bytes are read together, each in its place', async () => {
    const desk = await makeLogDesk(engine);
    const text = fc.string({ unit: 'binary', maxLength: 9 }).map((drawn) => drawn.replaceAll('\ufffd', ''));
    const textOrNone = fc.option(text);
    const link = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const signature = fc.option(fc.uint8Array({ maxLength: 34 }));
    const texts = fc.tuple(text, textOrNone, text, textOrNone, textOrNone, textOrNone, text, textOrNone);
    const values = fc.tuple(texts, fc.option(fc.maxSafeInteger()), fc.tuple(link, link, link), signature);
    await inLooseTable(desk, async (tx) => {
      await tx.runMany(
        `INSERT INTO log_entry (segment_id, time, staff_id, cosigner_id, action, field, reason, ticket, outcome, detail, person_id, prev_hash, hash, tag, signature)
         VALUES (1, 1, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS INTEGER), ?, ?, ?, ?)`,
        fc
          .sample(values, { numRuns: 400, seed: 7 })
          .map(([said, personId, links, signed]) => [...said, personId, ...links, signed]),
      );
      const store = watched(tx);
      const rows = await readAll(store);
      expect(store.asked()).toBe(0);
      expect(plain(rows)).toEqual(plain(await tx.all<LogRow>(selectRows(allChains, 'ORDER BY seq'))));
    });
  });

  test('rows whose numbers lie far apart are all seen, and those below and above what JavaScript counts', async () => {
    const desk = await makeLogDesk(engine);
    await writeEntries(desk, 2);
    await inLooseTable(desk, async (tx) => {
      for (const seq of ['-9223372036854775808', '-9007199254740993', '-4', '70000', '9223372036854775807'])
        await tx.run({
          text: `INSERT INTO log_entry SELECT ${seq}, ${COLUMNS.join(', ')} FROM kept WHERE seq = 1`,
          values: [],
        });
      expect((await readAll(tx)).map(({ seq }) => seq)).toEqual([
        -(2 ** 63),
        -(2 ** 53),
        -4,
        1,
        2,
        70_000,
        2 ** 63,
      ]);
    });
  });

  test('entries that are written while the log is read are read as well, each once', async () => {
    const desk = await makeLogDesk(engine);
    await writeUnsigned(desk, ROWS_AT_ONCE + 3);
    const seen: number[] = [];
    let toWrite = [2, ROWS_AT_ONCE - 5, 1];
    for await (const rows of readLog(desk.store)) {
      seen.push(...rows.map(({ seq }) => seq));
      const [now, ...later] = toWrite;
      toWrite = later;
      if (now !== undefined) await writeUnsigned(desk, now);
    }
    expect(toWrite).toEqual([]);
    expect(seen).toEqual(Array.from({ length: 2 * ROWS_AT_ONCE + 1 }, (_, index) => index + 1));
  });

  test('the engine has the rows to read that follow, before a check has those before them', async () => {
    const desk = await makeLogDesk(engine);
    await writeUnsigned(desk, 3 * ROWS_AT_ONCE);
    const asked: unknown[] = [];
    const store: ReadableStore = {
      ...desk.store,
      get: (query) => {
        asked.push(query.values[0]);
        return desk.store.get(query);
      },
    };
    const wereAsked: boolean[] = [];
    for await (const rows of readLog(store)) wereAsked.push(asked.includes(rows.at(-1)?.seq));
    // Where the log begins has to be found first.
    expect(wereAsked).toEqual([false, true, true]);
  });

  test('a text that is no UTF-8 is read as the engine gives it', async () => {
    const desk = await makeLogDesk(engine);
    await writeEntries(desk, 3);
    await inLooseTable(desk, async (tx) => {
      await tx.run({ text: `UPDATE log_entry SET reason = CAST(x'61ff' AS TEXT) WHERE seq = 2`, values: [] });
      const store = watched(tx);
      await readAll(store);
      expect(store.asked()).toBe(1);
    });
  });

  test('rows that the engine does not put together are read one by one', async () => {
    const desk = await makeLogDesk(engine);
    await writeEntries(desk, 3);
    const tooBig: ReadableStore = {
      get: (query) =>
        query.text.includes('json_group_array')
          ? Promise.reject(Object.assign(new Error('string or blob too big'), { code: 'SQLITE_TOOBIG' }))
          : desk.store.get(query),
      all: (query) => desk.store.all(query),
    };
    expect(plain(await readAll(tooBig))).toEqual(plain(await readAll(desk.store)));
  });

  test('a damaged store is said to be damaged', async () => {
    const desk = await makeLogDesk(engine);
    await writeEntries(desk, 1);
    const damaged: ReadableStore = {
      ...desk.store,
      get: (query) =>
        query.text.includes('json_group_array')
          ? Promise.reject(new AppError('store-damaged'))
          : desk.store.get(query),
    };
    await expect(readAll(damaged)).rejects.toMatchObject({ code: 'store-damaged' });
  });

  test('other work runs while a log is checked', async () => {
    const desk = await makeLogDesk(engine);
    // Without signatures, which leave this thread by themselves.
    await writeUnsigned(desk, 3 * ROWS_AT_ONCE);
    let turns = 0;
    const beat = setInterval(() => (turns += 1), 0);
    expect(await desk.log.verify(desk.store, SIGNERS)).toMatchObject({ ok: true });
    clearInterval(beat);
    expect(turns).toBeGreaterThan(0);
  });
});
