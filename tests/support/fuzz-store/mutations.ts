/** What somebody with the store key may write: one change of a store, chosen by a seed, in words from which it can be made again. */
import fc from 'fast-check';
import type { Column, Opening, SchemaRow, Table } from './attacker.ts';
import { SCHEMA_CHANGES } from './schema-changes.ts';

/** A value in so many words that it can be printed. */
export type Value =
  | { readonly as: 'null' }
  /** Decimal; a bigint where it is whole. */
  | { readonly as: 'number'; readonly of: string }
  | { readonly as: 'text'; readonly of: string }
  | { readonly as: 'repeated'; readonly of: string; readonly times: number }
  | { readonly as: 'bytes'; readonly length: number }
  /** What the same column of another row holds. */
  | { readonly as: 'of-row'; readonly row: number }
  /** The bytes that are there, one bit turned. */
  | { readonly as: 'bit'; readonly at: number }
  /** The JSON that is there, with another leaf or another name. */
  | { readonly as: 'json'; readonly at: number; readonly put: Value; readonly renames: boolean };

export type Mutation =
  | {
      readonly kind: 'cell';
      readonly table: string;
      readonly row: number;
      readonly column: string;
      readonly value: Value;
    }
  | {
      readonly kind: 'swap';
      readonly table: string;
      readonly row: number;
      readonly other: number;
      readonly column: string;
    }
  | {
      readonly kind: 'copy';
      readonly table: string;
      readonly row: number;
      readonly column: string;
      readonly value: Value;
    }
  | { readonly kind: 'delete'; readonly table: string; readonly row: number }
  | { readonly kind: 'delete-all'; readonly table: string }
  | { readonly kind: 'insert'; readonly table: string; readonly values: readonly Value[] }
  | {
      readonly kind: 'move';
      readonly table: string;
      readonly column: string;
      readonly from: number;
      readonly to: number;
    }
  /** An entry of the roster that an admin signs behind the last one: that of a row, with another number in it. */
  | {
      readonly kind: 'signed';
      readonly table: 'roster_entry';
      readonly row: number;
      readonly at: number;
      readonly of: string;
    }
  | { readonly kind: 'schema'; readonly change: string; readonly object: number; readonly other: number };

/** Every so many seeds one is for the schema, also of the few of a quick run; the others are for the tables in turn. */
const SCHEMA_EVERY = 6;
/** And one is what an admin signs. */
const SIGNED_EVERY = 20;
/** Where a change cannot be made, the next of the same seed is. */
const CHOICES = 100;

const NUMBERS = [
  '0', '-1', '1', '2', '3', '1.5', '-0.5', '1e308', '1000000000000000', '65535', '65536',
  String(2n ** 31n), String(2n ** 32n), String(2n ** 32n + 1n), String(2n ** 48n - 1n), String(2n ** 48n),
  String(2n ** 53n - 1n), String(2n ** 53n), String(2n ** 63n - 1n), String(-(2n ** 63n)),
]; // oxfmt-ignore
const TEXTS = [
  '', ' ', '0', '-1', '1e999', 'NaN', 'null', '*', '%_%', '\u202e', 'a\u0000b', '\u001e{"a":1}',
  `'; DROP TABLE log_entry; --`,
  `name = (SELECT hex(value) FROM meta), name`,
  `x') ; ATTACH DATABASE 'loot.db' AS loot KEY ''; CREATE TABLE loot.loot AS SELECT * FROM person; --`,
  '../../loot.json', '/nowhere/loot', String.raw`\\host\share\loot`, String.raw`C:\loot`,
  '9999-12-31', '2026-13-45', '0000-00-00', '__proto__', 'constructor', 'toString',
  'company', 'person', 'current', 'pending', 'done', 'contact', 'identity', 'masked', 'policy', 'usual',
  'note', 'phone', 'name', 'idNumber', 'guardian', 'owner', 'restored', 'recovery',
  '{"person_id":1}', '{"id":1,"name":"x"}', '[{"person_id":1}]', '[]', '{}',
]; // oxfmt-ignore

const number: fc.Arbitrary<Value> = fc.constantFrom(...NUMBERS).map((of) => ({ as: 'number', of }));
const text: fc.Arbitrary<Value> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...TEXTS).map((of): Value => ({ as: 'text', of })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom<readonly [string, number]>(
        ['x', 100_000],
        ['1', 20_000],
        ['[', 20_000],
        ['{"a":', 5_000],
        ['(', 2_000],
        ['张', 50_000],
      )
      .map(([of, times]): Value => ({ as: 'repeated', of, times })),
  },
);
const bytes: fc.Arbitrary<Value> = fc
  .constantFrom(0, 1, 12, 16, 31, 32, 33, 64, 4096, 1_000_000)
  .map((length) => ({ as: 'bytes', length }));
const missing: fc.Arbitrary<Value> = fc.constant({ as: 'null' });
const json: fc.Arbitrary<Value> = fc.record({
  as: fc.constant('json' as const),
  at: fc.nat(200),
  put: fc.oneof(number, text, missing),
  renames: fc.boolean(),
});

/** Of its own type most often, and of each other one now and then. */
const ofType = (type: Column['type'], rows: number): fc.Arbitrary<Value> => {
  const own: Readonly<Record<Column['type'], fc.Arbitrary<Value>>> = {
    INTEGER: number,
    REAL: number,
    TEXT: text,
    BLOB: bytes,
  };
  const ofRow = fc.nat(Math.max(0, rows - 1)).map((row): Value => ({ as: 'of-row', row }));
  return fc.oneof(
    { weight: 8, arbitrary: own[type] },
    { weight: rows > 0 ? 6 : 0, arbitrary: ofRow },
    { weight: type === 'TEXT' ? 4 : 0, arbitrary: json },
    { weight: type === 'BLOB' ? 4 : 0, arbitrary: fc.nat(100_000).map((at): Value => ({ as: 'bit', at })) },
    { weight: 1, arbitrary: number },
    { weight: 1, arbitrary: text },
    { weight: 1, arbitrary: bytes },
    { weight: 2, arbitrary: missing },
  );
};

function ofTable(table: Table): fc.Arbitrary<Mutation> {
  const { name, columns, rows } = table;
  const row = fc.nat(Math.max(0, rows.length - 1));
  const insert = fc
    .tuple(...columns.map(({ type }) => ofType(type, rows.length)))
    .map((values): Mutation => ({ kind: 'insert', table: name, values }));
  if (rows.length === 0) return insert;
  const cell = fc
    .constantFrom(...columns)
    .chain((column) =>
      fc
        .record({ row, value: ofType(column.type, rows.length) })
        .map((chosen) => ({ ...chosen, column: column.name })),
    );
  const column = fc.constantFrom(...columns).map((one) => one.name);
  const numbers = columns.filter(({ type }) => type === 'INTEGER').map((one) => one.name);
  const many = { weight: rows.length > 1 ? 1 : 0 };
  return fc.oneof<fc.WeightedArbitrary<Mutation>[]>(
    { weight: 12, arbitrary: cell.map((chosen) => ({ kind: 'cell', table: name, ...chosen })) },
    { weight: 2, arbitrary: cell.map((chosen) => ({ kind: 'copy', table: name, ...chosen })) },
    {
      weight: 2 * many.weight,
      arbitrary: fc
        .record({ row, other: row, column })
        .map((chosen) => ({ kind: 'swap', table: name, ...chosen })),
    },
    { weight: 2, arbitrary: row.map((chosen) => ({ kind: 'delete', table: name, row: chosen })) },
    { weight: 1, arbitrary: fc.constant({ kind: 'delete-all', table: name }) },
    { weight: 2, arbitrary: insert },
    {
      weight: numbers.length > 0 ? 2 : 0,
      arbitrary: fc
        .record({ column: fc.constantFrom(...(numbers.length > 0 ? numbers : [''])), from: row, to: row })
        .map((chosen) => ({ kind: 'move', table: name, ...chosen })),
    },
  );
}

/** The changes one after another, so that none is left to chance. */
const ofSchema = (schema: readonly SchemaRow[], at: number): fc.Arbitrary<Mutation> => {
  const changes = Object.keys(SCHEMA_CHANGES);
  return fc.record({
    kind: fc.constant('schema' as const),
    change: fc.constant(changes[at % changes.length]!),
    object: fc.nat(schema.length - 1),
    other: fc.nat(schema.length - 1),
  });
};

const ofSigned = (tables: readonly Table[]): fc.Arbitrary<Mutation> =>
  fc.record({
    kind: fc.constant('signed' as const),
    table: fc.constant('roster_entry' as const),
    row: fc.nat(tables.find(({ name }) => name === 'roster_entry')!.rows.length - 1),
    at: fc.nat(20),
    of: fc.constantFrom(...NUMBERS),
  });

/** In the order in which they are tried; every table has its turn, and the schema. */
export function mutationsOf({ tables: all, schema }: Opening, seed: number): readonly Mutation[] {
  const tables = all.filter(({ rows }) => rows.length > 0);
  const ofSchemas = Math.floor(seed / SCHEMA_EVERY);
  const mutation =
    seed % SCHEMA_EVERY === 0
      ? ofSchema(schema, ofSchemas - 1)
      : seed % SIGNED_EVERY === 1
        ? ofSigned(tables)
        : ofTable(tables[(seed - ofSchemas - 1) % tables.length]!);
  return fc.sample(mutation, { seed, numRuns: CHOICES });
}
