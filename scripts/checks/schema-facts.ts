/** Holds what features say of their tables (main/vault/store/schema/) to the tables that their SQL makes: nothing is missing, extra, or said of the wrong one. */
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { RECORD_ENTITIES } from '../../contract/retention/lists.ts';
import type { FeatureSchema, TableFacts } from '../../main/vault/store/schema/feature-schema.ts';

/** Schemas by the names of their exports: `otherSystemsSchema` stands in other-systems.ts. */
type FeatureSchemas = Readonly<Record<string, FeatureSchema>>;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Rows have numbers: a key `id` that is not that of a single row. */
  readonly isNumbered: boolean;
  readonly references: readonly Reference[];
  /** Columns in which no two rows have the same, each joined as facts name them; not the number of a row. */
  readonly naturals: readonly string[];
}

interface Reference {
  readonly column: string;
  readonly to: string;
  readonly onDelete: string;
}

interface Said {
  readonly file: string;
  readonly facts: TableFacts;
}

/** One line for each fault, with table, column and the file to mend. `statements`: all that make the newest schema. */
export function schemaFaults(features: FeatureSchemas, statements: readonly string[]): readonly string[] {
  const tables = makeTables(statements);
  const said = new Map(
    Object.entries(features).flatMap(([name, { tables: facts }]) =>
      Object.entries(facts).map(([table, its]): [string, Said] => [
        table,
        { file: fileOf(name), facts: its },
      ]),
    ),
  );
  const reached = reachedByDeletion(tables, said);
  return [
    ...tables.flatMap((table) => {
      const its = said.get(table.name);
      return its === undefined
        ? [`table ${table.name}: no file of main/vault/store/schema/ states facts about it`]
        : [
            ...columnFaults(table, its.facts),
            ...referenceFaults(table, its.facts),
            ...nameFaults(its.facts),
            ...rowFaults(table, its.facts, reached),
            ...meetingFaults(table, its.facts),
          ].map((fault) => `table ${table.name}, ${fault} (${its.file})`);
    }),
    ...[...said]
      .filter(([name]) => !tables.some((table) => table.name === name))
      .map(([name, { file }]) => `table ${name}: no statement makes it (${file})`),
    ...RECORD_ENTITIES.flatMap((entity) => {
      const kept = [...said].filter(([, { facts }]) => facts.ofPeople?.kept === entity && facts.numbered);
      return kept.length === 1 ? [] : [`records of ${entity}: ${kept.length} tables are kept by that rule`];
    }),
  ];
}

const fileOf = (name: string): string =>
  `main/vault/store/schema/${name.replace(/Schema$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;

function makeTables(statements: readonly string[]): readonly Table[] {
  const db = new BetterSqlite3(':memory:');
  try {
    db.exec(statements.join(';\n'));
    const names = db
      .prepare(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .all() as { readonly name: string; readonly sql: string }[];
    return names.map(({ name, sql }) => readTable(db, name, sql));
  } finally {
    db.close();
  }
}

function readTable(db: Database, name: string, sql: string): Table {
  const columns = db.prepare('SELECT name, type, pk FROM pragma_table_info(?)').all(name) as {
    readonly name: string;
    readonly type: string;
    readonly pk: number;
  }[];
  const references = db
    .prepare(
      'SELECT "from" AS "column", "table" AS "to", on_delete AS onDelete FROM pragma_foreign_key_list(?)',
    )
    .all(name) as Reference[];
  const unique = db
    .prepare(
      `SELECT (SELECT group_concat(c.name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) c) AS columns FROM pragma_index_list(?) i WHERE i."unique"`,
    )
    .all(name) as { readonly columns: string }[];
  const primary = columns.filter(({ pk }) => pk > 0).map((column) => column.name);
  const isNumbered =
    columns.some((column) => column.name === 'id' && column.pk === 1 && column.type === 'INTEGER') &&
    !sql.includes('CHECK (id = 1)');
  return {
    name,
    columns: columns.map((column) => column.name),
    isNumbered,
    references,
    naturals: [
      ...new Set([
        ...unique.map((index) => index.columns),
        // A number that is the key has no index; that of several columns has one.
        ...(isNumbered || primary.length > 1 ? [] : primary),
      ]),
    ],
  };
}

const split = (columns: string | undefined): readonly string[] => columns?.split(', ') ?? [];

/** Each column with what it is declared to be. */
const declared = ({ columns }: TableFacts): readonly (readonly [column: string, as: string])[] => [
  ...(['nobody', 'room', 'staff', 'person'] as const).flatMap((as) =>
    split(columns[as]).map((column) => [column, as] as const),
  ),
  ...Object.entries(columns.personal ?? {}).flatMap(([as, its]) =>
    split(its).map((column) => [column, as] as const),
  ),
  ...Object.entries(columns.rows ?? {}).map(([column, to]) => [column, `rows of ${to}`] as const),
];

function columnFaults(table: Table, facts: TableFacts): readonly string[] {
  const names = declared(facts).map(([column]) => column);
  return [
    ...table.columns
      .filter((column) => !names.includes(column))
      .map((column) => `column ${column}: nobody has said whose it is`),
    ...[...names, ...split(facts.maintained)]
      .filter((column) => !table.columns.includes(column))
      .map((column) => `column ${column}: there is none of that name`),
    ...names
      .filter((column, at) => names.indexOf(column) !== at)
      .map((column) => `column ${column}: it is said to be two things`),
  ];
}

/** Returns the kind of row that a reference leads to, as facts call it. */
const leadsTo = (table: string): string =>
  table === 'person' || table === 'room' ? table : `rows of ${table}`;

function referenceFaults({ references }: Table, facts: TableFacts): readonly string[] {
  const said = new Map(declared(facts));
  return references
    .filter(({ column, to }) => said.get(column) !== leadsTo(to))
    .map(({ column, to }) => `column ${column}: it refers to ${to}, and is said to be ${said.get(column)}`);
}

/** How rows of two desks meet, of each key of a table to which every desk adds. */
function meetingFaults({ naturals, isNumbered, columns }: Table, { meets }: TableFacts): readonly string[] {
  if (meets === undefined) return [];
  return [
    ...naturals
      .filter((key) => !Object.hasOwn(meets, key))
      .map((key) => `key ${key}: nobody has said what becomes of rows that two desks add under it`),
    ...Object.keys(meets)
      .filter((key) => !naturals.includes(key))
      .map((key) => `key ${key}: there is none of these columns`),
    ...Object.entries(meets).flatMap(([key, meeting]) =>
      (meeting === 'one' && !isNumbered) || (meeting === 'replaced' && !columns.includes('replaced_at'))
        ? [`key ${key}: its rows cannot meet as ${meeting}`]
        : [],
    ),
  ];
}

/** Whoever names a column so means it. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^(.*_)?person_id$/, 'person'],
  [/^(.*_)?room_id$/, 'room'],
  [/^(.*_)?staff_id$/, 'staff'],
];

const nameFaults = (facts: TableFacts): readonly string[] =>
  declared(facts)
    .flatMap(([column, as]) => BY_NAME.map(([name, meant]) => ({ column, as, name, meant })))
    .filter(({ column, as, name, meant }) => name.test(column) && as !== meant)
    .map(
      ({ column, as, meant }) =>
        `column ${column}: by its name it leads to a ${meant}, and is said to be ${as}`,
    );

/** Tables whose rows go when somebody is deleted, by foreign keys from those that are deleted by themselves. */
function reachedByDeletion(tables: readonly Table[], said: ReadonlyMap<string, Said>): ReadonlySet<string> {
  const going = new Set(
    tables.flatMap(({ name }) =>
      name === 'person' || said.get(name)?.facts.ofPeople?.erased === 'by-number' ? [name] : [],
    ),
  );
  for (let before = -1; before !== going.size;) {
    before = going.size;
    for (const { name, references } of tables)
      if (references.some(({ to, onDelete }) => onDelete === 'CASCADE' && going.has(to))) going.add(name);
  }
  return going;
}

function rowFaults(
  { name, isNumbered }: Table,
  { numbered, ofPeople }: TableFacts,
  reached: ReadonlySet<string>,
): readonly string[] {
  const erased = ofPeople?.erased;
  return [
    ...(reached.has(name) && (erased === undefined || typeof erased === 'object')
      ? ["rows: deletion of a person takes them, and they are said to be nobody's or to stay"]
      : []),
    ...(erased === 'cascade' && !reached.has(name)
      ? ['rows: they are said to go with a person, and no foreign key sees to it']
      : []),
    ...(isNumbered === (numbered !== undefined)
      ? []
      : [
          isNumbered
            ? 'rows: they have numbers, and `numbered` does not say so'
            : 'rows: they have no numbers',
        ]),
  ];
}
