/** What is left of deleted people in the bytes of a store: every page decrypted, free space included, on each engine. */
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { deletePeople } from '../../../main/vault/erasure/delete-people.ts';
import { searchStore } from '../../../main/vault/erasure/residual-scan.ts';
import { createTraces } from '../../../main/vault/erasure/erased-values.ts';
import { keepAfter, keepBefore } from '../../../main/vault/records/merge-journal.ts';
import { decryptPage } from '../../../main/vault/store/engine/pages.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { personColumns, tablesErased } from '../../../main/vault/store/tables.ts';
import { ENGINES } from '../../support/engines.ts';
import {
  type SealValues,
  generateHouseholds,
  insertEstate,
  sealNothing,
} from '../../support/generate-people.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const PAGE_BYTES = 4096;
/** Enough for trees of three levels, whose pages are joined and split while people go. */
const RESIDENTS = 1_000;

/** Ciphertexts and tags as they are: of no two values the same. */
const sealAtRandom: SealValues = async (tx, tier, values) =>
  (await sealNothing(tx, tier, values)).map((row) => ({
    ...row,
    ciphertext: randomBytes(row.ciphertext.length),
    tag: { tag: randomBytes(16), epoch: 1 },
  }));

/** Six bytes are the shortest name. One pass, whatever the number of parts. */
const HEAD = 6;
function whichAreIn(all: string, parts: readonly string[]): readonly string[] {
  const byHead = new Map<string, string[]>();
  for (const part of parts)
    byHead.set(part.slice(0, HEAD), [...(byHead.get(part.slice(0, HEAD)) ?? []), part]);
  const found = new Set<string>();
  for (let at = 0; at + HEAD <= all.length; at++)
    for (const part of byHead.get(all.slice(at, at + HEAD)) ?? [])
      if (all.startsWith(part, at)) found.add(part);
  return [...found];
}

/** Every column that names somebody in rows that go with them. */
const GOING = (['cascade', 'by-number', 'with-import'] as const)
  .flatMap(tablesErased)
  .flatMap((table) => personColumns(table).map((column) => [table, column] as const));

describe.each(ENGINES)('people deleted from a store of $name', (engine) => {
  const key = randomBytes(32);
  let path: string;
  let store: Store;

  beforeEach(async () => {
    path = join(makeTempDir(), 'store.db');
    store = await openStore({ engine, path, key, create: true });
    await insertEstate(store, generateHouseholds({ residents: RESIDENTS, seed: 7 }), sealAtRandom);
    await replacePhones();
    await store.checkpoint();
  }, 60_000);
  afterEach(() => store.close());

  /** Of every fifth of the people: the value waits for its thirty days, its tag stays with the record. */
  const replacePhones = () =>
    store.transaction(async (tx) => {
      await tx.run(sql`UPDATE sealed_value SET replaced_at = 1 WHERE field = 'phone' AND person_id % 5 = 0`);
      await tx.run(
        sql`DELETE FROM match_tag WHERE value_id IN (SELECT id FROM sealed_value WHERE replaced_at IS NOT NULL)`,
      );
    });

  /** All pages in clear, one after another, as text of single bytes. */
  const plaintext = (): string => {
    const file = readFileSync(path);
    return Array.from({ length: file.length / PAGE_BYTES }, (_, n) =>
      decryptPage(file.subarray(n * PAGE_BYTES, (n + 1) * PAGE_BYTES), n + 1, key).toString('latin1'),
    ).join('');
  };
  const latin1 = (value: string | Uint8Array): string => Buffer.from(value).toString('latin1');

  /** Everything of somebody that their rows hold: names, plates, masks, keys of search, ciphertexts, tags. */
  async function partsOf(personId: PersonId): Promise<readonly string[]> {
    const texts = await store.all<{ readonly text: string }>(sql`
      SELECT name AS text FROM person WHERE id = ${personId} UNION SELECT plate FROM vehicle WHERE person_id = ${personId}
      UNION SELECT key FROM phone_key WHERE person_id = ${personId} AND length(key) > 8
      UNION SELECT mask FROM sealed_value WHERE person_id = ${personId} AND length(mask) > 8`);
    const bytes = await store.all<{ readonly bytes: Uint8Array }>(sql`
      SELECT ciphertext AS bytes FROM sealed_value WHERE person_id = ${personId}
      UNION ALL SELECT tag FROM match_tag WHERE value_id IN (SELECT id FROM sealed_value WHERE person_id = ${personId})
      UNION ALL SELECT tag FROM former_tag WHERE person_id = ${personId}`);
    return [...texts.map(({ text }) => latin1(text)), ...bytes.map((one) => latin1(one.bytes))];
  }

  const erase = async (people: readonly PersonId[]) => {
    const traces = createTraces();
    for (let at = 0; at < people.length; at += 100)
      await store.transaction(async (tx) => {
        await tx.run(sql`
          INSERT OR IGNORE INTO erasure (id, cause, basis, people, held, rows, begun_at, done_at, made_by) VALUES (1, 'request', '', 0, 0, '{}', 0, 0, 's')`);
        return deletePeople(tx, people.slice(at, at + 100), 1, traces);
      });
    return traces;
  };
  const countsOf = async (condition: string) =>
    Promise.all(
      GOING.map(([table, column]) =>
        store.all({ text: `SELECT count(*) AS n FROM ${table} WHERE ${column} ${condition}`, values: [] }),
      ),
    );
  const plaintextOf = (all: readonly (readonly string[])[]): string => all.flat().join('\0');
  const idsOf = async (condition: string): Promise<readonly PersonId[]> =>
    (
      await store.all<{ readonly id: PersonId }>({
        text: `SELECT id FROM person WHERE ${condition}`,
        values: [],
      })
    ).map(({ id }) => id);

  it('leave nothing in any page or in the WAL: half of an estate, whose pages are joined', async () => {
    const going = await idsOf('id % 2 = 0');
    const staying = await idsOf('id % 2 = 1');
    const kept = (await Promise.all(staying.map(partsOf))).flat().join('\0');
    const parts = [...new Set((await Promise.all(going.map(partsOf))).flat())].filter(
      (part) => !kept.includes(part),
    );
    expect(parts.length).toBeGreaterThan(going.length * 3);
    const formerOf = async (rest: 0 | 1) =>
      store.get<{ readonly n: number }>(
        sql`SELECT count(*) AS n FROM former_tag WHERE person_id % 2 = ${rest}`,
      );
    const [theirs, others] = [await formerOf(0), await formerOf(1)];
    expect(theirs?.n).toBeGreaterThan(0);
    const traces = await erase(going);
    expect([await formerOf(0), await formerOf(1)]).toEqual([{ n: 0 }, others]);
    const searched = await searchStore(store, traces);
    // What SQLite leaves of rows that it has moved from page to page was there, and is not any more.
    expect(searched).toMatchObject({ found: 0, walBytes: 0, rewritten: true });
    expect(searched.searched).toBeGreaterThan(going.length * 3);
    expect(statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    const all = plaintext();
    expect(all).toContain('CREATE TABLE person');
    const left = whichAreIn(all, parts);
    expect(left).toEqual([]);
  }, 120_000);

  it('leave nothing where one alone goes, with what others share left to them', async () => {
    const one = (await idsOf('id = 501'))[0]!;
    const parts = await partsOf(one);
    const others = plaintextOf(await Promise.all((await idsOf('id <> 501')).map(partsOf)));
    const traces = await erase([one]);
    expect(await searchStore(store, traces)).toMatchObject({ found: 0, walBytes: 0 });
    const own = parts.filter((part) => !others.includes(part));
    expect(own.length).toBeGreaterThan(3);
    expect(whichAreIn(plaintext(), own)).toEqual([]);
  });

  it('are in no table but those that say why they stay, and nobody else has lost a row', async () => {
    const going = await idsOf('id % 40 = 0');
    const before = await countsOf(`NOT IN (${going.join(', ')})`);
    await erase(going);
    for (const [table, column] of GOING)
      expect(
        await store.all({
          text: `SELECT ${column} FROM ${table} WHERE ${column} IN (${going.join(', ')})`,
          values: [],
        }),
        table,
      ).toEqual([]);
    expect(await countsOf('IS NOT NULL')).toEqual(before);
    expect(await store.integrityCheck()).toEqual([]);
    expect(await store.all(sql`SELECT count(*) AS n FROM erased_person`)).toEqual([{ n: going.length }]);
  });

  it('are found where they were left: the search sees what SQL does not show', async () => {
    const one = (await idsOf('id = 501'))[0]!;
    const traces = createTraces();
    const [value] = await store.all<{ readonly ciphertext: Uint8Array }>(
      sql`SELECT ciphertext FROM sealed_value WHERE person_id = ${one}`,
    );
    traces.add(value!.ciphertext.subarray(0, 8));
    expect(await searchStore(store, traces)).toMatchObject({ found: 1, rewritten: true });
  });

  it('leave no merge that could bring them back, nor anybody who was merged into them', async () => {
    const [keep, other] = [await idsOf('id = 501'), await idsOf('id = 502')].flat() as [PersonId, PersonId];
    await store.transaction(async (tx) => {
      const run = await keepBefore(tx, { keep, other }, { at: 0, staffId: 's' as StaffId });
      await tx.run(
        sql`UPDATE vehicle SET person_id = ${keep}, ordinal = ordinal + 40 WHERE person_id = ${other}`,
      );
      await tx.run(sql`DELETE FROM person WHERE id = ${other}`);
      await keepAfter(tx, run, []);
      const later = await keepBefore(
        tx,
        { keep: 503 as PersonId, other: keep },
        { at: 0, staffId: 's' as StaffId },
      );
      await tx.run(sql`DELETE FROM person WHERE id = ${keep}`);
      await keepAfter(tx, later, []);
    });
    expect((await store.all(sql`SELECT 1 FROM merge_run`)).length).toBe(2);
    await erase([503 as PersonId]);
    expect(await store.all(sql`SELECT 1 FROM merge_run UNION ALL SELECT 1 FROM merge_row`)).toEqual([]);
  });
});
