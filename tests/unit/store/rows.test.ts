/** Rows that there have to be, and rows that have to be as a request has seen them. */
import { expect, it } from 'vitest';
import { asSeen, countOf, countRowsOf, orNotFound, requireRow } from '../../../main/vault/store/rows.ts';
import { type Sql, sql, startingWith } from '../../../main/vault/store/sql.ts';
import type { ReadableStore } from '../../../main/vault/store/store.ts';

/** Answers every query with `row`, and keeps what was asked. */
const storeOf = (row: unknown, asked: Sql[] = []): ReadableStore =>
  ({
    get: async (query: Sql) => {
      asked.push(query);
      return row;
    },
  }) as unknown as ReadableStore;

it('what is nothing is not found', async () => {
  expect(orNotFound(0)).toBe(0);
  expect(() => orNotFound(null)).toThrow(expect.objectContaining({ code: 'not-found' }));
  await expect(requireRow(storeOf(undefined), sql`SELECT 1`)).rejects.toMatchObject({ code: 'not-found' });
  await expect(requireRow(storeOf({ id: 1 }), sql`SELECT 1`)).resolves.toEqual({ id: 1 });
});

it('a row of another version than was seen has changed meanwhile; any will do where none was', () => {
  const row = { id: 1, version: 2 };
  expect(asSeen(row, 2)).toBe(row);
  expect(asSeen(row, undefined)).toBe(row);
  expect(() => asSeen(row, 1)).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
});

it('counts what a query selects, and the rows of a query', async () => {
  const asked: Sql[] = [];
  expect(await countOf(storeOf({ n: 4 }), sql`SELECT 4 AS n`)).toBe(4);
  expect(await countOf(storeOf(undefined), sql`SELECT 4 AS n`)).toBe(0);
  expect(await countRowsOf(storeOf({ n: 2 }, asked), sql`SELECT id FROM room WHERE id > ${5}`)).toBe(2);
  expect(asked).toEqual([
    { text: 'SELECT count(*) AS n FROM (SELECT id FROM room WHERE id > ?)', values: [5] },
  ]);
});

it('statements that begin alike bind what follows them', () => {
  const rows = startingWith('SELECT id FROM paper');
  expect(rows('WHERE id = ?', 3)).toEqual({ text: 'SELECT id FROM paper WHERE id = ?', values: [3] });
});
