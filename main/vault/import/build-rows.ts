/** Builds the rows of an import: who and what is written, with which ids, before its transaction begins; search keys, sealed values and match tags while the engine writes the rows before them. */
import { type SealedFieldId, type SealedTier, sealedTierOf } from '../../../contract/fields.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import type { KeptNote } from '../../../contract/people/views.ts';
import { AppError } from '../app-error.ts';
import { type SealBatch, type ValuePlace, createSealBatch } from '../keys/seal.ts';
import type { TrustedTierKey } from '../keys/tier-keys.ts';
import { maskValue } from '../values/mask.ts';
import type { ParsedRoom } from '../values/room-text.ts';
import {
  INSERT_NAME_KEY,
  INSERT_PHONE_KEY,
  INSERT_PLATE_KEY,
  INSERT_ROOM_KEY,
  type IndexedName,
  type IndexedPhone,
  type IndexedPlate,
  nameKeyRows,
  phoneKeyRows,
  plateKeyRows,
  roomKeyRows,
} from '../search/search-index.ts';
import { lastIds } from '../store/ids.ts';
import { REFRESH_LIST_COLUMNS } from '../store/list-columns.ts';
import type { SqlValue } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { NumberedTable } from '../store/tables.ts';
import { type SpaceChange, type VehicleChange, kindOfSpace } from './compare-cars.ts';
import type { Pace } from '../long-work/progress.ts';
import type { TagOf } from './choose-person.ts';
import type { RowDraft } from './parse-rows.ts';
import {
  type ChangeVisitor,
  type Matched,
  type Outcome,
  type PersonChange,
  type ValueChange,
  compareMatched,
} from './resolve-rows.ts';

type Values = readonly SqlValue[];

export interface Statement {
  readonly text: string;
  /** Some are made as they are taken, while the engine writes those before. */
  readonly values: Iterable<Values>;
  /** Whether its rows are among those that `ImportRows.count` counts: search keys, which come many to a row, are not. */
  readonly counted: boolean;
}

export interface ImportRows {
  /** The number of the import, which every added row carries. */
  readonly importId: number;
  /** The numbers that it uses, each after `from` up to `to`. */
  readonly claims: readonly { readonly table: NumberedTable; readonly from: number; readonly to: number }[];
  /** Rows of the counted statements together. */
  readonly count: number;
  /** In the order in which they refer to one another. */
  statements(): Iterable<Statement>;
  /** What was there before and gives way: people, rooms, vehicles and spaces that change, and values that are replaced, as [old, new]. */
  readonly touched: {
    readonly people: readonly number[];
    readonly rooms: readonly number[];
    readonly vehicles: readonly number[];
    readonly spaces: readonly number[];
    readonly replaced: readonly (readonly [number, number])[];
  };
}

export interface BuildOptions {
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

/** Tables whose rows get numbers here. */
const NUMBERED = [
  'room',
  'person',
  'occupancy',
  'vehicle',
  'space',
  'sealed_value',
  'seal_batch',
  'import_run',
] as const satisfies readonly NumberedTable[];
type Ids = Record<(typeof NUMBERED)[number], number>;

/** Values of one table, with the statement that writes them. */
interface Table extends Statement {
  readonly values: Values[];
}

const table = (text: string): Table => ({ text, values: [], counted: true });

/** Rows that are made at once of those that are made late. */
const MADE_AT_ONCE = 2_000;

/** A value that is to be sealed and tagged. */
interface ValueRow extends ValuePlace {
  readonly id: number;
  readonly value: string;
  readonly mask: string;
  readonly valid: boolean;
  readonly note: KeptNote | null;
}

const INSERT_VALUE = `INSERT INTO sealed_value (id, person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, note, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_TAG = 'INSERT INTO match_tag (tag, tier, epoch, value_id) VALUES (?, ?, ?, ?)';

/** Search keys are made when their turn comes, in parts, each in the order of its index: all of them at once would fill the memory. */
function* keysInParts<T>(
  things: readonly T[],
  rowsOf: (part: readonly T[]) => readonly Values[],
): Generator<Values> {
  for (let at = 0; at < things.length; at += MADE_AT_ONCE) yield* rowsOf(things.slice(at, at + MADE_AT_ONCE));
}

interface Builder extends ChangeVisitor {
  done(): ImportRows;
}

function createBuilder({ matched, tagOf, masks, vaultId, tierKeys, now }: BuildOptions, ids: Ids): Builder {
  const before: Readonly<Ids> = { ...ids };
  const importId = (ids.import_run += 1);
  const roomIds = new Map(
    [...matched.rooms].flatMap(([canonical, { known }]) =>
      known === null ? [] : [[canonical, known.id] as const],
    ),
  );
  const rooms: { readonly id: number; readonly parsed: ParsedRoom }[] = [];
  /** Of the rooms that are new, by their canonical name. */
  const labels = new Map<string, string>();
  const named: IndexedName[] = [];
  const vehicles: IndexedPlate[] = [];
  const phones: IndexedPhone[] = [];
  const batches = new Map<SealedTier, { readonly id: number; readonly batch: SealBatch }>();
  const tables = {
    insertRoom: table(
      'INSERT INTO room (id, estate, building, unit, room, label, canonical, floor, layout, area, status, written, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    updateRoom: table(
      'UPDATE room SET floor = coalesce(?, floor), layout = coalesce(?, layout), area = coalesce(?, area), status = coalesce(?, status) WHERE id = ?',
    ),
    updatePerson: table(
      'UPDATE person SET version = version + 1, updated_at = ?, name = ?, sex = ?, id_type = ? WHERE id = ?',
    ),
    setPinyin: table('UPDATE person SET pinyin = ? WHERE id = ?'),
    dropNameKeys: table('DELETE FROM name_key WHERE person_id = ?'),
    insertOccupancy: table(
      'INSERT INTO occupancy (id, person_id, room_id, relation, import_id) VALUES (?, ?, ?, ?, ?)',
    ),
    insertVehicle: table(
      'INSERT INTO vehicle (id, person_id, ordinal, plate, brand, colour, kind, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    updateVehicle: table(
      'UPDATE vehicle SET brand = coalesce(?, brand), colour = coalesce(?, colour), kind = coalesce(?, kind) WHERE id = ?',
    ),
    insertSpace: table(
      'INSERT INTO space (id, person_id, vehicle_id, car_park, code, kind, from_date, until_date, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    updateSpace:
      table(`UPDATE space SET vehicle_id = coalesce(?, vehicle_id), car_park = coalesce(?, car_park), kind = coalesce(?, kind), from_date = coalesce(?, from_date),
      until_date = coalesce(?, until_date) WHERE id = ?`),
    insertBatch: table(
      'INSERT INTO seal_batch (id, tier, epoch, nonce, enc, import_id) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    retireValue: table('UPDATE sealed_value SET replaced_at = ? WHERE id = ?'),
    dropPhoneKeys: table('DELETE FROM phone_key WHERE value_id = ?'),
    dropTags: table('DELETE FROM match_tag WHERE value_id = ?'),
  };
  const newPeople: Values[] = [];
  const touched = {
    people: [] as number[],
    rooms: [] as number[],
    vehicles: [] as number[],
    spaces: [] as number[],
  };
  const replaced: (readonly [number, number])[] = [];
  /** People whose list columns are not all known here. */
  const refreshed: Values[] = [];
  const values: ValueRow[] = [];

  const tagRow = ({ id, personId, field, value }: ValueRow): Values => [
    tagOf(field, personId, value),
    sealedTierOf(field),
    batchOf(sealedTierOf(field)).batch.epoch,
    id,
  ];

  function* sealedRows(): Generator<Values> {
    for (const { id, value, mask, valid, note, ...place } of values) {
      const tier = sealedTierOf(place.field);
      const { id: batchId, batch } = batchOf(tier);
      const { n, ciphertext } = batch.seal(place, value);
      yield [
        id,
        place.personId,
        place.field,
        place.ordinal,
        tier,
        batchId,
        n,
        ciphertext,
        mask,
        valid ? 1 : 0,
        note,
        now,
      ];
    }
  }

  function* tagRows(): Generator<Values> {
    for (let at = 0; at < values.length; at += MADE_AT_ONCE)
      yield* values
        .slice(at, at + MADE_AT_ONCE)
        .map(tagRow)
        .sort(byTag);
  }

  /** One HPKE context a tier, made when its first value comes. */
  function batchOf(tier: SealedTier): { readonly id: number; readonly batch: SealBatch } {
    const known = batches.get(tier);
    if (known !== undefined) return known;
    const made = { id: (ids.seal_batch += 1), batch: createSealBatch({ ...tierKeys[tier], vaultId }) };
    batches.set(tier, made);
    tables.insertBatch.values.push([
      made.id,
      tier,
      made.batch.epoch,
      made.batch.nonce,
      made.batch.enc,
      importId,
    ]);
    return made;
  }

  function addValue(personId: number, { idType }: PersonChange, change: ValueChange): ListPhone {
    const { field, ordinal, value, replaces, note = null } = change;
    batchOf(sealedTierOf(field)); // its row is written before those of its values
    const { mask, valid } = maskValue(masks, field, value, field === 'idNumber' ? { idType, now } : { now });
    const id = (ids.sealed_value += 1);
    if (replaces !== null) retire(replaces, id);
    values.push({ id, personId, field, ordinal, value, mask, valid, note });
    if (isFoundByMask(field)) phones.push({ id, personId, mask });
    return { id, mask };
  }

  /** As an edit does: the old value stays sealed for its thirty days, and is found no more. */
  function retire(valueId: number, by: number): void {
    replaced.push([valueId, by]);
    tables.retireValue.values.push([now, valueId]);
    tables.dropPhoneKeys.values.push([valueId]);
    tables.dropTags.values.push([valueId]);
  }

  function changePersonRow(
    { id, name: before }: NonNullable<PersonChange['known']>,
    { name, pinyin, sex, idType, occupancies, vehicles: cars, values: added }: PersonChange,
  ): void {
    touched.people.push(id);
    tables.updatePerson.values.push([now, name, sex, idType, id]);
    if (occupancies.length + cars.length + added.length > 0) refreshed.push([id]);
    if (pinyin !== null) tables.setPinyin.values.push([pinyin, id]);
    if (name === before && pinyin === null) return;
    tables.dropNameKeys.values.push([id]);
    named.push({ id, name, pinyin });
  }

  /** With what a list shows of them; a room that was there before has its label in the store. */
  function addPersonRow(
    id: number,
    { kind, name, pinyin, sex, idType, occupancies: [first] }: PersonChange,
    phone: ListPhone | null,
    vehicle: ListVehicle | null,
  ): void {
    const label = first === undefined ? null : labels.get(first.canonical);
    if (label === undefined) refreshed.push([id]);
    const room =
      first === undefined || label === undefined
        ? [null, null, null]
        : [roomIdOf(roomIds, first.canonical), label, first.relation];
    newPeople.push([
      id,
      kind,
      name,
      pinyin,
      sex,
      idType,
      now,
      now,
      ...room,
      phone?.id ?? null,
      phone?.mask ?? null,
      vehicle?.id ?? null,
      vehicle?.plate ?? null,
      importId,
    ]);
    named.push({ id, name, pinyin });
  }

  function writeVehicle(
    personId: number,
    { known, ordinal, plate, brand, colour, vehicleKind }: VehicleChange,
  ): ListVehicle & { readonly ordinal: number } {
    const id = known?.id ?? (ids.vehicle += 1);
    if (known === null) {
      vehicles.push({ id, personId, plate });
      tables.insertVehicle.values.push([id, personId, ordinal, plate, brand, colour, vehicleKind, importId]);
    } else {
      touched.vehicles.push(id);
      tables.updateVehicle.values.push([brand, colour, vehicleKind, id]);
    }
    return { id, plate, ordinal };
  }

  function writeSpace(personId: number, space: SpaceChange, vehicle: number | null): void {
    const { known, code, carPark, spaceKind, from, until } = space;
    if (known === null) {
      tables.insertSpace.values.push([
        (ids.space += 1),
        personId,
        vehicle,
        carPark,
        code,
        kindOfSpace(space),
        from,
        until,
        importId,
      ]);
      return;
    }
    touched.spaces.push(known.id);
    tables.updateSpace.values.push([vehicle, carPark, spaceKind, from, until, known.id]);
  }

  return {
    room({ known, room }) {
      const {
        estate,
        building,
        unit,
        room: number,
        label,
        canonical,
        floor,
        layout,
        area,
        status,
        written,
      } = room;
      if (known !== null) {
        touched.rooms.push(known.id);
        tables.updateRoom.values.push([floor, layout, area, status, known.id]);
        return;
      }
      const id = (ids.room += 1);
      roomIds.set(canonical, id);
      labels.set(canonical, label);
      rooms.push({ id, parsed: room });
      tables.insertRoom.values.push([
        id,
        estate,
        building,
        unit,
        number,
        label,
        canonical,
        floor,
        layout,
        area,
        status,
        written,
        importId,
      ]);
    },
    person(change) {
      const personId = change.known?.id ?? (ids.person += 1);
      for (const { canonical, relation } of change.occupancies)
        tables.insertOccupancy.values.push([
          (ids.occupancy += 1),
          personId,
          roomIdOf(roomIds, canonical),
          relation,
          importId,
        ]);
      const own = change.vehicles.map((vehicle) => writeVehicle(personId, vehicle));
      for (const space of change.spaces) {
        const there = [...own, ...(change.known?.vehicles ?? [])].find(({ plate }) => plate === space.plate);
        writeSpace(personId, space, there?.id ?? null);
      }
      const sealed = change.values.map((value) => ({
        ordinal: value.ordinal,
        field: value.field,
        ...addValue(personId, change, value),
      }));
      if (change.known !== null) changePersonRow(change.known, change);
      else
        addPersonRow(
          personId,
          change,
          firstOf(sealed.filter(({ field }) => field === 'phone')),
          firstOf(own),
        );
    },
    done() {
      const { insertRoom, updateRoom, updatePerson, setPinyin, dropNameKeys, ...rest } = tables;
      return {
        importId,
        claims: NUMBERED.flatMap((name) =>
          ids[name] === before[name] ? [] : [{ table: name, from: before[name], to: ids[name] }],
        ),
        touched: { ...touched, replaced },
        count:
          newPeople.length +
          2 * values.length +
          Object.values(tables).reduce((sum, { values: rows }) => sum + rows.length, 0),
        *statements() {
          yield* [insertRoom, updateRoom, updatePerson, setPinyin, dropNameKeys];
          yield { text: INSERT_PERSON, values: newPeople, counted: true };
          yield* Object.values(rest);
          yield { text: INSERT_VALUE, values: sealedRows(), counted: true };
          yield { text: INSERT_TAG, values: tagRows(), counted: true };
          yield { text: REFRESH_LIST_COLUMNS, values: refreshed, counted: false };
          yield { text: INSERT_ROOM_KEY, values: keysInParts(rooms, roomKeyRows), counted: false };
          yield { text: INSERT_NAME_KEY, values: keysInParts(named, nameKeyRows), counted: false };
          yield { text: INSERT_PLATE_KEY, values: keysInParts(vehicles, plateKeyRows), counted: false };
          yield { text: INSERT_PHONE_KEY, values: keysInParts(phones, phoneKeyRows), counted: false };
        },
      };
    },
  };
}

const INSERT_PERSON = `INSERT INTO person (id, kind, name, pinyin, sex, id_type, created_at, updated_at, list_room_id, list_room, list_relation, list_phone_id, list_phone,
  list_vehicle_id, list_plate, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** What a list shows of somebody's first phone and first plate. */
interface ListPhone {
  readonly id: number;
  readonly mask: string;
}
interface ListVehicle {
  readonly id: number;
  readonly plate: string;
}

/** The one that stands first, as the store's own triggers choose it. */
const firstOf = <T extends { readonly ordinal: number }>(things: readonly T[]): T | null =>
  things.reduce<T | null>(
    (first, thing) => (first === null || thing.ordinal < first.ordinal ? thing : first),
    null,
  );

/** A WeChat id may be its owner's phone, and is then found like one. */
const isFoundByMask = (field: SealedFieldId): boolean => field === 'phone' || field === 'wechat';

function roomIdOf(roomIds: ReadonlyMap<string, number>, canonical: string): number {
  const id = roomIds.get(canonical);
  if (id === undefined) throw new AppError('internal', { what: 'room-id' });
  return id;
}

/** In the order of the index, in which each page is written once. */
const byTag = ([a]: Values, [b]: Values): number => Buffer.compare(a as Uint8Array, b as Uint8Array);
