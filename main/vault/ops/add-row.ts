/** Adds a row at its place in the order: not to what is gone, and beside a row of another desk with the same natural key as its table says. */
import { FIELDS, SEALED_FIELD_IDS } from '../../../contract/fields.ts';
import { sql } from '../store/sql.ts';
import { insertInto, query, whereKey } from './applying.ts';
import { type Row, addedRow } from './losses.ts';
import { type TableChanges, type Value, isSame } from './op-content.ts';
import { type Place, isOfErased, isThere, lose, lostOf, rowAt, whyGone } from './places.ts';
import { recordOf } from './remove-row.ts';
import { putAlias } from './row-alias.ts';
import { COUNTED, type ForeignKey, LATEST, type NaturalKey, type SharedTable } from './shared-tables.ts';

/** Adds the rows of a table: all at once where nothing is in the way of any, else one after another. */
export async function addRows(place: Place, table: SharedTable, changes: TableChanges): Promise<void> {
  if (await addAtOnce(place, table, changes)) return;
  for (const row of changes.added) await addRow(place, table, changes, row);
}

/** Whether they were added. */
async function addAtOnce(place: Place, table: SharedTable, changes: TableChanges): Promise<boolean> {
  const { tx, there } = place;
  const { added, columns, keyed } = changes;
  if (added.length < 2) return false;
  for (const values of added)
    if (
      !(await isFree(place, table, Object.fromEntries(columns.map((name, at) => [name, values[at] ?? null]))))
    )
      return false;
  await tx.run(sql`SAVEPOINT rows`);
  try {
    await tx.runMany(insertInto(changes), added);
  } catch {
    // Another row has what one of them takes. Whatever else it was comes again.
    await tx.run(sql`ROLLBACK TO rows`);
    await tx.run(sql`RELEASE rows`);
    return false;
  }
  await tx.run(sql`RELEASE rows`);
  for (const values of added) there.add(rowAt(table.name, columns.slice(0, keyed), values.slice(0, keyed)));
  return true;
}

/** Whether a row is added as it is, where no other has what it takes. */
async function isFree(place: Place, table: SharedTable, row: Row): Promise<boolean> {
  if (place.replaced.size > 0 || place.overtaken.size > 0) return false;
  if (
    place.gone.size > 0 &&
    table.links.some(([column, to]) => place.gone.has(`${to} ${String(row[column])}`))
  )
    return false;
  for (const parent of table.parents) if (!(await isParentThere(place, parent, row))) return false;
  return !(await isOfErased(place, table, row)) && hasRecord(place, table, row);
}

/** `changes`: those that the row is of, which name its columns. */
async function addRow(
  place: Place,
  table: SharedTable,
  changes: TableChanges,
  values: readonly Value[],
): Promise<void> {
  const row: Record<string, Value> = Object.fromEntries(
    changes.columns.map((name, at) => [name, values[at] ?? null]),
  );
  for (const [column, to] of table.links)
    row[column] = place.gone.get(`${to} ${String(row[column])}`) ?? row[column] ?? null;
  const key = values.slice(0, changes.keyed);
  for (const parent of table.parents) {
    if (await isParentThere(place, parent, row)) continue;
    if (
      parent.onDelete === 'SET NULL' &&
      table.parents.some((other) => other !== parent && refers(other, row))
    ) {
      for (const column of parent.from) row[column] = null;
      continue;
    }
    const lost = lostOf(place, parent.table, row[parent.from[0] ?? ''] ?? null);
    await lose(place, table, key, lost?.why ?? (await whyGone(place, table, row)), row);
    return;
  }
  if ((await isOfErased(place, table, row)) || !(await hasRecord(place, table, row))) {
    await lose(place, table, key, 'gone', row);
    return;
  }
  if (table.name === 'match_tag' && place.replaced.has(row['value_id'] ?? null)) {
    await keepFormerTag(place, row);
    return;
  }
  const natural = table.naturals.find(({ meets }) => meets === 'replaced');
  const at = JSON.stringify([table.name, ...(natural?.columns.map((name) => row[name] ?? null) ?? [])]);
  if (natural !== undefined && row['replaced_at'] === null && place.overtaken.has(at))
    await keepReplaced(place, table, changes, key, row);
  else if (!(await insert(place, changes, row))) await meet(place, table, changes, key, row);
}

const refers = ({ from }: ForeignKey, row: Row): boolean =>
  from.every((name) => (row[name] ?? null) !== null);

async function insert(
  { tx }: Place,
  changes: TableChanges,
  row: Row,
  or: 'IGNORE' | 'REPLACE' = 'IGNORE',
): Promise<boolean> {
  const values = changes.columns.map((name) => row[name] ?? null);
  return (await tx.run(query(insertInto(changes, or), values))).changes > 0;
}

async function isParentThere(place: Place, { table, from, to }: ForeignKey, row: Row): Promise<boolean> {
  const values = from.map((name) => row[name] ?? null);
  // As SQL has it: a reference with a null in it refers to nothing.
  return values.includes(null) || isThere(place, table, to, values);
}

/** Whether a sealed value that belongs to a record finds it, which is told by person and place alone. */
async function hasRecord(place: Place, table: SharedTable, row: Row): Promise<boolean> {
  if (table.name !== 'sealed_value' || row['replaced_at'] !== null) return true;
  const field = SEALED_FIELD_IDS.find((one) => one === row['field']);
  const record = field === undefined ? null : recordOf(field);
  const where = record === null ? undefined : place.tables.find(({ name }) => name === record);
  if (where === undefined) return true;
  return isThere(
    place,
    where.name,
    ['person_id', 'ordinal'],
    [row['person_id'] ?? null, row['ordinal'] ?? null],
  );
}

/** Another row has what only one may have: by the first of the natural keys in which they meet. */
async function meet(
  place: Place,
  table: SharedTable,
  changes: TableChanges,
  key: readonly Value[],
  row: Row,
): Promise<void> {
  for (const natural of table.naturals) {
    const other = await findOther(place, table, natural, row);
    if (other === undefined) continue;
    switch (natural.meets) {
      case 'apart':
      case 'first':
        return lose(place, table, key, 'taken', row);
      case 'same':
        return undefined;
      case 'later':
        // Of what was there another row goes.
        place.there.clear();
        await insert(place, changes, row, 'REPLACE');
        return undefined;
      case 'one':
        return becomeOne(place, table, key, row, other);
      case 'next':
        return takeNext(place, table, natural, changes, row);
      case 'replaced':
        return keepReplaced(place, table, changes, key, row);
    }
  }
  return lose(place, table, key, 'taken', row);
}

/** The row that has the same, where that may be only one row's. */
async function findOther(
  { tx }: Place,
  table: SharedTable,
  { columns, where }: NaturalKey,
  row: Row,
): Promise<Row | undefined> {
  const names = [...table.key, ...table.rest].map(({ name }) => name);
  const only = where === '' ? '' : ` WHERE ${where}`;
  const own = `SELECT * FROM (SELECT ${names.map((name) => `? AS ${name}`).join(', ')})${only}`;
  return tx.get<Row>(
    query(
      `SELECT o.* FROM (SELECT ${names.join(', ')} FROM ${table.name}${only}) o JOIN (${own}) n ON ${columns.map((name) => `o.${name} = n.${name}`).join(' AND ')}`,
      names.map((name) => row[name] ?? null),
    ),
  );
}

async function becomeOne(
  place: Place,
  table: SharedTable,
  key: readonly Value[],
  row: Row,
  other: Row,
): Promise<void> {
  const [gone = null, into = null] = [key[0], other['id']];
  await putAlias(place.tx, { table: table.name, gone, into, waiting: place.waiting });
  place.gone.set(`${table.name} ${String(gone)}`, into);
  await leadTo(place, table, gone, into);
  const otherwise = table.rest
    .map(({ name }) => name)
    .filter((name) => !COUNTED.has(name) && !LATEST.has(name) && name !== 'import_id' && name !== 'ordinal')
    .filter((name) => (row[name] ?? null) !== null && !isSame(row[name] ?? null, other[name] ?? null));
  if (otherwise.length > 0) await lose(place, table, key, 'one', row, otherwise);
}

/** Rows that this op has changed to refer to one that is gone refer to the one that stayed; where another has what that may have once, they are as they were. */
async function leadTo(place: Place, to: SharedTable, gone: Value, into: Value): Promise<void> {
  const { tx, tables, content } = place;
  for (const table of tables)
    for (const [column] of table.links.filter(([, name]) => name === to.name)) {
      const changes = content.find((one) => one.table === table.name)?.changed ?? [];
      for (const { key, columns } of changes) {
        if (!columns.some(([name, , value]) => name === column && value === gone)) continue;
        const where = `${whereKey(table)} AND ${column} = ?`;
        const led = await tx.run(
          query(`UPDATE OR IGNORE ${table.name} SET ${column} = ? WHERE ${where}`, [into, ...key, gone]),
        );
        if (led.changes > 0) continue;
        const undone = await tx.run(
          query(
            `UPDATE ${table.name} SET ${columns.map(([name]) => `${name} = ?`).join(', ')} WHERE ${where}`,
            [...columns.map(([, before]) => before), ...key, gone],
          ),
        );
        if (undone.changes > 0)
          await lose(
            place,
            table,
            key,
            'taken',
            Object.fromEntries(columns.map(([name, , value]) => [name, value])),
            columns.map(([name]) => name),
          );
      }
    }
}

async function takeNext(
  place: Place,
  table: SharedTable,
  { columns }: NaturalKey,
  changes: TableChanges,
  row: Row,
): Promise<void> {
  const [last = '', ...others] = columns.toReversed();
  const highest = await place.tx.get<{ readonly n: number }>(
    query(
      `SELECT max(${last}) AS n FROM ${table.name} WHERE ${others.map((name) => `${name} = ?`).join(' AND ')}`,
      others.map((name) => row[name] ?? null),
    ),
  );
  await insert(place, changes, { ...row, [last]: (highest?.n ?? 0) + 1 });
}

/** As a value that was replaced when it was written: a supervisor finds it among those. */
async function keepReplaced(
  place: Place,
  table: SharedTable,
  changes: TableChanges,
  key: readonly Value[],
  row: Row,
): Promise<void> {
  const kept = { ...row, replaced_at: row['created_at'] ?? null };
  if (!(await insert(place, changes, kept))) return lose(place, table, key, 'taken', row);
  place.replaced.set(key[0] ?? null, kept);
  return lose(place, table, key, 'replaced', row);
}

/** What a trigger does with the tag of a value when it is replaced. */
async function keepFormerTag({ tx, content, replaced }: Place, tag: Row): Promise<void> {
  const value = replaced.get(tag['value_id'] ?? null) ?? {};
  const batch = addedRow(content, 'seal_batch', value['batch_id'] ?? null);
  await tx.run(sql`
    INSERT OR IGNORE INTO former_tag (value_id, person_id, field, tier, epoch, tag, valid_from, valid_until, import_id)
    VALUES (${tag['value_id'] ?? null}, ${value['person_id'] ?? null}, ${value['field'] ?? null}, ${tag['tier'] ?? null}, ${tag['epoch'] ?? null},
      ${tag['tag'] ?? null}, ${value['created_at'] ?? null}, ${value['replaced_at'] ?? null}, ${batch?.['import_id'] ?? null})`);
}

/** People of whose values, or vehicles, that are added there may be more than there may be. */
export async function readFull(
  { tx }: Place,
  { name }: SharedTable,
  { added, columns }: TableChanges,
): Promise<ReadonlySet<Value>> {
  if (name !== 'vehicle' && name !== 'sealed_value') return new Set();
  const least = Math.min(
    ...(name === 'vehicle' ? (['plate'] as const) : SEALED_FIELD_IDS).map((field) => FIELDS[field].most),
  );
  const people = JSON.stringify([...new Set(added.map((row) => row[columns.indexOf('person_id')] ?? null))]);
  const rows = await tx.all<{ readonly person: number }>(
    query(
      `SELECT person_id AS person FROM ${name} WHERE person_id IN (SELECT value FROM json_each(?)) GROUP BY person_id HAVING count(*) > ?`,
      [people, least],
    ),
  );
  return new Set(rows.map(({ person }) => person));
}

/** Whether somebody has more values of the field of this one, or more vehicles, than there may be. */
export async function isMany(place: Place, table: SharedTable, row: Row): Promise<boolean> {
  const [field, where, values] =
    table.name === 'vehicle'
      ? ['plate' as const, 'person_id = ?', [row['person_id'] ?? null]]
      : [
          SEALED_FIELD_IDS.find((one) => table.name === 'sealed_value' && one === row['field']),
          'person_id = ? AND field = ? AND replaced_at IS NULL',
          [row['person_id'] ?? null, row['field'] ?? null],
        ];
  if (field === undefined) return false;
  const id = row['id'] ?? null;
  const counts = await place.tx.get<{ readonly n: number; readonly own: number }>(
    query(`SELECT count(*) AS n, coalesce(sum(id = ?), 0) AS own FROM ${table.name} WHERE ${where}`, [
      id,
      ...values,
    ]),
  );
  return counts !== undefined && counts.own > 0 && counts.n > FIELDS[field].most;
}
