/** Gives one person's records to another, each with a place among theirs; what both have is had once. */
import { RECORD_KINDS, type RecordKind } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { freePlace, readDesk } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { MergedTable } from '../store/tables.ts';
import type { ListTable, MovedTable, Merging } from './merge-journal.ts';
import { RECORD_TABLES } from '../people/record-tables.ts';
import { nextPlace } from './places.ts';

/** Where the record's values go that stood in that place of the other person; null where the place has no record. */
export type NewPlace = (kind: RecordKind | 'note', ordinal: number) => number | null;

/** Tables whose rows a merge moves or removes, as they declare it (store/schema/): exactly those that are kept for its undo (merge-journal.ts). */
type Moved = MergedTable<'moved' | 'gone'>;
type Kept = MovedTable | ListTable | 'sealed_value';
true satisfies [Exclude<Moved, Kept> | Exclude<Kept, Moved>] extends [never]
  ? true
  : { readonly 'not kept for an undo': Exclude<Moved, Kept>; readonly 'not moved': Exclude<Kept, Moved> };

/** Returns the new places; records of `other` are of `keep` afterwards. Errors: `invalid-value` {field} where there is no place left. */
export async function moveRecords(
  tx: WritableStore,
  merging: Merging,
  today: string,
): Promise<{ readonly newPlace: NewPlace; readonly moved: readonly RecordKind[] }> {
  const places = new Map<string, number>();
  const moved: RecordKind[] = [];
  await joinEqualVehicles(tx, merging);
  await joinEqualOccupancies(tx, merging, places, today);
  for (const kind of RECORD_KINDS) if (await moveKind(tx, merging, kind, places)) moved.push(kind);
  await moveNotes(tx, merging, places);
  return { newPlace: (kind, ordinal) => places.get(`${kind} ${ordinal}`) ?? null, moved };
}

interface PlacedRow {
  readonly id: number;
  readonly ordinal: number | null;
}

async function moveKind(
  tx: WritableStore,
  { keep, other }: Merging,
  kind: RecordKind,
  places: Map<string, number>,
): Promise<boolean> {
  const { name, placed } = RECORD_TABLES[kind];
  if (!placed) {
    const { changes } = await tx.run({
      text: `UPDATE ${name} SET person_id = ? WHERE person_id = ?`,
      values: [keep, other],
    });
    return changes > 0;
  }
  const rows = await tx.all<PlacedRow>({
    text: `SELECT id, ordinal FROM ${name} WHERE person_id = ? ORDER BY id`,
    values: [other],
  });
  for (const { id, ordinal } of rows) {
    const place = ordinal === null ? null : await placeFor(tx, kind, keep, ordinal, places);
    await tx.run({
      text: `UPDATE ${name} SET person_id = ?, ordinal = ? WHERE id = ?`,
      values: [keep, place, id],
    });
  }
  return rows.length > 0;
}

/** One that neither is taken nor was, so that a replaced value of either still comes back to its own record. */
async function placeFor(
  tx: ReadableStore,
  kind: RecordKind,
  keep: PersonId,
  before: number,
  places: Map<string, number>,
): Promise<number> {
  const place = await nextPlace(tx, kind, keep);
  places.set(`${kind} ${before}`, place);
  return place;
}

/** The same plate twice is one vehicle; a space that names the one goes over to the other. */
async function joinEqualVehicles(tx: WritableStore, { keep, other }: Merging): Promise<void> {
  const pairs = await tx.all<{ readonly ours: number; readonly theirs: number }>(sql`
    SELECT min(o.id) AS ours, t.id AS theirs FROM vehicle t JOIN vehicle o ON o.plate = t.plate AND o.person_id = ${keep} WHERE t.person_id = ${other} GROUP BY t.id`);
  for (const { ours, theirs } of pairs) {
    await tx.run(sql`UPDATE space SET vehicle_id = ${ours} WHERE vehicle_id = ${theirs}`);
    await tx.run(sql`
      UPDATE vehicle SET (brand, colour, kind) = (SELECT coalesce(vehicle.brand, t.brand), coalesce(vehicle.colour, t.colour), coalesce(vehicle.kind, t.kind) FROM vehicle t WHERE t.id = ${theirs})
      WHERE id = ${ours}`);
    await tx.run(sql`DELETE FROM vehicle WHERE id = ${theirs}`);
  }
}

interface OccupancyPair {
  readonly ours: number;
  readonly theirs: number;
  readonly place: number | null;
  readonly before: number | null;
}

/** The same relation to the same room at the same time is one occupancy, which has what either said of it. */
async function joinEqualOccupancies(
  tx: WritableStore,
  { keep, other }: Merging,
  places: Map<string, number>,
  today: string,
): Promise<void> {
  const pairs = await tx.all<OccupancyPair>(sql`
    SELECT o.id AS ours, t.id AS theirs, o.ordinal AS place, t.ordinal AS before FROM occupancy t
    JOIN occupancy o ON o.person_id = ${keep} AND o.room_id = t.room_id AND o.relation = t.relation
      AND (o.until_date IS t.until_date OR coalesce(min(o.until_date, t.until_date), o.until_date, t.until_date) > ${today})
    WHERE t.person_id = ${other}`);
  for (const { ours, theirs, place, before } of pairs) {
    await tx.run(sql`
      UPDATE occupancy SET (share, from_date, until_date) = (SELECT coalesce(occupancy.share, t.share), coalesce(occupancy.from_date, t.from_date), coalesce(occupancy.until_date, t.until_date)
        FROM occupancy t WHERE t.id = ${theirs}) WHERE id = ${ours}`);
    await tx.run(sql`DELETE FROM occupancy WHERE id = ${theirs}`);
    if (before === null) continue;
    if (place !== null) places.set(`occupancy ${before}`, place);
    else
      await tx.run(
        sql`UPDATE occupancy SET ordinal = ${await placeFor(tx, 'occupancy', keep, before, places)} WHERE id = ${ours}`,
      );
  }
}

/** Notes keep their order, which is that of their numbers; each of the other person gets a place of its own. */
async function moveNotes(
  tx: WritableStore,
  { keep, other }: Merging,
  places: Map<string, number>,
): Promise<void> {
  const desk = await readDesk(tx);
  const taken = new Set(
    (
      await tx.all<{ readonly ordinal: number }>(
        sql`SELECT ordinal FROM counter_note WHERE person_id = ${keep} AND ordinal IS NOT NULL
          UNION SELECT ordinal FROM sealed_value WHERE person_id = ${keep} AND field = 'note'`,
      )
    ).map(({ ordinal }) => ordinal),
  );
  for (const { id, ordinal } of await tx.all<PlacedRow>(
    sql`SELECT id, ordinal FROM counter_note WHERE person_id = ${other} ORDER BY id`,
  )) {
    const place = ordinal === null ? null : freePlace(desk, taken);
    if (place !== null) {
      taken.add(place);
      places.set(`note ${ordinal}`, place);
    }
    await tx.run(sql`UPDATE counter_note SET person_id = ${keep}, ordinal = ${place} WHERE id = ${id}`);
  }
}
