/**
 * What of a change that was not kept leaves the vault: whose it is and what was to be, in masks. Another desk has written it, so nothing of it is believed: what
 * is not as this desk would have written it is listed as what cannot be read.
 */
import { z } from 'zod';
import { FIELD_IDS } from '../../../contract/fields.ts';
import { type PersonId, personIdSchema, roomIdSchema } from '../../../contract/ids.ts';
import type { LossKey } from '../../../contract/losses/views.ts';
import { WHYS } from '../../../contract/losses/lists.ts';
import type { LossView } from '../../../contract/losses/routes.ts';
import { MAX_COUNT, MAX_TIME } from '../../../contract/numbers.ts';
import { toOneLine } from '../../../contract/one-line.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import { enumOf, maskSchema } from '../../../contract/schemas.ts';
import { type PersonRow, maskName } from '../people/read-person.ts';
import type { Session } from '../session/session.ts';
import { followMerges } from '../store/follow-merges.ts';
import type { LostKind } from '../store/schema/feature-schema.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { TABLES, TABLE_NAMES, type TableName, columnsOf, isShared } from '../store/tables.ts';
import { maskValue } from '../values/mask.ts';

/** A row of `op_loss`. */
export interface LossRow extends LossKey {
  readonly part: number;
  readonly at: number;
  readonly table: string;
  readonly why: string;
  readonly rowKey: string;
  readonly personId: number | null;
  /** It was kept without content. */
  readonly bare: number;
  /** Null where it is too long, too. */
  readonly content: string | null;
}

/** Tables that are told by others. */
export const PARTS_OF_OTHERS = TABLE_NAMES.filter((table) => TABLES[table].lost === null);

const valueSchema = z.union([
  z.string(),
  z.number().min(-MAX_COUNT).max(MAX_COUNT),
  z.null(),
  z.strictObject({ b: z.string() }),
]);
const rowSchema = z.record(z.string(), valueSchema);
const contentSchema = z.strictObject({ columns: z.array(z.string()).optional(), row: rowSchema });
const keySchema = z.array(valueSchema);
const whySchema = enumOf(WHYS);
const fieldSchema = enumOf(FIELD_IDS);
/** A mask hides something and shows no long number; it is one line, without a character that hides another. */
const shownMaskSchema = maskSchema.refine(
  (mask) => mask.includes('*') && !/\d{7}/.test(mask) && toOneLine(mask) === mask,
);

interface Part {
  readonly table: TableName;
  readonly why: (typeof WHYS)[number];
  readonly key: readonly z.infer<typeof valueSchema>[];
  readonly row: z.infer<typeof rowSchema>;
}

/** Null of what this desk would not have written. */
function readPart({ table, why, rowKey, content }: LossRow): Part | null {
  if (!Object.hasOwn(TABLES, table) || !isShared(table as TableName)) return null;
  const [reason, key] = [whySchema.safeParse(why), keySchema.safeParse(parse(rowKey))];
  const read = contentSchema.safeParse(content === null ? { row: {} } : parse(content));
  if (!reason.success || !key.success || !read.success) return null;
  const known = new Set(columnsOf(table as TableName));
  const { row, columns = [] } = read.data;
  if (![...Object.keys(row), ...columns].every((name) => known.has(name))) return null;
  return { table: table as TableName, why: reason.data, key: key.data, row };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

interface Whose extends Pick<PersonRow, 'id' | 'name' | 'kind'> {
  readonly roomId: number | null;
  readonly room: string | null;
}

/** Whose it is, by whom they are now; null where it is nobody's, and of somebody who is not on record any more. */
export async function readPersonOf(
  store: ReadableStore,
  { personId }: Pick<LossRow, 'personId'>,
): Promise<Whose | null> {
  if (!personIdSchema.safeParse(personId).success) return null;
  const now = await followMerges(store, personId as PersonId);
  const person = await store.get<Whose>(
    sql`SELECT id, name, kind, list_room_id AS roomId, list_room AS room FROM person WHERE id = ${now}`,
  );
  return person ?? null;
}

/** One change as the page shows it. Whoever is not on record any more has no content here, whatever the row says. */
export async function maskLoss(session: Session, store: ReadableStore, row: LossRow): Promise<LossView> {
  const { desk, n, part, at, bare, personId } = row;
  const deskName = session.roster.desks.get(desk)?.name ?? null;
  const view = { desk, n, part, at: Math.min(Math.max(at, 0), MAX_TIME), deskName };
  const found = readPart(row);
  const nothing = { kind: null, personId: null, personMask: null, room: null, mask: null };
  if (found === null) return { ...view, why: null, ...nothing };
  const person = await readPersonOf(store, row);
  const isGone = bare === 1 || (person === null && personId !== null);
  const kind = await kindOf(store, found);
  if (isGone) return { ...view, ...nothing, why: found.why, kind };
  const { masks } = session.policy;
  return {
    ...view,
    why: found.why,
    kind,
    personId: person?.id ?? null,
    personMask: person === null ? null : maskName(masks, person).mask,
    room: (await readRoom(store, found)) ?? homeOf(person),
    mask: person === null ? null : maskOf(masks, found, person),
  };
}

const homeOf = (person: Whose | null): LossView['room'] => {
  const roomId = roomIdSchema.safeParse(person?.roomId);
  return roomId.success && person?.room ? { roomId: roomId.data, label: person.room } : null;
};

async function kindOf(store: ReadableStore, { table, key, row }: Part): Promise<LostKind | null> {
  const kind = TABLES[table].lost ?? null;
  if (table === 'person' && 'name' in row) return 'name';
  if (kind !== 'field') return kind;
  const said =
    row['field'] ??
    (table === 'confirmed_field'
      ? key[1]
      : (
          await store.get<{ readonly field: string }>(
            sql`SELECT field FROM sealed_value WHERE id = ${Number(key[0])}`,
          )
        )?.field);
  // Of a value that is gone no field is known.
  return fieldSchema.safeParse(said).data ?? 'people';
}

/** The room that the row names, or that it is, by its number now. */
async function readRoom(store: ReadableStore, { table, key, row }: Part): Promise<LossView['room']> {
  const column = table === 'person' ? undefined : TABLES[table].columns.room?.split(', ')[0];
  const said = column === undefined ? null : (row[column] ?? (column === 'id' ? key[0] : null));
  if (typeof said !== 'number') return null;
  const room = await store.get<{ readonly id: number; readonly label: string }>(
    sql`SELECT id, label FROM room WHERE id = coalesce((SELECT into_id FROM row_alias WHERE of_table = 'room' AND gone_id = ${said}), ${said})`,
  );
  const roomId = roomIdSchema.safeParse(room?.id);
  return room !== undefined && roomId.success ? { roomId: roomId.data, label: room.label } : null;
}

function maskOf(masks: MaskPolicy, { table, row }: Part, { kind }: Whose): string | null {
  const { name, plate, mask } = row;
  if (table === 'person' && typeof name === 'string') return maskName(masks, { name, kind }).mask;
  if (table === 'vehicle' && typeof plate === 'string') return maskValue(masks, 'plate', plate).mask;
  return table === 'sealed_value' ? (shownMaskSchema.safeParse(mask).data ?? null) : null;
}
