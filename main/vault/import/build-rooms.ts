/** Builds the rows of the rooms that an import adds or changes. */
import { ROOM_FACTS } from '../../../contract/import/lists.ts';
import { AppError } from '../app-error.ts';
import { INSERT_ROOM_KEY, roomKeyRows } from '../search/search-index.ts';
import type { ParsedRoom } from '../values/room-text.ts';
import { type Ids, type Statement, type Table, keysInParts, table } from './build-statements.ts';
import type { Matched, RoomChange } from './resolve-rows.ts';

export interface RoomRows {
  add(change: RoomChange): void;
  /** Errors: AppError `internal` where no such room is known or new. */
  idOf(canonical: string): number;
  /** The label of a new room; undefined for one that the store has. */
  labelOf(canonical: string): string | undefined;
  readonly insert: Table;
  readonly update: Table;
  readonly searchKeys: () => Statement;
  /** Rooms that were there before. */
  readonly touched: readonly number[];
}

export function createRoomRows(known: Matched['rooms'], ids: Ids, importId: number): RoomRows {
  const roomIds = new Map(
    [...known].flatMap(([canonical, room]) =>
      room.known === null ? [] : [[canonical, room.known.id] as const],
    ),
  );
  /** By canonical name. */
  const labels = new Map<string, string>();
  const added: { readonly id: number; readonly parsed: ParsedRoom }[] = [];
  const touched: number[] = [];
  const insert = table(
    'INSERT INTO room (id, estate, building, unit, room, label, canonical, floor, layout, area, inner_area, shared_area, usage, total_floors, status, delivered_on, written, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const update = table(
    `UPDATE room SET floor = coalesce(?, floor), layout = coalesce(?, layout), area = coalesce(?, area), inner_area = coalesce(?, inner_area),
      shared_area = coalesce(?, shared_area), usage = coalesce(?, usage), total_floors = coalesce(?, total_floors), status = coalesce(?, status),
      delivered_on = coalesce(?, delivered_on) WHERE id = ?`,
  );
  return {
    insert,
    update,
    touched,
    searchKeys: () => ({ text: INSERT_ROOM_KEY, values: keysInParts(added, roomKeyRows), counted: false }),
    labelOf: (canonical) => labels.get(canonical),
    idOf(canonical) {
      const id = roomIds.get(canonical);
      if (id === undefined) throw new AppError('internal', { what: 'room-id' });
      return id;
    },
    add({ known, room: parsed }) {
      const { estate, building, unit, room, label, canonical, written } = parsed;
      const facts = ROOM_FACTS.map((fact) => parsed[fact]);
      if (known !== null) {
        touched.push(known.id);
        update.values.push([...facts, known.id]);
        return;
      }
      const id = (ids.room += 1);
      roomIds.set(canonical, id);
      labels.set(canonical, label);
      added.push({ id, parsed });
      const place = [estate, building, unit, room, label, canonical];
      insert.values.push([id, ...place, ...facts, written, importId]);
    },
  };
}
