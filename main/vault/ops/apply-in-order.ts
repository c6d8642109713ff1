/**
 * Applies an op at its place in the order of all desks', to a store that others may have changed since its author wrote it: what came first in order counts, by
 * group of columns; rows of two desks meet as their tables say. What does not count is told, and is the same at every desk.
 */
import { AppError } from '../app-error.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { addRows, isMany, readFull } from './add-row.ts';
import { type RowChange, query, setInRounds, whereKey, whileApplying } from './applying.ts';
import { type Lost, type Row, type Why, isLoss } from './losses.ts';
import { type ColumnChange, type OpContent, type TableChanges, isSame } from './op-content.ts';
import { type Place, isOwnTable, lose, whyGone } from './places.ts';
import { removeRow } from './remove-row.ts';
import { LOG_TABLES, actionsOf, factsOf } from './rights.ts';
import { followAliases } from './row-alias.ts';
import { COUNTED, LATEST, type SharedTable, columnNames } from './shared-tables.ts';

/** An op of this desk itself, whose entries and other own rows are in the store since it was written. `waiting`: its number as long as it has no place. */
interface OwnOp {
  readonly waiting: number | null;
  /** Its place decides over it, so that nothing of it is in the store but its entries. */
  readonly isUndecided?: boolean;
}

/**
 * Applies a content in the caller's transaction. `tables`: all shared ones. Errors: AppError `store-damaged` {what: 'op', table} where it names what is not
 * shared; those of the engine.
 */
export async function applyInOrder(
  tx: WritableStore,
  tables: readonly SharedTable[],
  given: OpContent,
  own?: OwnOp,
): Promise<readonly Lost[]> {
  const content = await followAliases(tx, tables, given);
  const place = placeOf(tx, tables, content, own);
  if (await isOfRemoved(tx, content)) return setAside(place, 'author');
  if (!actionsOf(content).some((action) => factsOf(action)?.whole === true)) return applyAll(place);
  await tx.run(sql`SAVEPOINT whole`);
  const lost = await applyAll(place);
  if (!lost.some(isLoss)) {
    await tx.run(sql`RELEASE whole`);
    return lost;
  }
  await tx.run(sql`ROLLBACK TO whole`);
  await tx.run(sql`RELEASE whole`);
  return setAside({ ...place, lost: [], there: new Set() }, 'whole');
}

const placeOf = (
  tx: WritableStore,
  tables: readonly SharedTable[],
  content: OpContent,
  own: OwnOp | undefined,
): Place => ({
  tx,
  tables,
  content,
  isHere: (table) =>
    own !== undefined && (own.isUndecided === true ? LOG_TABLES.includes(table) : isOwnTable(table)),
  waiting: own?.waiting ?? null,
  lost: [],
  gone: new Map(),
  overtaken: new Set(),
  replaced: new Map(),
  there: new Set(),
});

async function applyAll(place: Place): Promise<readonly Lost[]> {
  const { tx, tables, lost, isHere } = place;
  const content = place.content.filter(({ table }) => !isHere(table));
  await whileApplying(tx, tables, content, async (parts) => {
    const counting: RowChange[] = [];
    for (const { table, changes } of parts)
      for (const change of changes.changed) {
        const one = await weigh(place, table, change);
        if (one !== null) counting.push(one);
      }
    const refused = await setInRounds(tx, counting);
    for (const { table, changes } of parts.toReversed())
      for (const key of changes.removed) await removeRow(place, table, key);
    for (const { table, key, set } of await setInRounds(tx, refused))
      await lose(
        place,
        table,
        key,
        'taken',
        Object.fromEntries(set),
        set.map(([name]) => name),
      );
    for (const { table, changes } of parts) await addRows(place, table, changes);
    for (const { table, changes } of parts) if (table.name === 'sealed_value') await dropTags(tx, changes);
  });
  await tellMany(place);
  return lost;
}

/** Of what it replaces: where the keys were changed meanwhile, a value has another tag than its author took from it. */
async function dropTags(tx: WritableStore, { changed }: TableChanges): Promise<void> {
  const replaced = changed.filter(({ columns }) => columns.some(([name]) => name === 'replaced_at'));
  const ids = JSON.stringify(replaced.map(({ key: [id] }) => id));
  await tx.run(sql`DELETE FROM match_tag WHERE value_id IN
    (SELECT v.id FROM json_each(${ids}) AS one JOIN sealed_value AS v ON v.id = one.value WHERE v.replaced_at IS NOT NULL)`);
}

/**
 * What is to be looked at of an op of this desk as it is written: all else of it counts by itself. Errors: AppError `left-elsewhere` where somebody who was removed
 * does more than enter: no other desk would have those rows.
 */
export async function lookAt(
  tx: WritableStore,
  tables: readonly SharedTable[],
  content: OpContent,
): Promise<readonly Lost[]> {
  if (content.some(({ table }) => !isOwnTable(table)) && (await isOfRemoved(tx, content)))
    throw new AppError('left-elsewhere');
  const place = placeOf(tx, tables, content, { waiting: null });
  await tellMany(place);
  return place.lost;
}

/** More values than there may be: all stay. */
async function tellMany(place: Place): Promise<void> {
  for (const { table, changes } of partsOf(place)) {
    const full = await readFull(place, table, changes);
    for (const row of changes.added)
      if (
        full.has(named(changes, row)['person_id'] ?? null) &&
        (await isMany(place, table, named(changes, row)))
      )
        await lose(place, table, row.slice(0, changes.keyed), 'many', named(changes, row));
  }
}

/** All of an op but its entries, and what else no other desk changes. */
async function setAside(place: Place, why: Why): Promise<readonly Lost[]> {
  await applyAll({ ...place, content: place.content.filter(({ table }) => isOwnTable(table)) });
  for (const { table, changes } of partsOf(place)) {
    if (isOwnTable(table.name)) continue;
    for (const { key, columns } of changes.changed)
      await lose(
        place,
        table,
        key,
        why,
        after(columns),
        columns.map(([name]) => name),
      );
    for (const key of changes.removed) await lose(place, table, key, why, {});
    for (const row of changes.added)
      await lose(place, table, row.slice(0, changes.keyed), why, named(changes, row));
  }
  return place.lost;
}

const partsOf = ({
  tables,
  content,
}: Place): readonly { readonly table: SharedTable; readonly changes: TableChanges }[] =>
  tables.flatMap((table) =>
    content.filter((changes) => changes.table === table.name).map((changes) => ({ table, changes })),
  );

const named = ({ columns }: TableChanges, row: TableChanges['added'][number]): Row =>
  Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null]));

const after = (columns: readonly ColumnChange[]): Row =>
  Object.fromEntries(columns.map(([name, , value]) => [name, value]));

const before = (columns: readonly ColumnChange[]): Row =>
  Object.fromEntries(columns.map(([name, value]) => [name, value]));

/** What of a change counts; null where nothing does, which is told. */
async function weigh(
  place: Place,
  table: SharedTable,
  { key, columns }: TableChanges['changed'][number],
): Promise<RowChange | null> {
  const now = await place.tx.get<Row>(
    query(`SELECT ${columnNames(table).join(', ')} FROM ${table.name} WHERE ${whereKey(table)}`, key),
  );
  const all = columns.map(([name]) => name);
  if (now === undefined) {
    const why = await whyGone(place, table, { ...before(columns), ...keyed(table, key) });
    await lose(place, table, key, why, after(columns), all);
    return null;
  }
  if (await isOvertaken(place, table, now, columns)) return null;
  const later = table.naturals.some(({ meets }) => meets === 'later');
  const isAsItWas = ([name, then]: ColumnChange): boolean => later || isSame(now[name] ?? null, then);
  const groups = table.groups.map((group) => columns.filter(([name]) => group.includes(name)));
  const counting = groups.filter((group) => group.length > 0 && group.every(isAsItWas));
  const losing = groups.filter((group) => !group.every(isAsItWas)).flat();
  if (losing.length > 0) {
    const why = (await whyGone(place, table, before(columns))) === 'merged' ? 'merged' : 'changed';
    await lose(
      place,
      table,
      key,
      why,
      { ...keyed(table, key), ...after(losing) },
      losing.map(([name]) => name),
      now,
    );
  }
  if (counting.length === 0 && losing.length > 0) return null;
  return {
    table,
    key,
    set: [
      ...counting.flat().map(([name, , value]) => [name, value] as const),
      ...columns.flatMap(([name, then, value]) =>
        COUNTED.has(name) ? [[name, Number(now[name]) + Number(value) - Number(then)] as const] : [],
      ),
      ...columns.flatMap(([name, , value]) => (LATEST.has(name) ? [[name, value] as const] : [])),
    ],
  };
}

const keyed = ({ key }: SharedTable, values: TableChanges['removed'][number]): Row =>
  Object.fromEntries(key.map(({ name }, at) => [name, values[at] ?? null]));

/**
 * Whether the change replaces a value that another desk has replaced meanwhile. What the op puts in its place then becomes a replaced value; where it puts
 * nothing there, the removal is told unless the value is gone without another.
 */
async function isOvertaken(
  place: Place,
  table: SharedTable,
  now: Row,
  columns: readonly ColumnChange[],
): Promise<boolean> {
  const natural = table.naturals.find(({ meets }) => meets === 'replaced');
  const replacing = columns.find(([name]) => name === 'replaced_at');
  if (natural === undefined || replacing === undefined || now['replaced_at'] === null) return false;
  const [, then, value] = replacing;
  if (then !== null || value === null) return false;
  const values = natural.columns.map((name) => now[name] ?? null);
  place.overtaken.add(JSON.stringify([table.name, ...values]));
  const added = place.content.find((changes) => changes.table === table.name);
  const isSucceeded = added?.added.some((row) =>
    natural.columns.every((name, at) => isSame(named(added, row)[name] ?? null, values[at] ?? null)),
  );
  if (isSucceeded === true) return true;
  const other = await place.tx.get(
    query(
      `SELECT 1 FROM ${table.name} WHERE ${natural.columns.map((name) => `${name} = ?`).join(' AND ')} AND ${natural.where}`,
      values,
    ),
  );
  return other === undefined;
}

/** Whether somebody who was removed at an earlier place has entered any of it. */
async function isOfRemoved(tx: WritableStore, content: OpContent): Promise<boolean> {
  const entries = content.find(({ table }) => table === 'log_entry');
  if (entries === undefined) return false;
  const at = entries.columns.indexOf('staff_id');
  const authors = JSON.stringify([...new Set(entries.added.map((row) => row[at] ?? null))]);
  const removed = await tx.get(sql`
    WITH said AS (SELECT n, CAST(body AS TEXT) ->> '$.kind' AS kind, CAST(body AS TEXT) ->> '$.staffId' AS staff FROM roster_entry)
    SELECT 1 FROM said WHERE kind = 'remove' AND staff IN (SELECT value FROM json_each(${authors}))
      AND NOT EXISTS (SELECT 1 FROM said AS back WHERE back.staff = said.staff AND back.kind = 'add' AND back.n > said.n)`);
  return removed !== undefined;
}
