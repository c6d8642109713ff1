/** Declarations of all features about their tables, joined: facts by table, the facts that follow, and the statements of the first schema. */
import type { RecordEntity } from '../../../contract/retention/lists.ts';
import type { FeatureSchema, Merging, PersonalClass, TableFacts } from './schema/feature-schema.ts';
import * as schema from './schema/index.ts';

type Feature = (typeof schema)[keyof typeof schema];
type Named<F, Facts> = F extends { readonly tables: infer Tables }
  ? { [T in keyof Tables & string]: Tables[T] extends Facts ? T : never }[keyof Tables & string]
  : never;

/** Tables that have such facts. */
export type TableWith<Facts> = Named<Feature, Facts>;
/** A table of the store. */
export type TableName = TableWith<unknown>;
/** A table whose rows have numbers. */
export type NumberedTable = TableWith<{ readonly numbered: 'rows' | 'segments' }>;
/** A table with whose rows a merge does this. */
export type MergedTable<M extends Merging> = TableWith<{ readonly ofPeople: { readonly merged: M } }>;

const FEATURES: readonly FeatureSchema[] = Object.values(schema);

/** Facts about every table of the store. */
export const TABLES = Object.assign({}, ...FEATURES.map(({ tables }) => tables)) as Readonly<
  Record<TableName, TableFacts>
>;

/** Names of all tables. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** Kinds of statements in the order in which they run: an index or a trigger may be on another feature's table. */
const KINDS = [/^CREATE TABLE /, /^CREATE (UNIQUE )?INDEX /, /^INSERT INTO /, /^CREATE TRIGGER /] as const;

/** Statements of all features, by their kind. */
export const FIRST_SCHEMA: readonly string[] = KINDS.flatMap((kind) =>
  FEATURES.flatMap(({ statements }) => statements.filter((text) => kind.test(text))),
);

// --- what follows

/** Whether every desk has the rows that any desk has written. */
export const isShared = (table: TableName): boolean => !['derived', 'local'].includes(TABLES[table].desks);

const split = (columns: string | undefined): readonly string[] => columns?.split(', ') ?? [];

/** All columns of a table. */
export function columnsOf(table: TableName): readonly string[] {
  const { nobody, room, staff, rows = {}, person, personal = {} } = TABLES[table].columns;
  return [...[nobody, room, staff, person, ...Object.values(personal)].flatMap(split), ...Object.keys(rows)];
}

/** Groups of columns that mean something only together, as far as they are named. */
export const groupsOf = (table: TableName): readonly (readonly string[])[] =>
  (TABLES[table].groups ?? []).map(split);

/** Columns that have a person's number. */
export const personColumns = (table: TableName): readonly string[] => split(TABLES[table].columns.person);

/** Columns that triggers keep. */
export const maintainedColumns = (table: TableName): readonly string[] => split(TABLES[table].maintained);

/** Columns that hold such of people. */
export const columnsOfClass = (table: TableName, its: PersonalClass): readonly string[] =>
  split(TABLES[table].columns.personal?.[its]);

/** Columns with numbers of rows of another table, and that table. */
export const linksOf = (table: TableName): readonly (readonly [column: string, to: TableName])[] =>
  Object.entries(TABLES[table].columns.rows ?? {}) as readonly (readonly [string, TableName])[];

/** SQL: no value is sealed in the batch of this alias any more, nor set aside with it. */
export const isEmptyBatch = (batch: string): string =>
  TABLE_NAMES.flatMap((table) =>
    linksOf(table).flatMap(([column, to]) =>
      to === 'seal_batch' ? [`NOT EXISTS (SELECT 1 FROM ${table} WHERE ${column} = ${batch}.id)`] : [],
    ),
  ).join(' AND ');

/** Tables with whose rows a merge does this. */
export const tablesMerged = <M extends Merging>(how: M): readonly MergedTable<M>[] =>
  TABLE_NAMES.filter((table): table is MergedTable<M> => TABLES[table].ofPeople?.merged === how);

/** Tables of whose rows deletion says this. */
export const tablesErased = (how: 'cascade' | 'by-number' | 'with-import'): readonly TableName[] =>
  TABLE_NAMES.filter((table) => TABLES[table].ofPeople?.erased === how);

/** The table of a kind of record that has a rule of its own. */
export function tableOfRecords(entity: RecordEntity): NumberedTable {
  const table = TABLE_NAMES.find(
    (name): name is NumberedTable =>
      TABLES[name].ofPeople?.kept === entity && TABLES[name].numbered !== undefined,
  );
  if (table === undefined) throw new RangeError(`no table of ${entity}`);
  return table;
}
