/** Rows that two desks have added and that are one: from then on the number of the later, as a key or a reference, means the one that stayed. */
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { TableName } from '../store/tables.ts';
import type { ColumnChange, OpContent, TableChanges, Value } from './op-content.ts';
import type { SharedTable } from './shared-tables.ts';

/** `waiting`: the op of this desk that has no place yet and makes it so; null at its place. */
export const putAlias = (
  tx: WritableStore,
  of: {
    readonly table: TableName;
    readonly gone: Value;
    readonly into: Value;
    readonly waiting: number | null;
  },
): Promise<unknown> =>
  tx.run(
    sql`INSERT OR REPLACE INTO row_alias (of_table, gone_id, into_id, waiting) VALUES (${of.table}, ${of.gone}, ${of.into}, ${of.waiting})`,
  );

/** What an op that is taken back has made one is so no longer; what has its place is so for good. */
export async function settleAliases(tx: WritableStore, n: number, has: 'place' | 'none'): Promise<void> {
  await tx.run(
    has === 'place'
      ? sql`UPDATE row_alias SET waiting = NULL WHERE waiting = ${n}`
      : sql`DELETE FROM row_alias WHERE waiting = ${n}`,
  );
}

/** The content with every number that is gone as the number that stayed. */
export async function followAliases(
  store: ReadableStore,
  tables: readonly SharedTable[],
  content: OpContent,
): Promise<OpContent> {
  const rows = await store.all<{ readonly table: string; readonly gone: number; readonly into: number }>(
    sql`SELECT of_table AS "table", gone_id AS gone, into_id AS "into" FROM row_alias`,
  );
  if (rows.length === 0) return content;
  const aliases = new Map(rows.map(({ table, gone, into }) => [`${table} ${gone}`, into]));
  return content.map((changes) => {
    const table = tables.find(({ name }) => name === changes.table);
    return table === undefined ? changes : followIn(changes, table, aliases);
  });
}

function followIn(
  changes: TableChanges,
  { name, key, links }: SharedTable,
  aliases: ReadonlyMap<string, number>,
): TableChanges {
  const leadsTo = new Map<string, string>(links);
  const follow = (column: string, value: Value): Value => {
    const to = leadsTo.get(column);
    return to === undefined ? value : (aliases.get(`${to} ${String(value)}`) ?? value);
  };
  const ofKey = (values: readonly Value[]): readonly Value[] =>
    values.map((value, at) => {
      const column = key[at]?.name ?? '';
      return column === 'id' ? (aliases.get(`${name} ${String(value)}`) ?? value) : follow(column, value);
    });
  return {
    ...changes,
    added: changes.added.map((row) => row.map((value, at) => follow(changes.columns[at] ?? '', value))),
    changed: changes.changed.map((change) => ({
      key: ofKey(change.key),
      columns: change.columns.map(([column, before, after]): ColumnChange => [
        column,
        follow(column, before),
        follow(column, after),
      ]),
    })),
    removed: changes.removed.map(ofKey),
  };
}
