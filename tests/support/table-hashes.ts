/** What every table of a store holds, as a hash each, so that two moments can be compared table by table. */
import { createHash } from 'node:crypto';
import { sql } from '../../main/vault/store/sql.ts';
import type { ReadableStore } from '../../main/vault/store/store.ts';

/** All tables but those whose names begin with one of `without`. */
export async function hashTables(
  store: ReadableStore,
  without: readonly string[] = [],
): Promise<Readonly<Record<string, string>>> {
  const tables = await store.all<{ readonly name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  const hashes: Record<string, string> = {};
  // What waits to be sent says what the other tables say.
  const left = ['op_out', ...without];
  for (const { name } of tables.filter((table) => !left.some((start) => table.name.startsWith(start)))) {
    const rows = await store.all<Record<string, unknown>>({ text: `SELECT * FROM ${name}`, values: [] });
    const lines = rows.map((row) =>
      JSON.stringify(
        Object.entries(row).map(([column, value]) => [
          column,
          value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
        ]),
      ),
    );
    hashes[name] =
      `${rows.length} ${createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16)}`;
  }
  return hashes;
}
