/** Builds the rows of an import: who and what is written, with which ids, before its transaction begins; search keys, sealed values and match tags while the engine writes the rows before them. */
import type { SealedTier } from '../../../contract/fields.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import type { TrustedTierKey } from '../keys/tier-keys.ts';
import { INSERT_NAME_KEY, type IndexedName, nameKeyRows } from '../search/search-index.ts';
import { lastIds } from '../store/ids.ts';
import type { NumberedTable } from '../store/tables.ts';
import { REFRESH_LIST_COLUMNS } from '../store/list-columns.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Pace } from '../long-work/progress.ts';
import { type ListVehicle, createCarRows } from './build-cars.ts';
import { type RoomRows, createRoomRows } from './build-rooms.ts';
import {
  type Ids,
  NUMBERED,
  type Statement,
  type Table,
  type Values,
  keysInParts,
  table,
} from './build-statements.ts';
import { type ListValue, createValueRows } from './build-values.ts';
import type { TagOf } from './choose-person.ts';
import type { RowDraft } from './parse-rows.ts';
import type { MadeCounts } from './preview-plan.ts';
import {
  type ChangeVisitor,
  type Matched,
  type Outcome,
  type PersonChange,
  compareMatched,
} from './resolve-rows.ts';

export interface ImportRows {
  /** The number of the import, which every added row carries. */
  readonly importId: number;
  /** The numbers that it uses, each after `from` up to `to`. */
  readonly claims: readonly { readonly table: NumberedTable; readonly from: number; readonly to: number }[];
  /** People and rooms that it makes, and people on record who change. */
  readonly made: MadeCounts;
  /** Rows of the counted statements together. */
  readonly count: number;
  /** In the order in which they refer to one another. */
  statements(): Iterable<Statement>;
  /** Existing rows that the import changes: people, rooms, vehicles and spaces, and values that are replaced, as [old, new]. */
  readonly touched: {
    readonly people: readonly number[];
    readonly rooms: readonly number[];
    readonly vehicles: readonly number[];
    readonly spaces: readonly number[];
    readonly replaced: readonly (readonly [number, number])[];
  };
}

interface BuildOptions {
  readonly store: ReadableStore;
  readonly matched: Matched;
  readonly tagOf: TagOf;
  readonly drafts: readonly RowDraft[];
  readonly masks: MaskPolicy;
  readonly vaultId: string;
  readonly tierKeys: Readonly<Record<SealedTier, TrustedTierKey>>;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly pace: Pace;
}

/**
 * Ids are given out here, after the last that was taken; the transaction takes them (`claims`), or finds that somebody else has.
 * Errors: those of the store, AppError `cancelled`.
 */
export async function buildRows(
  options: BuildOptions,
): Promise<{ readonly rows: ImportRows; readonly outcomes: readonly Outcome[] }> {
  const { matched, tagOf, drafts, pace } = options;
  const builder = createBuilder(options, await lastIds(options.store, NUMBERED));
  const outcomes = await compareMatched(matched, tagOf, drafts, builder, pace);
  return { rows: builder.done(), outcomes };
}

interface Builder extends ChangeVisitor {
  done(): ImportRows;
}

function createBuilder(options: BuildOptions, ids: Ids): Builder {
  const before: Readonly<Ids> = { ...ids };
  const importId = (ids.import_run += 1);
  const rooms = createRoomRows(options.matched.rooms, ids, importId);
  const cars = createCarRows(ids, importId);
  const values = createValueRows(options, ids, importId);
  const people = createPersonRows(rooms, options.now, importId);
  const insertOccupancy = table(
    'INSERT INTO occupancy (id, person_id, room_id, relation, share, from_date, until_date, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertLease = table(
    'INSERT INTO lease (id, person_id, room_id, from_date, until_date, import_id) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return {
    room: rooms.add,
    person(change) {
      const personId = change.known?.id ?? (ids.person += 1);
      for (const { canonical, relation, share, from, until } of change.occupancies) {
        const id = (ids.occupancy += 1);
        insertOccupancy.values.push([
          id,
          personId,
          rooms.idOf(canonical),
          relation,
          share,
          from,
          until,
          importId,
        ]);
      }
      for (const { canonical, from, until } of change.leases)
        insertLease.values.push([(ids.lease += 1), personId, rooms.idOf(canonical), from, until, importId]);
      const own = change.vehicles.map((vehicle) => cars.addVehicle(personId, vehicle));
      for (const space of change.spaces) {
        const there = [...own, ...(change.known?.vehicles ?? [])].find(({ plate }) => plate === space.plate);
        cars.addSpace(personId, space, there?.id ?? null);
      }
      const sealed = change.values.map((value) => values.add(personId, change, value));
      const phones = sealed.filter(({ field }) => field === 'phone');
      if (change.known !== null) people.change(change.known, change);
      else people.add(personId, change, firstOf(phones), firstOf(own));
    },
    done() {
      const counted = [
        rooms.insert,
        rooms.update,
        ...people.statements,
        insertOccupancy,
        insertLease,
        ...cars.statements,
        ...values.statements,
      ];
      return {
        importId,
        claims: NUMBERED.flatMap((name) =>
          ids[name] === before[name] ? [] : [{ table: name, from: before[name], to: ids[name] }],
        ),
        touched: {
          people: people.touched,
          rooms: rooms.touched,
          ...cars.touched,
          replaced: values.replaced,
        },
        made: {
          newPeople: ids.person - before.person,
          changedPeople: people.touched.length,
          newRooms: ids.room - before.room,
        },
        count: counted.reduce((sum, { values: rows }) => sum + rows.length, values.count()),
        *statements() {
          yield* counted;
          yield* values.sealed();
          yield people.refreshed;
          yield rooms.searchKeys();
          yield people.searchKeys();
          yield cars.searchKeys();
          yield values.searchKeys();
        },
      };
    },
  };
}

interface PersonRows {
  add(id: number, change: PersonChange, phone: ListValue | null, vehicle: ListVehicle | null): void;
  change(known: NonNullable<PersonChange['known']>, change: PersonChange): void;
  readonly statements: readonly Table[];
  /** Renews the list columns that are not all known here. */
  readonly refreshed: Statement;
  readonly searchKeys: () => Statement;
  /** People who were there before. */
  readonly touched: readonly number[];
}

function createPersonRows(rooms: RoomRows, now: number, importId: number): PersonRows {
  const named: IndexedName[] = [];
  const touched: number[] = [];
  const refreshed: Values[] = [];
  const update = table(
    'UPDATE person SET version = version + 1, updated_at = ?, name = ?, sex = ?, id_type = ? WHERE id = ?',
  );
  const setPinyin = table('UPDATE person SET pinyin = ? WHERE id = ?');
  const dropNameKeys = table('DELETE FROM name_key WHERE person_id = ?');
  const insert = table(
    `INSERT INTO person (id, kind, name, pinyin, sex, id_type, created_at, updated_at, list_room_id, list_room, list_relation, list_phone_id, list_phone,
      list_vehicle_id, list_plate, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    touched,
    statements: [update, setPinyin, dropNameKeys, insert],
    refreshed: { text: REFRESH_LIST_COLUMNS, values: refreshed, counted: false },
    searchKeys: () => ({ text: INSERT_NAME_KEY, values: keysInParts(named, nameKeyRows), counted: false }),
    change({ id, name: before }, { name, pinyin, sex, idType, occupancies, vehicles, values }) {
      touched.push(id);
      update.values.push([now, name, sex, idType, id]);
      if (occupancies.length + vehicles.length + values.length > 0) refreshed.push([id]);
      if (pinyin !== null) setPinyin.values.push([pinyin, id]);
      if (name === before && pinyin === null) return;
      dropNameKeys.values.push([id]);
      named.push({ id, name, pinyin });
    },
    /** With what a list shows of them; a room that was there before has its label in the store. */
    add(id, { kind, name, pinyin, sex, idType, occupancies }, phone, vehicle) {
      const [first] = occupancies;
      // A stay that ends is listed by its days.
      const isPlain = occupancies.every(({ until }) => until === null);
      const label = first === undefined ? null : rooms.labelOf(first.canonical);
      if (label === undefined || !isPlain) refreshed.push([id]);
      const room =
        first === undefined || label === undefined
          ? [null, null, null]
          : [rooms.idOf(first.canonical), label, first.relation];
      const listed = [phone?.id ?? null, phone?.mask ?? null, vehicle?.id ?? null, vehicle?.plate ?? null];
      insert.values.push([id, kind, name, pinyin, sex, idType, now, now, ...room, ...listed, importId]);
      named.push({ id, name, pinyin });
    },
  };
}

/** The one that stands first, as the store's own triggers choose it. */
const firstOf = <T extends { readonly ordinal: number }>(things: readonly T[]): T | null =>
  things.reduce<T | null>(
    (first, thing) => (first === null || thing.ordinal < first.ordinal ? thing : first),
    null,
  );
