/**
 * Search keys of names, rooms, plates and the visible part of phones. No key contains a hidden character of a
 * sealed value.
 */
import type { PersonKind } from '../../../contract/fields.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { type NameUnit, foldQuery, isPersonName, readingsFrom, splitName } from '../values/name.ts';
import { plateKeys } from '../values/plate.ts';
import { type NamedRoom, roomKeys } from '../values/room-text.ts';

/** Most keys of one person, common readings first. */
export const MAX_NAME_KEYS = 64;
/** Most units of a name for which every mixture of full readings and initials gets a key. */
const MAX_MIXED_UNITS = 4;
/** Most words with keys of their own in a name that is not a person's. */
const MAX_WORDS = 8;

/**
 * The pinyin keys of a name, searched by prefix. 张三: zs, zsan, zhangs, zhangsan, and 张san for those who write
 * the surname; every reading of each character; a compound surname is one unit; later Latin words begin keys
 * of their own. `override`: the entered pinyin, one syllable for each character, separated by spaces.
 */
export function nameKeys(name: string, override?: string | null): readonly string[] {
  const units = splitName(name, readingsFrom(override));
  const keys = new Set(isPersonName(name) ? [] : wordsOf(name).map(foldQuery));
  if (name.includes('·')) keys.add(foldQuery(name));
  for (const shape of shapes(units.length)) addShape(keys, units, shape);
  const [surname, ...given] = units;
  if (surname !== undefined && !surname.isWord) {
    const written = [...name].slice(0, surname.length).join('');
    for (const shape of shapes(given.length))
      if (shape(given.length - 1, given.length) || given.length > MAX_MIXED_UNITS)
        addShape(keys, given, shape, written);
  }
  for (let from = 1; from < units.length; from++) {
    if (units[from]?.isWord !== true) continue;
    addShape(keys, units.slice(from), FULL);
    addShape(keys, units.slice(from), SHORT);
  }
  keys.delete('');
  return [...keys];
}

/** The words of a name with symbols in it, such as emoji or a formula. */
const wordsOf = (name: string): readonly string[] =>
  (name.match(/[\p{L}\p{M}\p{Co}〇]+/gu) ?? []).slice(0, MAX_WORDS);

/** Whether the unit at `index` of `count` is spelled in full. */
type Shape = (index: number, count: number) => boolean;
const FULL: Shape = () => true;
const SHORT: Shape = () => false;

const shapesByCount = new Map<number, readonly Shape[]>();

/** Initials alone first, so that an exact match by initials stands before longer keys; prefixes answer the rest. */
function shapes(count: number): readonly Shape[] {
  const known = shapesByCount.get(count);
  if (known !== undefined) return known;
  const made = count <= MAX_MIXED_UNITS ? mixedShapes(count) : turningShapes(count);
  shapesByCount.set(count, made);
  return made;
}

/** Initials alone and every mixture that ends in full; 张 and 三 typed as zhangs is a whole name too. */
function mixedShapes(count: number): readonly Shape[] {
  const mixed = Array.from(
    { length: 2 ** Math.max(0, count - 1) },
    (_, bits): Shape =>
      (index, all) =>
        index === all - 1 || ((bits >> index) & 1) === 1,
  );
  return count === 2 ? [SHORT, ...mixed.reverse(), (index) => index === 0] : [SHORT, ...mixed.reverse()];
}

/** For long names: full up to a point and initials after it, or the other way round. */
function turningShapes(count: number): readonly Shape[] {
  const made: Shape[] = [SHORT, FULL];
  for (let turn = 1; turn < count; turn++)
    made.push(
      (index) => index < turn,
      (index) => index >= turn,
    );
  return made;
}

/** All readings in one shape, the usual first, as long as there is room. */
function addShape(keys: Set<string>, units: readonly NameUnit[], shape: Shape, before = ''): void {
  let made = [before];
  for (let index = 0; index < units.length; index += 1) {
    const { full = [], short = [] } = units[index] ?? {};
    const forms = shape(index, units.length) ? full : short;
    const [only] = forms;
    // As nearly every character: without lists within lists, of which an import would make millions.
    made =
      forms.length === 1
        ? made.map((key) => key + only)
        : made.flatMap((key) => forms.map((form) => key + form)).slice(0, MAX_NAME_KEYS);
  }
  for (const key of made) {
    if (keys.size >= MAX_NAME_KEYS) return;
    keys.add(key);
  }
}

/**
 * Search keys of a phone from its mask: the mask, and the digits shown at its end. Also for the mask of a
 * WeChat id that is a phone; empty for any other mask.
 */
export function phoneKeys(mask: string): readonly string[] {
  const tail = /\*(\d{2,4})$/.exec(mask)?.[1];
  return tail === undefined ? [] : [mask, tail];
}

// --- rows for one statement each, so that an import indexes a batch at once

/** Statement that inserts a row of `nameKeyRows`. */
export const INSERT_NAME_KEY = 'INSERT OR IGNORE INTO name_key (key, person_id) VALUES (?, ?)';
/** Statement that inserts a row of `roomKeyRows`. */
export const INSERT_ROOM_KEY = 'INSERT OR IGNORE INTO room_key (key, room_id) VALUES (?, ?)';
/** Statement that inserts a row of `plateKeyRows`. */
export const INSERT_PLATE_KEY =
  'INSERT OR IGNORE INTO plate_key (key, vehicle_id, person_id) VALUES (?, ?, ?)';
/** Statement that inserts a row of `phoneKeyRows`. */
export const INSERT_PHONE_KEY = 'INSERT OR IGNORE INTO phone_key (key, value_id, person_id) VALUES (?, ?, ?)';

/**
 * A key and the id that it belongs to; that of a plate or phone also has the person's id, so that a list
 * needs no join.
 */
type KeyRow = readonly [key: string, id: number] | readonly [key: string, id: number, personId: number];

/** A vehicle to index, by its id. */
export interface IndexedPlate {
  readonly id: number;
  readonly personId: number;
  readonly plate: string;
}
/** A phone to index, by the id of its sealed value. */
export interface IndexedPhone {
  readonly id: number;
  readonly personId: number;
  readonly mask: string;
}

/**
 * For sorting: letters of a key that count, values of each letter, and most rows that are sorted together.
 */
const HEAD = 4;
const LETTERS = 128;
const MAX_ROWS = 2 ** 25;

/**
 * Sorts rows nearly in index order, so that SQLite finds index pages in its cache. Keys are compared as
 * numbers, because V8 takes as long to sort texts as to make them.
 */
function inOrder(rows: readonly KeyRow[]): readonly KeyRow[] {
  const places = Float64Array.from(rows, ([key], index) => {
    let head = 0;
    for (let at = 0; at < HEAD; at += 1)
      head = head * LETTERS + (at < key.length ? Math.min(key.charCodeAt(at), LETTERS - 1) : 0);
    return head * MAX_ROWS + index;
  }).sort();
  return Array.from(places, (place) => rows[place % MAX_ROWS] as KeyRow);
}

const rowsOf = <T extends { readonly id: number; readonly personId?: number }>(
  things: Iterable<T>,
  keysOf: (thing: T) => readonly string[],
): readonly KeyRow[] => {
  const rows: KeyRow[] = [];
  for (const thing of things)
    for (const key of keysOf(thing))
      rows.push(thing.personId === undefined ? [key, thing.id] : [key, thing.id, thing.personId]);
  return inOrder(rows);
};

/** A name to index, by the person's id. `pinyin`: the entered pinyin, if any. */
export interface IndexedName {
  readonly id: number;
  readonly name: string;
  readonly pinyin?: string | null;
}

/** Rows of `name_key` for people. */
export const nameKeyRows = (people: Iterable<IndexedName>): readonly KeyRow[] =>
  rowsOf(people, ({ name, pinyin }) => nameKeys(name, pinyin));
/** Rows of `room_key` for rooms. */
export const roomKeyRows = (
  rooms: Iterable<{ readonly id: number; readonly parsed: NamedRoom }>,
): readonly KeyRow[] => rowsOf(rooms, ({ parsed }) => roomKeys(parsed));
/** Rows of `plate_key` for vehicles. */
export const plateKeyRows = (vehicles: Iterable<IndexedPlate>): readonly KeyRow[] =>
  rowsOf(vehicles, ({ plate }) => plateKeys(plate));
/** Rows of `phone_key` for phones. */
export const phoneKeyRows = (values: Iterable<IndexedPhone>): readonly KeyRow[] =>
  rowsOf(values, ({ mask }) => phoneKeys(mask));

/** Rows of an import's batch that are added to the indexes. */
interface IndexBatch {
  readonly people?: Iterable<IndexedName>;
  readonly rooms?: Iterable<{ readonly id: number; readonly parsed: NamedRoom }>;
  readonly vehicles?: Iterable<IndexedPlate>;
  /** Current values of `phone`, and of `wechat`, which are indexed where their mask is that of a phone. */
  readonly phones?: Iterable<IndexedPhone>;
}

/** Adds search keys for a batch of rows, which must exist already. */
export async function indexBatch(tx: WritableStore, batch: IndexBatch): Promise<void> {
  await runRows(tx, INSERT_NAME_KEY, nameKeyRows(batch.people ?? []));
  await runRows(tx, INSERT_ROOM_KEY, roomKeyRows(batch.rooms ?? []));
  await runRows(tx, INSERT_PLATE_KEY, plateKeyRows(batch.vehicles ?? []));
  await runRows(tx, INSERT_PHONE_KEY, phoneKeyRows(batch.phones ?? []));
}

async function runRows(tx: WritableStore, text: string, rows: readonly KeyRow[]): Promise<void> {
  if (rows.length > 0) await tx.runMany(text, rows);
}

/**
 * Adds the search keys of a person, whose row must exist. Does not remove earlier keys: see `unindexPerson`.
 */
export async function indexPerson(
  tx: WritableStore,
  personId: PersonId,
  person: { readonly kind: PersonKind; readonly name: string; readonly pinyin?: string | null },
): Promise<void> {
  await indexBatch(tx, { people: [{ id: personId, name: person.name, pinyin: person.pinyin ?? null }] });
}

/** Deletes the name keys of a person. */
export async function unindexPerson(tx: WritableStore, personId: PersonId): Promise<void> {
  await tx.run(sql`DELETE FROM name_key WHERE person_id = ${personId}`);
}

/** Adds the search keys of a room. */
export async function indexRoom(tx: WritableStore, roomId: RoomId, parsed: NamedRoom): Promise<void> {
  await indexBatch(tx, { rooms: [{ id: roomId, parsed }] });
}

/** Adds the search keys of a vehicle's plate. */
export async function indexPlate(tx: WritableStore, vehicle: IndexedPlate): Promise<void> {
  await indexBatch(tx, { vehicles: [vehicle] });
}

/** Adds the search keys of a phone, if its mask has any. */
export async function indexPhone(tx: WritableStore, phone: IndexedPhone): Promise<void> {
  await indexBatch(tx, { phones: [phone] });
}
