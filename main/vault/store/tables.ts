/** What the features say of their tables, joined: facts by table, and the statements of the first schema. */
import type { FeatureSchema, TableFacts } from './schema/feature-schema.ts';
import * as schema from './schema/index.ts';

type Feature = (typeof schema)[keyof typeof schema];
type TablesOf<F> = F extends { readonly tables: infer Tables } ? keyof Tables & string : never;
type NumberedIn<Tables> = {
  [T in keyof Tables & string]: Tables[T] extends { readonly numbered: string } ? T : never;
}[keyof Tables & string];
type NumberedOf<F> = F extends { readonly tables: infer Tables } ? NumberedIn<Tables> : never;

/** A table of the store. */
export type TableName = TablesOf<Feature>;
/** A table whose rows have numbers. */
export type NumberedTable = NumberedOf<Feature>;

const FEATURES: readonly FeatureSchema[] = Object.values(schema);

/** Facts about every table of the store. */
export const TABLES = Object.assign({}, ...FEATURES.map(({ tables }) => tables)) as Readonly<
  Record<TableName, TableFacts>
>;

/** Names of all tables. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** What has to be there first: an index or a trigger may be on another feature's table. */
const KINDS = [/^CREATE TABLE /, /^CREATE (UNIQUE )?INDEX /, /^INSERT INTO /, /^CREATE TRIGGER /] as const;

/** Statements of all features, by their kind. */
export const FIRST_SCHEMA: readonly string[] = KINDS.flatMap((kind) =>
  FEATURES.flatMap(({ statements }) => statements.filter((text) => kind.test(text))),
);
