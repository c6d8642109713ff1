/** Removes a row at its place in the order: not one that others need, and not without telling what goes along that its author did not know of. */
import { SEALED_FIELD_IDS, belongsTo } from '../../../contract/fields.ts';
import { TABLES } from '../store/tables.ts';
import { RECORD_TABLES } from '../people/record-tables.ts';
import { query, whereKey } from './applying.ts';
import type { Row } from './losses.ts';
import type { Value } from './op-content.ts';
import { type Place, lose } from './places.ts';
import type { SharedTable } from './shared-tables.ts';

interface Reached {
  readonly table: SharedTable;
  readonly key: readonly Value[];
}

/** A row that others refer to stays, unless they go with it. That something swept up is used again is told to nobody. */
export async function removeRow(place: Place, table: SharedTable, key: readonly Value[]): Promise<void> {
  const row = await readRow(place, table, key);
  if (row === undefined) return;
  const along = await reach(place, table, key);
  if (along === null) {
    if (TABLES[table.name].unsaid?.includes('-') !== true) await lose(place, table, key, 'needed', {});
    return;
  }
  const values = await valuesAt(place, table, row);
  for (const one of [...along, ...values].filter((each) => !isTold(place, each))) {
    const gone = await readRow(place, one.table, one.key);
    if (gone !== undefined) await lose(place, one.table, one.key, 'gone', gone);
  }
  for (const one of values) await drop(place, one);
  await drop(place, { table, key });
}

const drop = ({ tx }: Place, { table, key }: Reached): Promise<unknown> =>
  tx.run(query(`DELETE FROM ${table.name} WHERE ${whereKey(table)}`, key));

const readRow = ({ tx }: Place, table: SharedTable, key: readonly Value[]): Promise<Row | undefined> =>
  tx.get<Row>(
    query(
      `SELECT ${[...table.key, ...table.rest].map(({ name }) => name).join(', ')} FROM ${table.name} WHERE ${whereKey(table)}`,
      key,
    ),
  );

const isTold = ({ content }: Place, { table, key }: Reached): boolean =>
  content.some(
    (changes) =>
      changes.table === table.name &&
      changes.removed.some((one) => one.every((value, at) => value === key[at])),
  );

/** Rows that go with it by foreign keys; null where one refers to it, or to what would go, that would not go as well. */
async function reach(
  place: Place,
  table: SharedTable,
  key: readonly Value[],
): Promise<readonly Reached[] | null> {
  const along: Reached[] = [];
  for (const child of place.tables)
    for (const parent of child.parents.filter((one) => one.table === table.name)) {
      // What refers to nothing else would be left of nothing.
      const others = child.parents.filter((one) => one !== parent).flatMap(({ from }) => from);
      const only = parent.onDelete === 'SET NULL' ? others.map((name) => ` AND ${name} IS NULL`) : [];
      const rows = await place.tx.all<Row>(
        query(
          `SELECT ${child.key.map(({ name }) => name).join(', ')} FROM ${child.name} WHERE ${parent.from.map((name) => `${name} = ?`).join(' AND ')}${only.join('')}`,
          parent.to.map((name) => key[table.key.findIndex((column) => column.name === name)] ?? null),
        ),
      );
      if (rows.length > 0 && parent.onDelete !== 'CASCADE') return null;
      for (const row of rows) {
        const childKey = child.key.map(({ name }) => row[name] ?? null);
        const further = await reach(place, child, childKey);
        if (further === null) return null;
        along.push({ table: child, key: childKey }, ...further);
      }
    }
  return along;
}

/** Values at the place of a record that goes, which no foreign key takes along. */
async function valuesAt(place: Place, table: SharedTable, row: Row): Promise<readonly Reached[]> {
  const fields = fieldsAt(table.name);
  const values = place.tables.find(({ name }) => name === 'sealed_value');
  if (fields.length === 0 || values === undefined || (row['ordinal'] ?? null) === null) return [];
  const rows = await place.tx.all<{ readonly id: number }>(
    query(
      `SELECT id FROM sealed_value WHERE person_id = ? AND ordinal = ? AND replaced_at IS NULL AND field IN (${fields.map(() => '?').join(', ')}) ORDER BY id`,
      [row['person_id'] ?? null, row['ordinal'] ?? null, ...fields],
    ),
  );
  return rows.map(({ id }) => ({ table: values, key: [id] }));
}

/** Sealed fields that belong to records of a table. */
const fieldsAt = (table: string): readonly string[] =>
  SEALED_FIELD_IDS.filter((field) => recordOf(field) === table);

/** The table of the records that a sealed field belongs to; null for a field of the person's own. */
export function recordOf(field: (typeof SEALED_FIELD_IDS)[number]): string | null {
  const kind = belongsTo(field);
  if (kind === null) return null;
  return kind === 'note' ? 'counter_note' : RECORD_TABLES[kind].name;
}
