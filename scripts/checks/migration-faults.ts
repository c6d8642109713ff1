/**
 * Refuses a migration behind the first schema that does more to shared tables than to add tables and columns with constant defaults. Desks of two versions
 * work side by side: whatever else reaches rows that all of them have (a backfill, a constraint, a trigger, a rule) waits until each of them knows it. What a
 * statement does is SQLite's own word, as it asks whether it may.
 */
import { DatabaseSync, constants } from 'node:sqlite';
import type { Migration } from '../../main/vault/store/migrations/index.ts';
import type { FeatureSchema } from '../../main/vault/store/schema/feature-schema.ts';

/** A column that changes no row that is there: its default is a literal, and it holds to nothing. */
const ADDED_COLUMN =
  /^ALTER TABLE \w+ ADD (?:COLUMN )?\w+ (?:INTEGER|REAL|TEXT|BLOB|ANY)(?: NOT NULL)?(?: DEFAULT (?:NULL|[+-]?\d+(?:\.\d+)?|'[^']*'|x'[0-9a-f]*'))?$/i;

const {
  SQLITE_ALTER_TABLE,
  SQLITE_CREATE_INDEX,
  SQLITE_CREATE_TABLE,
  SQLITE_CREATE_TRIGGER,
  SQLITE_DELETE,
  SQLITE_DROP_INDEX,
  SQLITE_DROP_TABLE,
  SQLITE_DROP_TRIGGER,
  SQLITE_INSERT,
  SQLITE_OK,
  SQLITE_PRAGMA,
  SQLITE_UPDATE,
} = constants;

/** In which of its names the table of each is. */
const DROPS: ReadonlyMap<number, 0 | 1> = new Map([
  [SQLITE_DROP_TABLE, 0],
  [SQLITE_DROP_INDEX, 1],
  [SQLITE_DROP_TRIGGER, 1],
]);
const WRITES: ReadonlySet<number> = new Set([SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE]);

/** One line for each fault, with the migration's id and its statement. `features`: of the newest schema. */
export function migrationFaults(
  [first, ...later]: readonly Migration[],
  features: Readonly<Record<string, FeatureSchema>>,
): readonly string[] {
  const facts = Object.assign({}, ...Object.values(features).map(({ tables }) => tables)) as Partial<
    FeatureSchema['tables']
  >;
  // Of a table that is gone nobody says what it was.
  const isShared = (table: string): boolean => !['derived', 'local'].includes(facts[table]?.desks ?? 'free');
  const db = new DatabaseSync(':memory:');
  try {
    for (const text of first?.statements ?? []) db.exec(text);
    return later.flatMap(({ id, statements }) => {
      const added = new Set<string>();
      return statements.flatMap((text) => {
        const faults = new Set<string>();
        db.setAuthorizer((code, one, two) => {
          if (code === SQLITE_CREATE_TABLE && one !== null) added.add(one);
          const fault = faultOf(code, [one ?? '', two ?? ''], text.trim(), { isShared, added });
          if (fault !== null) faults.add(`migration ${id}: ${fault}: ${text.trim()}`);
          return SQLITE_OK;
        });
        db.exec(text);
        db.setAuthorizer(null);
        return [...faults];
      });
    });
  } finally {
    db.close();
  }
}

function faultOf(
  code: number,
  names: readonly [string, string],
  text: string,
  { isShared, added }: { readonly isShared: (table: string) => boolean; readonly added: ReadonlySet<string> },
): string | null {
  const [one, two] = names;
  const isOurs = (table: string): boolean => !table.startsWith('sqlite_') && isShared(table);
  // A column that is added has the engine check its table by a pragma.
  if (code === SQLITE_PRAGMA) return /^PRAGMA\b/i.test(text) ? `sets ${one}` : null;
  if (code === SQLITE_CREATE_TABLE)
    return /\bAS\s+(?:SELECT|WITH|VALUES)\b/i.test(text) ? `fills ${one} as it makes it` : null;
  if (WRITES.has(code)) return isOurs(one) ? `writes rows of ${one}` : null;
  if (code === SQLITE_ALTER_TABLE)
    return isOurs(two) && !ADDED_COLUMN.test(text)
      ? `does more to ${two} than add a column with a constant default`
      : null;
  if (code === SQLITE_CREATE_TRIGGER) return isOurs(two) ? `puts a trigger on ${two}` : null;
  if (code === SQLITE_CREATE_INDEX)
    return isOurs(two) && !added.has(two) && /^CREATE\s+UNIQUE\b/i.test(text)
      ? `puts a constraint on ${two}`
      : null;
  const dropped = DROPS.get(code);
  const table = dropped === undefined ? undefined : names[dropped];
  return table !== undefined && isOurs(table) ? `takes something off ${table}` : null;
}
