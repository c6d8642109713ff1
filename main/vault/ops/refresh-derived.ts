/** Makes anew what each desk derives from its own rows, on its own day: search keys of what an op has added or changed, and columns of lists. */
import { indexBatch } from '../search/search-index.ts';
import { REFRESH } from '../store/schema/list-triggers.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import type { NamedRoom } from '../values/room-text.ts';
import type { OpContent, TableChanges } from './op-content.ts';

/** Columns from which the search keys of a row are made. */
const READ_FROM = {
  person: ['name', 'pinyin'],
  room: ['estate', 'building', 'unit', 'room', 'label'],
  vehicle: ['plate', 'person_id'],
  sealed_value: ['mask', 'person_id', 'field', 'replaced_at'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Fields of which a mask is searched for. */
const PHONES = ['phone', 'wechat'] as const;

/** After the rows are as the op has them. */
export async function refreshDerived(tx: WritableStore, content: OpContent): Promise<void> {
  const touched = (name: keyof typeof READ_FROM): string => JSON.stringify(idsTouched(content, name));
  const people = touched('person');
  await tx.run(sql`DELETE FROM name_key WHERE person_id IN (SELECT value FROM json_each(${people}))`);
  const rooms = touched('room');
  await tx.run(sql`DELETE FROM room_key WHERE room_id IN (SELECT value FROM json_each(${rooms}))`);
  const vehicles = touched('vehicle');
  await tx.run(sql`DELETE FROM plate_key WHERE vehicle_id IN (SELECT value FROM json_each(${vehicles}))`);
  const values = touched('sealed_value');
  await tx.run(sql`DELETE FROM phone_key WHERE value_id IN (SELECT value FROM json_each(${values}))`);
  await refreshLists(tx, content);
  const read = <Row>(query: Sql): Promise<Row[]> => tx.all<Row>(query);
  await indexBatch(tx, {
    people: await read(
      sql`SELECT id, name, pinyin FROM person WHERE id IN (SELECT value FROM json_each(${people}))`,
    ),
    rooms: (
      await read<NamedRoom & { readonly id: number }>(
        sql`SELECT id, estate, building, unit, room, label FROM room WHERE id IN (SELECT value FROM json_each(${rooms}))`,
      )
    ).map((parsed) => ({ id: parsed.id, parsed })),
    vehicles: await read(
      sql`SELECT id, person_id AS personId, plate FROM vehicle WHERE id IN (SELECT value FROM json_each(${vehicles}))`,
    ),
    phones: await read(sql`
      SELECT id, person_id AS personId, mask FROM sealed_value WHERE replaced_at IS NULL
        AND field IN (SELECT value FROM json_each(${JSON.stringify(PHONES)})) AND id IN (SELECT value FROM json_each(${values}))`),
  });
}

/** Triggers have done so for rows as they came, when what belongs to them may not have been there. */
async function refreshLists(tx: WritableStore, content: OpContent): Promise<void> {
  await tx.run({
    text: `${REFRESH} WHERE id IN (SELECT value FROM json_each(?))`,
    values: [JSON.stringify([...new Set(LISTED.flatMap((table) => peopleOf(content, table)))])],
  });
}

/** Tables of which something stands beside a name in a list; of a room its label, whose trigger finds who lives there. */
const LISTED = ['person', 'occupancy', 'sealed_value', 'vehicle'] as const;

/** Whoever rows of a table are of that were added, or have come from somebody else to them. */
function peopleOf(content: OpContent, name: (typeof LISTED)[number]): readonly number[] {
  const changes = content.find(({ table }) => table === name);
  if (changes === undefined) return [];
  const column = name === 'person' ? 'id' : 'person_id';
  const at = changes.columns.indexOf(column);
  return [
    ...changes.added.map((row) => Number(row[at])),
    ...changes.changed.flatMap(({ columns }) =>
      columns.flatMap(([changed, before, after]) =>
        changed === column ? [Number(before), Number(after)] : [],
      ),
    ),
  ];
}

function idsTouched(content: OpContent, name: keyof typeof READ_FROM): readonly number[] {
  const changes = content.find(({ table }) => table === name);
  if (changes === undefined) return [];
  const from: readonly string[] = READ_FROM[name];
  return [
    ...changes.added.map((row) => Number(row[idAt(changes)])),
    ...changes.changed
      .filter(({ columns }) => columns.some(([column]) => from.includes(column)))
      .map(({ key }) => Number(key[0])),
  ];
}

const idAt = ({ columns }: TableChanges): number => columns.indexOf('id');
