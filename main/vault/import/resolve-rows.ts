/** Decides who is who: brings the rows of a workbook together with one another and with the store, and says what each changes. */
import { ROOM_FACTS } from '../../../contract/import/lists.ts';
import {
  FIELDS,
  type IdType,
  type PersonKind,
  type SealedFieldId,
  type Sex,
} from '../../../contract/fields.ts';
import { tagText } from '../keys/match.ts';
import { freePlace, readDesk } from '../store/ids.ts';
import type { ReadableStore } from '../store/store.ts';
import {
  type Candidate,
  type Index,
  type Option,
  type TagOf,
  ROOM_KEY,
  addCandidate,
  choosePerson,
  soughtBy,
  doubtfulIdKey,
  idKey,
  idOf,
  keysOf,
  listOf,
  phoneKey,
  roomKey,
  validIdOf,
  validTagOf,
} from './choose-person.ts';
import {
  type Given,
  type SpaceChange,
  type VehicleChange,
  compareCars,
  foldCars,
  noCars,
} from './compare-cars.ts';
import { MANY_OF_ONE } from './limits.ts';
import {
  type KnownPerson,
  type Lease,
  type KnownRoom,
  type KnownValue,
  findPeopleOfRooms,
  findRooms,
  findTags,
  hex,
  loadPeople,
} from './look-up.ts';
import type { RowDraft } from './parse-rows.ts';
import type { Pace } from '../long-work/progress.ts';
import type { RoomDraft } from './read-room.ts';
import { type Consenting, type RemovedValue, takeOutRemoved, takeOutUnconsented } from './removed-values.ts';
import type { DraftValue } from './row-reading.ts';
import type { FoldedPerson, Place, Stay } from './folded-person.ts';

/** A match tag under the tier's match key; `normalised` as validated. */
export type MatchTags = (field: SealedFieldId, normalised: string) => Uint8Array;

/** `ambiguous`: who is meant has to be asked. `unresolved`: the row is about somebody whom neither the workbook nor the store has. */
export type Outcome = 'new' | 'changed' | 'same' | 'ambiguous' | 'left-out' | 'unresolved';

/** A value that is to be sealed, and the one whose place it takes. */
export interface ValueChange extends DraftValue {
  readonly ordinal: number;
  readonly replaces: number | null;
}

/** A person who is new or changes. */
export interface PersonChange {
  /** Null for a new one. */
  readonly known: KnownPerson | null;
  readonly name: string;
  readonly kind: PersonKind;
  /** Null where it stays as it is; with another name it goes, unless it is said anew. */
  readonly pinyin: string | null;
  readonly sex: Sex;
  readonly idType: IdType | null;
  readonly values: readonly ValueChange[];
  readonly occupancies: readonly Stay[];
  readonly leases: readonly Lease[];
  readonly vehicles: readonly VehicleChange[];
  readonly spaces: readonly SpaceChange[];
  /** Whether name, its reading, sex or kind of paper differ from the store. */
  readonly differs: boolean;
}

export interface RoomChange {
  readonly known: KnownRoom | null;
  readonly room: RoomDraft;
}

/** Of those who may be meant, how many are shown. */
const MAX_OPTIONS = 5;
/** Calls of `pace.step` per draft in `matchRows`, about. */
export const STEPS_PER_DRAFT = 2;

/** Who and what the rows of a workbook are, not yet compared with what the store says of them. */
export interface Matched {
  readonly rooms: ReadonlyMap<string, FoldedRoom>;
  readonly people: (FoldedPerson | undefined)[];
  /** The tags that the search took. */
  readonly asked: KnownTags;
  /** Rows of which nothing becomes anything, by their index among the drafts. */
  readonly unresolved: ReadonlyMap<number, Unresolved>;
  /** Residents of the store with whose ID number rows were compared, by id, and the ID numbers of those rows. */
  readonly comparedIds: ReadonlyMap<number, ReadonlySet<string>>;
  /** Values that somebody has taken away and that the list brings again. */
  readonly removed: readonly RemovedValue[];
  /** Residents on record in a room of the list whom no row means, by id. */
  readonly missing: ReadonlyMap<number, { readonly known: KnownPerson; readonly label: string }>;
  /** Whose places new values and vehicles get. */
  readonly desk: number;
  /** From where answers go on; null where nothing is open, or where another row depends on what is answered. */
  readonly open: OpenRows | null;
}

interface OpenRows {
  /** What the open rows are compared with, and no more: the whole of it is large. */
  readonly byKey: Index['byKey'];
  readonly rooms: ReadonlyMap<string, FoldedRoom>;
}

export interface Unresolved {
  readonly outcome: Extract<Outcome, 'ambiguous' | 'left-out' | 'unresolved'>;
  /** The first of those who may be meant; for what has to be asked. */
  readonly options: readonly Option[];
}

/** Says who is meant by a row of which the rules cannot tell. */
export type Answer = (row: number, options: readonly Option[]) => Option | 'other' | 'leave-out' | 'ask';
const ASK: Answer = () => 'ask';

/** Takes the changes one by one, rooms first, so that they need not lie in memory together. */
export interface ChangeVisitor {
  room(change: RoomChange): unknown;
  person(change: PersonChange): unknown;
}

/**
 * `consenting`: as in removed-values.ts. Reads the store in bulk and writes nothing; who is the same is told by `choosePerson`, and where it cannot tell by `answer`.
 * Errors: those of the store, AppError `cancelled`.
 */
export async function matchRows(
  store: ReadableStore,
  drafts: readonly RowDraft[],
  tags: MatchTags,
  pace: Pace,
  answer: Answer = ASK,
  consenting: Consenting = null,
): Promise<Matched> {
  const rooms = await foldRooms(store, drafts, pace);
  const { byKey, tagOf, asked: askedTags } = await indexKnown(store, drafts, rooms, tags, pace);
  const people: FoldedPerson[] = [];
  const unresolved = new Map<number, Unresolved>();
  const comparedIds = new Map<number, Set<string>>();
  const asked = createAskedRows();
  // Whoever is only referred to has to be there first.
  for (const references of [false, true]) {
    for (const [row, draft] of drafts.entries()) {
      if (draft.isReference !== references) continue;
      if (draft.name !== '') {
        const options = choosePerson({ byKey, tagOf }, draft);
        noteComparedIds(comparedIds, draft, options);
        const left = placeRow({ byKey, tagOf }, people, draft, row, options, answer);
        if (left !== null) unresolved.set(row, left);
        asked.meet(draft, options, left);
      }
      await pace.step();
    }
  }
  return {
    open: asked.isAlone() ? { byKey: asked.within(byKey), rooms } : null,
    rooms: unresolved.size === 0 ? rooms : await withoutRows(rooms, drafts, unresolved, pace),
    people,
    asked: askedTags,
    unresolved,
    comparedIds,
    removed: [
      ...(await takeOutUnconsented(people, consenting, pace)),
      ...(await takeOutRemoved(people, tagsBeyond(askedTags, tags), pace)),
    ],
    missing: await missingFrom(byKey, rooms, unresolved, pace),
    desk: await readDesk(store),
  };
}

interface AskedRows {
  meet(draft: RowDraft, options: readonly Option[], left: Unresolved | null): void;
  /** Whether some are open, and no other row would have been read otherwise had they been answered first. */
  isAlone(): boolean;
  within(byKey: Index['byKey']): Index['byKey'];
}

function createAskedRows(): AskedRows {
  const keys = new Set<string>();
  const candidates = new Set<Candidate>();
  let isMixed = false;
  return {
    meet(draft, options, left) {
      if (left?.outcome === 'ambiguous') {
        for (const key of soughtBy(draft)) keys.add(key);
        for (const { candidate } of options) candidates.add(candidate);
      } else if (keys.size > 0 && !isMixed)
        isMixed =
          options.some(({ candidate }) => candidates.has(candidate)) ||
          soughtBy(draft).some((key) => keys.has(key));
    },
    isAlone: () => keys.size > 0 && !isMixed,
    within: (byKey) =>
      new Map(
        [...keys].flatMap((key) => {
          const there = byKey.get(key);
          return there === undefined ? [] : [[key, there] as const];
        }),
      ),
  };
}

/**
 * As `matchRows` with these answers, from where it stopped: nothing but the open rows is read again. Null where another row depends on them. `matched` is used up.
 * Errors: those of `pace`.
 */
export async function answerMatched(
  matched: Matched,
  drafts: readonly RowDraft[],
  tags: MatchTags,
  pace: Pace,
  answer: Answer,
  consenting: Consenting = null,
): Promise<Matched | null> {
  const { open, asked } = matched;
  if (open === null) return null;
  const tagOf = tagsBeyond(asked, tags);
  const index: Index = { byKey: open.byKey, tagOf };
  const people = matched.people.flatMap((folded) => folded ?? []);
  const unresolved = new Map(matched.unresolved);
  const comparedIds = new Map([...matched.comparedIds].map(([id, ids]) => [id, new Set(ids)]));
  const met = new Set<Candidate>();
  for (const references of [false, true])
    for (const [row, { outcome, options: shown }] of matched.unresolved) {
      const draft = drafts[row];
      if (outcome !== 'ambiguous' || draft === undefined || draft.isReference !== references) continue;
      const options = choosePerson(index, draft);
      for (const { candidate } of [...shown, ...options]) met.add(candidate);
      noteComparedIds(comparedIds, draft, options);
      const left = placeRow(index, people, draft, row, options, answer);
      if (left === null) unresolved.delete(row);
      else unresolved.set(row, left);
      await pace.look();
    }
  const touched = [
    ...people.slice(matched.people.length),
    ...[...met].flatMap(({ folded }) => (folded === null ? [] : [folded])),
  ];
  const missing = new Map(matched.missing);
  const stillAsked = new Set(
    [...unresolved.values()].flatMap(({ options }) => options.map(({ candidate }) => candidate)),
  );
  for (const candidate of met) {
    const { known, folded } = candidate;
    const label = known?.occupancies
      .flatMap(({ canonical }) => open.rooms.get(canonical)?.room.label ?? [])
      .at(-1);
    if (known !== null && folded === null && label !== undefined && !stillAsked.has(candidate))
      missing.set(known.id, { known, label });
  }
  return {
    ...matched,
    open: null,
    rooms: unresolved.size === 0 ? open.rooms : await withoutRows(open.rooms, drafts, unresolved, pace),
    people,
    unresolved,
    comparedIds,
    removed: [
      ...matched.removed,
      ...(await takeOutUnconsented([...new Set(touched)], consenting, pace)),
      ...(await takeOutRemoved([...new Set(touched)], tagOf, pace)),
    ],
    missing,
  };
}

/** Whoever may be meant by a row that is asked about is not missing. */
async function missingFrom(
  byKey: Index['byKey'],
  rooms: ReadonlyMap<string, FoldedRoom>,
  unresolved: ReadonlyMap<number, Unresolved>,
  pace: Pick<Pace, 'look'>,
): Promise<Matched['missing']> {
  const missing = new Map<number, { readonly known: KnownPerson; readonly label: string }>();
  const asked = new Set(
    [...unresolved.values()].flatMap(({ options }) => options.map(({ candidate }) => candidate)),
  );
  for (const [key, there] of byKey) {
    await pace.look();
    if (!key.startsWith(ROOM_KEY)) continue;
    const room = rooms.get(key.slice(ROOM_KEY.length).split('\n', 1)[0] ?? '');
    if (room === undefined) continue;
    for (const candidate of listOf(there))
      if (candidate.known !== null && candidate.folded === null && !asked.has(candidate))
        missing.set(candidate.known.id, { known: candidate.known, label: room.room.label });
  }
  return missing;
}

/** The tag of any value of somebody. Made where it is used, since it holds the match keys. */
export const tagsBeyond =
  (asked: KnownTags, tags: MatchTags): TagOf =>
  (field, personId, normalised) =>
    asked.get(field, normalised) ?? tags(field, tagText(field, personId, normalised));

/**
 * Outcome of each draft, in order; `visitor` is given every room and person that is new or changes. Lets go of the people as it goes, so that it is called
 * once. Errors: AppError `cancelled`.
 */
export async function compareMatched(
  { rooms, people, unresolved, desk }: Matched,
  tagOf: TagOf,
  drafts: readonly RowDraft[],
  visitor: ChangeVisitor,
  pace: Pace,
): Promise<readonly Outcome[]> {
  const changedRooms: { readonly room: FoldedRoom; readonly facts: ReturnType<typeof changedFacts> }[] = [];
  for (const room of rooms.values()) {
    const facts = changedFacts(room);
    await pace.look();
    if (room.known !== null && facts.length === 0) continue;
    changedRooms.push({ room, facts });
    visitor.room({ known: room.known, room: room.room });
  }
  const outcomes = drafts.map((): Outcome => 'same');
  for (const [index, folded] of people.entries()) {
    if (folded === undefined) continue;
    people[index] = undefined;
    const { person, rows } = compare(folded, tagOf, desk);
    for (const row of rows) outcomes[row] = 'changed';
    if (folded.known === null) outcomes[folded.firstRow] = 'new';
    if (folded.known === null || rows.size > 0) visitor.person(person);
    await pace.step();
  }
  for (const { room, facts } of changedRooms) {
    markRows(room, facts, drafts, outcomes);
    await pace.look();
  }
  for (const [row, { outcome }] of unresolved) outcomes[row] = outcome;
  return outcomes;
}

// --- rooms

/** A room as the store and all rows have it. */
export interface FoldedRoom {
  readonly known: KnownRoom | null;
  room: RoomDraft;
  /** Rows that speak of it. */
  readonly rows: number[];
}

async function foldRooms(
  store: ReadableStore,
  drafts: readonly RowDraft[],
  pace: Pace,
): Promise<Map<string, FoldedRoom>> {
  const byCanonical = new Map<string, { room: RoomDraft; rows: number[] }>();
  for (const [row, { room }] of drafts.entries()) {
    if (room !== null) foldRoom(byCanonical, room, row);
    await pace.look();
  }
  const known = await findRooms(store, [...byCanonical.keys()], pace);
  return new Map(
    [...byCanonical].map(([canonical, folded]) => [
      canonical,
      { ...folded, known: known.get(canonical) ?? null },
    ]),
  );
}

/** Of several rows on one room the first that gives a fact counts, so that a second import ends where the first did. */
function foldRoom(
  byCanonical: Map<string, { room: RoomDraft; rows: number[] }>,
  room: RoomDraft,
  row: number,
): void {
  const folded = byCanonical.get(room.canonical);
  if (folded === undefined) {
    byCanonical.set(room.canonical, { room, rows: [row] });
    return;
  }
  folded.rows.push(row);
  if (folded.room !== room)
    folded.room = {
      ...folded.room,
      ...Object.fromEntries(ROOM_FACTS.map((fact) => [fact, folded.room[fact] ?? room[fact]])),
    };
}

/** The rooms as the other rows have them. */
async function withoutRows(
  rooms: ReadonlyMap<string, FoldedRoom>,
  drafts: readonly RowDraft[],
  unresolved: ReadonlyMap<number, Unresolved>,
  pace: Pace,
): Promise<Map<string, FoldedRoom>> {
  const kept = new Map<string, { room: RoomDraft; rows: number[] }>();
  for (const { rows } of rooms.values()) {
    for (const row of rows) {
      const room = drafts[row]?.room ?? null;
      if (room !== null && !unresolved.has(row)) foldRoom(kept, room, row);
      await pace.look();
    }
  }
  return new Map(
    [...kept].map(([canonical, folded]) => [
      canonical,
      { ...folded, known: rooms.get(canonical)?.known ?? null },
    ]),
  );
}

const changedFacts = ({ known, room }: FoldedRoom): readonly (typeof ROOM_FACTS)[number][] =>
  ROOM_FACTS.filter((fact) => room[fact] !== null && room[fact] !== known?.[fact]);

/** A room without anybody is a row of its own; beside a person it marks the row as changed where the person did not. */
function markRows(
  { known, room, rows }: FoldedRoom,
  changed: readonly (typeof ROOM_FACTS)[number][],
  drafts: readonly RowDraft[],
  outcomes: Outcome[],
): void {
  for (const row of rows) {
    const draft = drafts[row];
    const gives = changed.some((fact) => draft?.room?.[fact] === room[fact]);
    if (known === null && row === rows[0] && draft?.name === '') outcomes[row] = 'new';
    else if (outcomes[row] === 'same' && known !== null && gives) outcomes[row] = 'changed';
  }
}

// --- people

const placeKey = ({ canonical, relation }: Place): string => `${canonical}\n${relation}`;
const isSamePlace = (a: Place, b: Place): boolean => a.canonical === b.canonical && a.relation === b.relation;

/** Everybody in the store who may be meant, by the keys that the workbook asks for. */
async function indexKnown(
  store: ReadableStore,
  drafts: readonly RowDraft[],
  rooms: ReadonlyMap<string, FoldedRoom>,
  tags: MatchTags,
  pace: Pace,
): Promise<Index & { readonly asked: KnownTags }> {
  const asked = createTagCache();
  for (const { values } of drafts) {
    for (const { field, value } of values)
      if (FIELDS[field].matched && !asked.has(field, value)) asked.set(field, value, tags(field, value));
    await pace.step();
  }
  const hits = await findTags(store, asked.all(), pace);
  const valueOfTag =
    hits.length === 0
      ? new Map<string, FieldValue>()
      : await asked.valuesOf(new Set(hits.map(({ tag }) => hex(tag))), pace);
  const roomIds = [...rooms.values()].flatMap(({ known }) => (known === null ? [] : [known.id]));
  const inRooms = await findPeopleOfRooms(store, roomIds, pace);
  const byKey: Index['byKey'] = new Map();
  const offer = (key: string, candidate: Candidate): void => addCandidate(byKey, key, candidate);
  for (const known of await loadPeople(store, [...hits.map((hit) => hit.personId), ...inRooms], pace)) {
    const candidate: Candidate = { known, folded: null };
    for (const { field, tag, valid } of known.values) {
      const value = tag === null ? undefined : valueOfTag.get(tag);
      if (value === undefined || value.field !== field) continue;
      if (field === 'phone') offer(phoneKey(value.value, known.name), candidate);
      else offer(valid ? idKey(value.value) : doubtfulIdKey(value.value, known.name), candidate);
    }
    for (const { canonical, relation } of known.occupancies)
      offer(roomKey(canonical, known.name, relation), candidate);
    await pace.step();
  }
  return { byKey, tagOf: tagsBeyond(asked, tags), asked };
}

type FieldValue = Pick<DraftValue, 'field' | 'value'>;

export interface KnownTags {
  get(field: SealedFieldId, value: string): Uint8Array | undefined;
}

interface TagCache extends KnownTags {
  has(field: SealedFieldId, value: string): boolean;
  set(field: SealedFieldId, value: string, tag: Uint8Array): void;
  all(): readonly string[];
  /** The values whose tags, in hexadecimal, are among `wanted`. */
  valuesOf(wanted: ReadonlySet<string>, pace: Pace): Promise<Map<string, FieldValue>>;
}

/** Tags as hexadecimal text, which takes a fifth of the memory of as many byte arrays. */
function createTagCache(): TagCache {
  const tags = new Map<SealedFieldId, Map<string, string>>();
  return {
    has: (field, value) => tags.get(field)?.has(value) === true,
    get: (field, value) => {
      const tag = tags.get(field)?.get(value);
      return tag === undefined ? undefined : Buffer.from(tag, 'hex');
    },
    set: (field, value, tag) => {
      const ofField = tags.get(field);
      if (ofField === undefined) tags.set(field, new Map([[value, hex(tag)]]));
      else ofField.set(value, hex(tag));
    },
    all: () => [...tags.values()].flatMap((ofField) => [...ofField.values()]),
    valuesOf: async (wanted, pace) => {
      const found = new Map<string, FieldValue>();
      for (const [field, ofField] of tags) {
        for (const [value, tag] of ofField) {
          if (wanted.has(tag)) found.set(tag, { field, value });
          await pace.look();
        }
      }
      return found;
    },
  };
}

function noteComparedIds(
  compared: Map<number, Set<string>>,
  draft: RowDraft,
  options: readonly Option[],
): void {
  const id = idOf(draft)?.value;
  if (id === undefined) return;
  for (const { candidate, comparesId } of options) {
    if (!comparesId || candidate.known === null) continue;
    const ofResident = compared.get(candidate.known.id) ?? new Set();
    compared.set(candidate.known.id, ofResident.add(id));
  }
}

/** Null where the row has found its person, or makes one. */
function placeRow(
  index: Index,
  people: FoldedPerson[],
  draft: RowDraft,
  row: number,
  options: readonly Option[],
  answer: Answer,
): Unresolved | null {
  const [first] = options;
  const chosen =
    first === undefined
      ? 'other'
      : options.length === 1 && first.differs === null
        ? first
        : answer(row, options);
  if (chosen === 'ask') return { outcome: 'ambiguous', options: options.slice(0, MAX_OPTIONS) };
  if (chosen === 'leave-out') return { outcome: 'left-out', options: [] };
  if (chosen === 'other' && draft.isReference) return { outcome: 'unresolved', options: [] };
  const candidate: Candidate = chosen === 'other' ? { known: null, folded: null } : chosen.candidate;
  const folded = (candidate.folded ??= startPerson(people, candidate.known, draft, row));
  if (draft.isReference) foldReference(folded, draft, row);
  else fold(folded, draft, row, validTagOf(index, draft));
  for (const key of keysOf(draft)) addCandidate(index.byKey, key, candidate);
  return null;
}

function startPerson(
  people: FoldedPerson[],
  known: KnownPerson | null,
  draft: RowDraft,
  row: number,
): FoldedPerson {
  const folded: FoldedPerson = {
    known,
    isMention: draft.isMention,
    firstRow: row,
    name: { value: draft.name, row },
    kind: draft.kind,
    pinyin: null,
    sex: null,
    idType: null,
    values: [],
    occupancies: [],
    leases: [],
    places: null,
    cars: null,
    validId: validIdOf(known),
  };
  people.push(folded);
  return folded;
}

/** Of several rows on one person the first that gives a single value counts; of ID numbers the first valid one. */
function fold(folded: FoldedPerson, draft: RowDraft, row: number, idTag: string | null): void {
  if (draft.pinyin !== null && draft.name === folded.name.value)
    folded.pinyin ??= { value: draft.pinyin, row };
  if (draft.sex !== 'unknown') folded.sex ??= { value: draft.sex, row };
  if (draft.idType !== null) folded.idType ??= { value: draft.idType, row };
  folded.validId ??= idTag;
  folded.isMention &&= draft.isMention;
  for (const value of draft.values) foldValue(folded.values, value, row);
  const { room, relation, from, until, share, lease } = draft;
  if (room !== null) foldPlace(folded, { canonical: room.canonical, relation, from, until, share }, row);
  if (room !== null && lease !== null)
    folded.leases.push({ value: { canonical: room.canonical, ...lease }, row });
  if (draft.vehicles.length + draft.spaces.length > 0) foldCars((folded.cars ??= noCars()), draft, row);
}

function foldPlace(folded: FoldedPerson, place: Stay, row: number): void {
  const { occupancies } = folded;
  if (occupancies.length >= MANY_OF_ONE)
    folded.places ??= new Set(occupancies.map(({ value }) => placeKey(value)));
  if (folded.places?.has(placeKey(place)) === false) {
    occupancies.push({ value: place, row });
    folded.places.add(placeKey(place));
    return;
  }
  const at = occupancies.findIndex(({ value }) => isSamePlace(value, place));
  const there = occupancies[at];
  if (there === undefined) occupancies.push({ value: place, row });
  else if (SAID.some((part) => there.value[part] === null && place[part] !== null))
    occupancies[at] = { ...there, value: { ...place, ...saidIn(there.value) } };
}

const SAID = ['from', 'until', 'share'] as const;
const saidIn = (stay: Stay): Partial<Stay> =>
  Object.fromEntries(SAID.flatMap((part) => (stay[part] === null ? [] : [[part, stay[part]]])));

/** A list of vehicles is no word on anything else that stands there already. */
function foldReference(folded: FoldedPerson, draft: RowDraft, row: number): void {
  const has = (field: SealedFieldId): boolean =>
    folded.values.some(({ value }) => value.field === field) ||
    folded.known?.values.some((value) => value.field === field) === true;
  fold(
    folded,
    {
      ...draft,
      room: null,
      pinyin: null,
      values: draft.values.filter(({ field }) => FIELDS[field].most > 1 || !has(field)),
    },
    row,
    null,
  );
}

function foldValue(values: Given<DraftValue>[], value: DraftValue, row: number): void {
  const sameField = values.filter((given) => given.value.field === value.field);
  if (sameField.some((given) => given.value.value === value.value)) return;
  if (FIELDS[value.field].most > 1) {
    if (sameField.length < FIELDS[value.field].most) values.push({ value, row });
    return;
  }
  const before = sameField[0];
  if (before === undefined) values.push({ value, row });
  else if (value.valid && !before.value.valid) values[values.indexOf(before)] = { value, row };
}

// --- what differs from the store

interface Compared {
  readonly person: PersonChange;
  /** Rows that gave something new. */
  readonly rows: ReadonlySet<number>;
}

function compare(folded: FoldedPerson, tagOf: TagOf, desk: number): Compared {
  const { known } = folded;
  const rows = new Set<number>();
  const isAt = createPlaceFinder(known);
  const take = <T>(given: Given<T>): T => {
    rows.add(given.row);
    return given.value;
  };
  const name = known !== null && folded.name.value !== known.name ? take(folded.name) : folded.name.value;
  const pinyin =
    folded.pinyin !== null && (folded.pinyin.value !== known?.pinyin || name !== known.name)
      ? take(folded.pinyin)
      : null;
  const sex =
    folded.sex !== null && folded.sex.value !== known?.sex ? take(folded.sex) : (known?.sex ?? 'unknown');
  const idType =
    folded.idType !== null && folded.idType.value !== known?.idType
      ? take(folded.idType)
      : (known?.idType ?? null);
  const differs =
    known !== null &&
    (name !== known.name || pinyin !== null || sex !== known.sex || idType !== known.idType);
  const person: PersonChange = {
    known,
    name,
    kind: known?.kind ?? folded.kind,
    pinyin,
    sex,
    idType,
    differs,
    values: newValues(folded, tagOf, desk, take),
    occupancies: folded.occupancies.filter((given) => !isAt(given.value)).map(take),
    leases: folded.leases
      .filter(({ value }, index, all) => isNewLease(known, value, all.slice(0, index)))
      .map(take),
    ...compareCars(known, folded.cars, desk, (row) => rows.add(row)),
  };
  return { person, rows };
}

const isSameLease = (a: Lease, b: Lease): boolean =>
  a.canonical === b.canonical && a.from === b.from && a.until === b.until;

const isNewLease = (known: KnownPerson | null, lease: Lease, before: readonly Given<Lease>[]): boolean =>
  ![...(known?.leases ?? []), ...before.map(({ value }) => value)].some((other) => isSameLease(other, lease));

/** Tells whether the store has somebody in a place. */
function createPlaceFinder(known: KnownPerson | null): (place: Place) => boolean {
  const theirs = known?.occupancies ?? [];
  if (theirs.length < MANY_OF_ONE) return (place) => theirs.some((one) => isSamePlace(one, place));
  const keys = new Set(theirs.map(placeKey));
  return (place) => keys.has(placeKey(place));
}

type Take = <T>(given: Given<T>) => T;

function newValues(folded: FoldedPerson, tagOf: TagOf, desk: number, take: Take): readonly ValueChange[] {
  const { known } = folded;
  const places = new Map<SealedFieldId, Set<number>>();
  for (const { field, ordinal } of known?.values ?? []) placesOf(places, field).add(ordinal);
  return folded.values.flatMap((given): readonly ValueChange[] => {
    const { field } = given.value;
    const theirs = known?.values.filter((value) => value.field === field) ?? [];
    if (known !== null && hasValue(known.id, theirs, given.value, tagOf)) return [];
    if (FIELDS[field].most === 1) return replaceOnly(theirs, given, desk, take);
    const taken = placesOf(places, field);
    if (taken.size >= FIELDS[field].most) return [];
    const ordinal = freePlace(desk, taken);
    taken.add(ordinal);
    return [{ ...take(given), ordinal, replaces: null }];
  });
}

function hasValue(
  personId: number,
  theirs: readonly KnownValue[],
  { field, value }: DraftValue,
  tagOf: TagOf,
): boolean {
  if (theirs.every((known) => known.tag === null)) return false;
  const tag = hex(tagOf(field, personId, value));
  return theirs.some((known) => known.tag === tag);
}

/** The workbook is the newer word on a field that a person has once, but what is valid does not give way to what is not. */
function replaceOnly(
  theirs: readonly KnownValue[],
  given: Given<DraftValue>,
  desk: number,
  take: Take,
): readonly ValueChange[] {
  const old = theirs[0];
  if (old !== undefined && old.valid && !given.value.valid) return [];
  return [{ ...take(given), ordinal: old?.ordinal ?? freePlace(desk, new Set()), replaces: old?.id ?? null }];
}

function placesOf(places: Map<SealedFieldId, Set<number>>, field: SealedFieldId): Set<number> {
  let taken = places.get(field);
  if (taken === undefined) places.set(field, (taken = new Set()));
  return taken;
}
