import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { ENDING_KINDS, RECORD_KINDS, type RecordKind } from '../../../contract/fields.ts';
import { ACTIONS, LOG_ACTIONS, type LogAction } from '../../../contract/log/entries.ts';
import type { ActionFacts } from '../../../contract/manifest.ts';
import type { OpContent, TableChanges } from '../../../main/vault/ops/op-content.ts';
import { beyondItsActions } from '../../../main/vault/ops/rights.ts';
import { RECORD_TABLES } from '../../../main/vault/people/record-tables.ts';
import { MIGRATIONS } from '../../../main/vault/store/migrations/index.ts';
import { TABLES, TABLE_NAMES, type TableName, isShared } from '../../../main/vault/store/tables.ts';

const factsOf = (action: LogAction): ActionFacts => ACTIONS[action];
const written = LOG_ACTIONS.flatMap((action) =>
  Object.entries(factsOf(action).writes).map(([table, ways]) => ({ action, table, ways })),
);

/** As `PRAGMA foreign_key_list` names it. */
interface ForeignKey {
  readonly table: string;
  readonly on_delete: string;
}
const DONE_TO: Readonly<Record<string, '~' | '-'>> = { CASCADE: '-', 'SET NULL': '~' };

const changes = (table: string, of: Partial<TableChanges>): TableChanges => ({
  table,
  columns: ['id'],
  keyed: 1,
  added: [],
  changed: [],
  removed: [],
  ...of,
});
const entered = (...actions: readonly string[]): TableChanges => ({
  ...changes('log_entry', {}),
  columns: ['seq', 'action'],
  added: actions.map((action, at) => [at, action]),
});

describe('what an action says that it writes', () => {
  test('is in tables that every desk has, and not in the log, which each writes', () => {
    const shared = new Set<string>(TABLE_NAMES.filter((name) => isShared(name) && !name.startsWith('log_')));
    expect(written.filter(({ table }) => !shared.has(table))).toEqual([]);
  });

  test('adds to no table that is coordinated, and removes nothing from it, unless the action is', () => {
    const free = written.filter(
      ({ action, table }) =>
        factsOf(action).work === 'free' && TABLES[table as TableName].desks === 'coordinated',
    );
    // What is attached to a draft changes when it was saved.
    expect(free).toEqual([
      { action: 'attachment-add', table: 'form_fill', ways: '~' },
      { action: 'attachment-remove', table: 'form_fill', ways: '~' },
    ]);
  });

  test('counts as a whole where a row tells of the change of another: without the change it would tell what nobody did', () => {
    const telling = LOG_ACTIONS.filter((action) => {
      const { work, writes } = factsOf(action);
      const tells = (table: string): boolean => writes[`${table}_step`]?.includes('+') === true;
      // What is attached is there, whatever becomes of the rest.
      if (writes['attachment'] !== undefined) return false;
      return (
        work === 'free' && Object.entries(writes).some(([table, ways]) => ways.includes('~') && tells(table))
      );
    });
    expect(telling.length).toBeGreaterThan(5);
    expect(telling.filter((action) => factsOf(action).whole !== true)).toEqual([]);
  });

  test.each<readonly [LogAction, string, readonly RecordKind[]]>([
    ['add', '+', RECORD_KINDS],
    ['edit', '~', RECORD_KINDS],
    ['end', '~', ENDING_KINDS],
    ['remove', '-', RECORD_KINDS],
  ])('is by %s, as %s, the table of every kind of record with which that is done', (action, way, kinds) => {
    const unsaid = kinds.filter((kind) => {
      const ways: string | undefined = factsOf(action).writes[RECORD_TABLES[kind].name];
      return ways?.includes(way) !== true;
    });
    expect(unsaid).toEqual([]);
  });

  test('is what foreign keys do to other tables when a row is removed', () => {
    const database = new BetterSqlite3(':memory:');
    for (const { statements } of MIGRATIONS) for (const statement of statements) database.exec(statement);
    const done = TABLE_NAMES.filter(isShared).flatMap((table) =>
      (database.pragma(`foreign_key_list(${table})`) as ForeignKey[]).flatMap(({ table: to, on_delete }) =>
        Object.hasOwn(DONE_TO, on_delete) ? [{ table, to, way: DONE_TO[on_delete]! }] : [],
      ),
    );
    database.close();
    expect(done.length).toBeGreaterThan(15);
    const unsaid = done.flatMap(({ table, to, way }) =>
      written
        .filter(({ table: removed, ways }) => removed === to && ways.includes('-'))
        .filter(({ action }) => factsOf(action).writes[table]?.includes(way as '-') !== true)
        .map(({ action }) => `${action} ${to} ${table}${way}`),
    );
    expect(unsaid.toSorted()).toEqual([
      // A person's spaces go with their vehicles.
      'erase vehicle space~',
      // A room stays as long as a note is of it.
      'import-undo room counter_note~',
      // Notes and notices go over to whoever stays, before the other one goes.
      'merge person counter_note-',
      'merge person notice-',
      // What has a tag goes with the person alone.
      'retention-records sealed_value match_tag-',
    ]);
  });

  test('is every shared table, somewhere, unless nothing but the first schema writes it', () => {
    const all = new Set(written.map(({ table }) => table));
    const missing = TABLE_NAMES.filter(
      (name) =>
        isShared(name) && !name.startsWith('log_') && !all.has(name) && TABLES[name].unsaid === undefined,
    );
    expect(missing).toEqual(['trace_key']);
  });
});

describe('an op', () => {
  test.each<readonly [string, OpContent, readonly string[]]>([
    [
      'does what its entry says',
      [entered('edit'), changes('person', { changed: [{ key: [1], columns: [['name', 'a', 'b']] }] })],
      [],
    ],
    [
      'does what any of its entries says',
      [entered('reveal', 'consent-tell'), changes('notice', { added: [[1]] })],
      [],
    ],
    [
      'does a step that no entry tells',
      [changes('sweep_run', { changed: [{ key: [1], columns: [['state', 'a', 'b']] }] })],
      [],
    ],
    ['goes beyond its entry', [entered('note'), changes('person', { removed: [[1]] })], ['person-']],
    [
      'goes beyond its entry in one way of several',
      [entered('paper-in'), changes('paper', { added: [[1]], removed: [[2]] })],
      ['paper-'],
    ],
    [
      'changes people with no entry',
      [changes('person', { added: [[1]], removed: [[2]] })],
      ['person+', 'person-'],
    ],
    [
      'writes keys with an entry of a reveal',
      [entered('reveal'), changes('tier_key', { added: [[1]] })],
      ['tier_key+'],
    ],
    [
      'names an action that nobody has',
      [entered('constructor', 'sudo'), changes('room', { added: [[1]] })],
      ['room+'],
    ],
  ])('that %s is told by what is beyond it', (_, content, beyond) => {
    expect(beyondItsActions(content)).toEqual(beyond);
  });
});
