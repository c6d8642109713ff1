/** Keeps what an import is about to change, in its own transaction, so that it can be undone: rows as they were, sealed values where they are. */
import { asJson, keptColumns } from '../store/kept-rows.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import type { ImportRows } from './build-rows.ts';

/** Tables whose added rows carry the number of their import and lie in a range of ids. */
const RANGED = ['room', 'person', 'occupancy', 'vehicle', 'space', 'seal_batch'] as const;
export type RangedTable = (typeof RANGED)[number];

/** Columns of the records that an import changes. */
export const RECORD_COLUMNS = {
  vehicle: ['brand', 'colour', 'kind'],
  space: ['vehicle_id', 'car_park', 'kind', 'from_date', 'until_date'],
} as const;

/** Before anything is written: whoever is there and changes, as they are; a change of theirs counts their version up by one. */
export async function keepBefore(tx: WritableStore, { importId, touched }: ImportRows): Promise<void> {
  const person = asJson(await keptColumns(tx, 'person'));
  const room = asJson(await keptColumns(tx, 'room'));
  await tx.runMany(
    `INSERT INTO import_person (import_id, person_id, before, version) SELECT ?, id, ${person}, version + 1 FROM person WHERE id = ?`,
    touched.people.map((id) => [importId, id]),
  );
  await tx.runMany(
    `INSERT INTO import_room (import_id, room_id, before, revision) SELECT ?, id, ${room}, revision + 1 FROM room WHERE id = ?`,
    touched.rooms.map((id) => [importId, id]),
  );
  for (const [table, columns] of Object.entries(RECORD_COLUMNS) as [
    keyof typeof RECORD_COLUMNS,
    readonly string[],
  ][]) {
    await tx.runMany(
      `INSERT INTO import_record (import_id, what, record_id, person_id, before) SELECT ?, '${table}', id, person_id, ${asJson(columns)} FROM ${table} WHERE id = ?`,
      (table === 'vehicle' ? touched.vehicles : touched.spaces).map((id) => [importId, id]),
    );
  }
  await tx.runMany(
    `INSERT INTO import_replaced (import_id, old_id, new_id, tagged) SELECT ?, id, ?, EXISTS (SELECT 1 FROM match_tag WHERE value_id = id) FROM sealed_value WHERE id = ?`,
    touched.replaced.map(([old, by]) => [importId, by, old]),
  );
}

/** Where the rows lie that it adds: in the numbers that it has taken. */
export async function keepRanges(
  tx: WritableStore,
  { importId, claims }: Pick<ImportRows, 'importId' | 'claims'>,
): Promise<void> {
  for (const { table, from, to } of claims.filter((claim) => RANGED.some((table) => table === claim.table)))
    await tx.run(
      sql`INSERT INTO import_range (import_id, what, first_id, last_id) VALUES (${importId}, ${table}, ${from + 1}, ${to})`,
    );
}

/** What follows FROM to read the rows that an import added to a table and that are still there; its number is bound last. */
export const addedRows = (table: RangedTable): string =>
  `import_range JOIN ${table} ON ${table}.id BETWEEN first_id AND last_id AND ${table}.import_id = import_range.import_id WHERE what = '${table}' AND import_range.import_id = ?`;

export async function dropJournal(tx: WritableStore, importId: number): Promise<void> {
  for (const table of ['import_range', 'import_person', 'import_room', 'import_record', 'import_replaced'])
    await tx.run({ text: `DELETE FROM ${table} WHERE import_id = ?`, values: [importId] });
}
