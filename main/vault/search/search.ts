/**
 * Searches names, rooms, phones by their visible part, and plates. Reads index ranges only, without count or
 * offset, 50 rows at a time.
 */
import type { MaskedPersonRow, RoomElsewhere, SearchReply } from '../../../contract/search/views.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import { assertNever } from '../../../contract/result.ts';
import { SEARCH_KINDS, type SearchKind } from '../../../contract/search/lists.ts';
import { dayOf, systemClock } from '../clock.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { maskValue } from '../values/mask.ts';
import {
  type MaskPart,
  type NameMatch,
  begunSurnames,
  foldQuery,
  isPersonName,
  isTyped,
  maskPersonName,
  matchName,
  normaliseName,
  splitName,
} from '../values/name.ts';
import { normaliseCode, normaliseText } from '../values/normalise.ts';
import { looksLikePhoneMask, maskPhone, parsePhone } from '../values/phone.ts';
import { PROVINCE_SIGNS, isPlate, normalisePlate, plateKeys } from '../values/plate.ts';
import { NO_PATTERNS, type RoomPatterns } from '../values/room-pattern.ts';
import { parseRoom, roomKeys, roomQueryKeys } from '../values/room-text.ts';
import { phoneKeys } from './search-index.ts';
import { type Lists, readListsTogether } from './lists-together.ts';
import type { PersonListRow } from './rows.ts';
import { rankOfName, rankOfWhole, sortByRank, sortWithinRooms } from './search-order.ts';
import { tightenMask } from '../values/tighten-mask.ts';
import { type Cursor, type KeyRange, type Sort, type Walk, rangeOf, takeFrom, takeInOrder } from './walk.ts';

/**
 * Most rows of a reply, shared evenly by the kinds of match that the text may mean, so that no kind displaces
 * another.
 */
export const MAX_ROWS = 50;
/**
 * Up to so many people with the typed characters, reading their names is cheaper than walking the pinyin
 * index.
 */
const FEW = 128;
/** Rows of rooms that are sorted together: a floor and the next, or 1001 would come before 101. */
const ROOMS_SORTED = 64;
/** Most rooms in which former residents are searched. */
const FORMER_ROOMS = 64;

// --- the queries, each with a test of its plan

/**
 * Queries of search, exported for the tests of their plans. DISTINCT keeps the order of the index here: it
 * drops repeats as they come, so the limit ends the walk. Each person is one row of one table (see migration
 * 20), because every page has to be decrypted. `ref` is the id that orders equal keys: key and `ref` say
 * where a walk continues.
 */
export const QUERIES = {
  namesByKey: ({ from, after = 0, to }: KeyRange, limit: number): Sql => sql`
    SELECT p.id, p.id AS ref, p.kind, p.name, p.pinyin, p.list_room AS room_label, p.list_relation AS relation, p.list_until AS room_until, p.list_phone AS phone_mask, p.list_plate AS plate, 0 AS former
    FROM (SELECT DISTINCT person_id FROM name_key WHERE (key, person_id) > (${from}, ${after}) AND key < ${to} LIMIT ${limit}) h CROSS JOIN person p ON p.id = h.person_id`,
  namesByName: ({ from, after = 0, to }: KeyRange, limit: number): Sql => sql`
    SELECT id, id AS ref, kind, name, pinyin, list_room AS room_label, list_relation AS relation, list_until AS room_until, list_phone AS phone_mask, list_plate AS plate, 0 AS former
    FROM person WHERE (name, id) > (${from}, ${after}) AND name < ${to} ORDER BY name, id LIMIT ${limit}`,
  namesByKeyAndName: ({ from, after = 0, to }: KeyRange, names: KeyRange, limit: number): Sql => sql`
    SELECT p.id, p.id AS ref, p.kind, p.name, p.pinyin, p.list_room AS room_label, p.list_relation AS relation, p.list_until AS room_until, p.list_phone AS phone_mask, p.list_plate AS plate, 0 AS former
    FROM (SELECT DISTINCT k.person_id FROM name_key k CROSS JOIN person n ON n.id = k.person_id
      WHERE (k.key, k.person_id) > (${from}, ${after}) AND k.key < ${to} AND n.name >= ${names.from} AND n.name < ${names.to} LIMIT ${limit}) h
      CROSS JOIN person p ON p.id = h.person_id`,
  /** Continues with the room of `after`, because not all of its people may have fitted. */
  rooms: ({ from, after = 0, to }: KeyRange, limit: number, today: string): Sql => sql`
    SELECT p.id, h.room_id AS ref, p.kind, p.name, p.pinyin, CASE WHEN p.list_room_id = h.room_id THEN p.list_room ELSE (SELECT label FROM room WHERE id = h.room_id) END AS room_label,
      h.relation, NULL AS room_until, p.list_phone AS phone_mask, p.list_plate AS plate, 0 AS former
    FROM (SELECT DISTINCT o.person_id, o.room_id, o.relation FROM room_key k CROSS JOIN occupancy o ON o.room_id = k.room_id AND (o.until_date IS NULL OR o.until_date > ${today})
      WHERE (k.key, k.room_id) >= (${from}, ${after}) AND k.key < ${to} LIMIT ${limit}) h CROSS JOIN person p ON p.id = h.person_id`,
  /**
   * Former residents, of a limited number of rooms, because few have any. The unary plus keeps the planner
   * from the index of end dates, which has everybody's.
   */
  formerRooms: ({ from, after = 0, to }: KeyRange, limit: number, today: string): Sql => sql`
    SELECT p.id, h.room_id AS ref, p.kind, p.name, p.pinyin, (SELECT label FROM room WHERE id = h.room_id) AS room_label, h.relation, NULL AS room_until, p.list_phone AS phone_mask, p.list_plate AS plate,
      1 AS former
    FROM (SELECT DISTINCT o.person_id, o.room_id, o.relation FROM (SELECT room_id FROM room_key WHERE (key, room_id) >= (${from}, ${after}) AND key < ${to} LIMIT ${FORMER_ROOMS}) k
      CROSS JOIN occupancy o ON o.room_id = k.room_id AND +o.until_date <= ${today} LIMIT ${limit}) h CROSS JOIN person p ON p.id = h.person_id`,
  plates: ({ from, after = 0, to }: KeyRange, limit: number): Sql => sql`
    SELECT p.id, h.vehicle_id AS ref, p.kind, p.name, p.pinyin, p.list_room AS room_label, p.list_relation AS relation, p.list_until AS room_until, p.list_phone AS phone_mask,
      CASE WHEN p.list_vehicle_id = h.vehicle_id THEN p.list_plate ELSE (SELECT plate FROM vehicle WHERE id = h.vehicle_id) END AS plate, 0 AS former
    FROM (SELECT DISTINCT vehicle_id, person_id FROM plate_key WHERE (key, vehicle_id) > (${from}, ${after}) AND key < ${to} LIMIT ${limit}) h CROSS JOIN person p ON p.id = h.person_id`,
  /** Several ranges in one statement, because each statement costs a round trip to the engine's thread. */
  phones: (ranges: readonly KeyRange[], limit: number): Sql => ({
    text: `
    SELECT p.id, h.value_id AS ref, p.kind, p.name, p.pinyin, p.list_room AS room_label, p.list_relation AS relation, p.list_until AS room_until, p.list_plate AS plate,
      CASE WHEN p.list_phone_id = h.value_id THEN p.list_phone ELSE (SELECT mask FROM sealed_value WHERE id = h.value_id) END AS phone_mask, 0 AS former
    FROM (${ranges.map(() => 'SELECT value_id, person_id FROM phone_key WHERE (key, value_id) > (?, ?) AND key < ?').join(' UNION ALL ')} LIMIT ?) h CROSS JOIN person p ON p.id = h.person_id`,
    values: [...ranges.flatMap(({ from, after = 0, to }) => [from, after, to]), limit],
  }),
  peopleByTag: (tags: readonly Uint8Array[], limit: number): Sql => ({
    text: `
    SELECT p.id, p.id AS ref, p.kind, p.name, p.pinyin, p.list_room AS room_label, p.list_relation AS relation, p.list_until AS room_until, p.list_phone AS phone_mask, p.list_plate AS plate, 0 AS former
    FROM (SELECT DISTINCT v.person_id FROM match_tag t CROSS JOIN sealed_value v ON v.id = t.value_id
      WHERE t.tag IN (${tags.map(() => '?').join(', ')}) AND v.field = 'idNumber' AND v.replaced_at IS NULL LIMIT ?) h CROSS JOIN person p ON p.id = h.person_id`,
    values: [...tags, limit],
  }),
} as const;

/** Queries for the key of a range by which something was found, to continue a walk. */
export const KEYS_OF = {
  person: (ref: number, { from, after = 0, to }: KeyRange): Sql => sql`
    SELECT key FROM name_key WHERE person_id = ${ref} AND (key, person_id) > (${from}, ${after}) AND key < ${to} ORDER BY key LIMIT 1`,
  room: (ref: number, { from, after = 0, to }: KeyRange): Sql => sql`
    SELECT key FROM room_key WHERE room_id = ${ref} AND (key, room_id) >= (${from}, ${after}) AND key < ${to} ORDER BY key LIMIT 1`,
  vehicle: (ref: number, { from, after = 0, to }: KeyRange): Sql => sql`
    SELECT key FROM plate_key WHERE vehicle_id = ${ref} AND (key, vehicle_id) > (${from}, ${after}) AND key < ${to} ORDER BY key LIMIT 1`,
  phone: (ref: number, { from, after = 0, to }: KeyRange): Sql => sql`
    SELECT key FROM phone_key WHERE value_id = ${ref} AND (key, value_id) > (${from}, ${after}) AND key < ${to} ORDER BY key LIMIT 1`,
} as const;

/** The queries of a search: those of everybody, or those of a scope. */
export type Queries = typeof QUERIES;

/** A walk along one range. */
const along = (
  range: KeyRange,
  read: (range: KeyRange, limit: number) => Sql,
  keyOf: (ref: number, range: KeyRange) => Sql,
): Walk => ({
  ranges: [range],
  read: ([first = range], limit) => read(first, limit),
  keyOf: (row, within) => keyOf(row.ref, within),
  sameAs: ({ id, ref, relation }) => `${id} ${ref} ${relation}`,
});

const namesByKey = (queries: Queries, prefix: string): Walk =>
  along(rangeOf(prefix), queries.namesByKey, KEYS_OF.person);
/** The key of this walk is the name, which is in the row. */
const namesByName = (queries: Queries, prefix: string): Walk => ({
  ...along(rangeOf(prefix), queries.namesByName, KEYS_OF.person),
  keyOf: ({ name }) => sql`SELECT ${name} AS key`,
});

// --- what a text may mean

/** Names: the folded text; with the Han characters that it begins with, where there are any; what of a row it stands for, looked up once. */
interface NameQuery {
  readonly typed: string;
  readonly han: string;
  readonly pinyin: string;
  readonly matchOf: (row: PersonListRow) => NameMatch | null;
}
interface PhoneQuery {
  readonly exact: readonly string[];
  readonly range: KeyRange | null;
}

interface Query {
  readonly name: NameQuery | null;
  readonly room: readonly string[];
  readonly phone: PhoneQuery | null;
  readonly plate: string | null;
}

const NOTHING: Query = { name: null, room: [], phone: null, plate: null };

function readQuery(policy: MaskPolicy, patterns: RoomPatterns, text: string): Query {
  const clean = normaliseText(text);
  const code = normaliseCode(text);
  // A whole ID number is searched by its match tag, with a supervisor's PIN; a part of it finds nothing.
  if (/^[1-9]\d{13,16}[\dXx]$/.test(code)) return NOTHING;
  const phone = readPhone(policy, code);
  if (phone !== null && (code.replace(/\D/g, '').length > 6 || code.includes('*')))
    return { ...NOTHING, phone };
  return { name: readName(text), room: roomQueryKeys(clean, patterns), phone, plate: readPlate(code) };
}

function readName(text: string): NameQuery | null {
  const name = normaliseName(text);
  const typed = foldQuery(name);
  if (typed === '' || /\d/.test(typed)) return null;
  const [han = ''] = /^[\p{Script=Han}\p{Co}·]*/u.exec(name) ?? [];
  const matches = new WeakMap<PersonListRow, NameMatch | null>();
  const matchOf = (row: PersonListRow): NameMatch | null => {
    const known = matches.get(row);
    if (known !== undefined) return known;
    const match = matchName(row.name, typed, row.pinyin);
    matches.set(row, match);
    return match;
  };
  return { typed, han, pinyin: foldQuery(name.slice(han.length)), matchOf };
}

function readPhone(policy: MaskPolicy, code: string): PhoneQuery | null {
  const found = (mask: string): PhoneQuery => ({ exact: [tightenMask(policy, 'phone', mask)], range: null });
  if (/^\d{2}$/.test(code) || /^\d{4}$/.test(code)) return { exact: [code], range: null };
  // Three digits: all that a landline's mask shows, or the first of a mobile's four. Masks (138****…) sort after them.
  if (/^\d{3}$/.test(code)) return { exact: [code], range: { from: `${code}0`, to: rangeOf(code).to } };
  if (code.includes('*')) return looksLikePhoneMask(code) ? found(code) : null;
  const phone = parsePhone(code);
  if (phone !== null) return found(maskPhone(phone));
  if (/^[2-9]\d{6,7}$/.test(code)) return { exact: [...withCountries(code), code.slice(-3)], range: null };
  return null;
}

/** Eight digits without a country code may be of Hong Kong or Macau. */
const withCountries = (code: string): readonly string[] =>
  ['+852', '+853']
    .map((country) => parsePhone(country + code))
    .flatMap((phone) => (phone === null ? [] : [maskPhone(phone)]));

const WHOLE_PLATE = new RegExp(`^[${PROVINCE_SIGNS}][A-Z][A-Z0-9]*[挂学警港澳]?$`);
const PART_OF_PLATE = /^(?=.*\d)[A-Z0-9]{2,}[挂学警港澳]?$/;

/**
 * Needs a digit, so that a letter does not match half of the city's plates; digits alone need at least three.
 */
function readPlate(code: string): string | null {
  if (/[-#_/]/.test(code)) return null;
  const plate = normalisePlate(code);
  return WHOLE_PLATE.test(plate) || (PART_OF_PLATE.test(plate) && !/^\d{1,2}$/.test(plate)) ? plate : null;
}

/** The kinds of match that a text is searched among, as the log records for a search without a match. */
export const kindsOf = (policy: MaskPolicy, text: string, only?: SearchKind): readonly SearchKind[] =>
  askedKinds(narrow(readQuery(policy, NO_PATTERNS, text), only));

// --- hits: people in the order in which they are shown, and how to get at the next

interface Hits {
  readonly kind: SearchKind;
  readonly rows: readonly PersonListRow[];
  readonly more: boolean;
  readonly take: Cursor;
}

/** Where a search reads. */
interface Source {
  readonly lists: Lists;
  readonly queries: Queries;
}

const hitsOf = async (kind: SearchKind, take: Cursor, most: number): Promise<Hits> => ({
  kind,
  take,
  ...(await take(most)),
});

async function findNames({ lists, queries }: Source, query: NameQuery | null, most: number): Promise<Hits> {
  if (query === null) return hitsOf('name', takeFrom([]), most);
  const { typed, han, pinyin, matchOf } = query;
  const sort: Sort = (rows) => sortByRank(rows, (row) => rankOfName(row, matchOf(row)));
  const walk = (...walks: readonly Walk[]): Promise<Hits> =>
    hitsOf('name', takeInOrder(lists, walks, sort), most);
  if (han === '') return walk(namesByKey(queries, typed));
  // Names with a dot have a key without it. Two characters match few people, so both walks are read together.
  if (pinyin === '')
    return hitsOf(
      'name',
      takeInOrder(lists, [namesByName(queries, han), namesByKey(queries, typed)], sort, {
        together: [...han].length > 1,
      }),
      most,
    );
  // A written surname with the rest typed is a key of its own; more characters match few people or a narrow range of keys.
  const begun = begunSurnames(han, pinyin).map(({ surname, rest }) =>
    rest === '' ? namesByName(queries, surname) : namesByKey(queries, surname + rest),
  );
  const written = await hitsOf(
    'name',
    takeInOrder(lists, [namesByKey(queries, typed), ...begun], sort, { together: true }),
    most,
  );
  if (written.rows.length > 0) return written;
  const few = await lists.read(queries.namesByName(rangeOf(han), FEW));
  if (few.length < FEW)
    return hitsOf('name', takeFrom(sort(few.filter((row) => matchOf(row) !== null))), most);
  return walk(
    ...pinyinOf(han).map((reading) =>
      along(
        rangeOf(reading + pinyin),
        (range, limit) => queries.namesByKeyAndName(range, rangeOf(han), limit),
        KEYS_OF.person,
      ),
    ),
  );
}

/** Most readings tried of characters that are followed by pinyin: 张s, 万俟m. */
const MAX_READINGS = 8;

function pinyinOf(han: string): readonly string[] {
  // With a character after it, a compound surname is recognised.
  const units = splitName(`${han}一`).slice(0, -1);
  let made: readonly string[] = [''];
  for (const unit of units)
    made = made.flatMap((key) => unit.full.map((form) => key + form)).slice(0, MAX_READINGS);
  return made;
}

/** Present residents first; former ones too where the text has a number, which identifies the room. */
function findRooms(
  { lists, queries }: Source,
  keys: readonly string[],
  most: number,
  today: string,
): Promise<Hits> {
  const now = keys.map((key) =>
    along(rangeOf(key), (range, limit) => queries.rooms(range, limit, today), KEYS_OF.room),
  );
  const before = keys
    .filter((key) => /\d/.test(key))
    .map((key) =>
      along(rangeOf(key), (range, limit) => queries.formerRooms(range, limit, today), KEYS_OF.room),
    );
  // With a unit, or with four characters or more, few rooms match, whatever the notation.
  const few = keys.length > 1 || keys.every((key) => key.length >= 4);
  return hitsOf(
    'room',
    takeInOrder(lists, [...now, ...before], sortWithinRooms, { together: few, sorted: ROOMS_SORTED }),
    most,
  );
}

const findPlates = ({ lists, queries }: Source, plate: string | null, most: number): Promise<Hits> =>
  hitsOf(
    'plate',
    takeInOrder(
      lists,
      plate === null ? [] : [along(rangeOf(plate), queries.plates, KEYS_OF.vehicle)],
      sortPlates(plate),
    ),
    most,
  );

const isWholePlate = (row: PersonListRow, plate: string | null): boolean =>
  plate !== null && [row.plate, row.plate?.slice(1)].includes(plate);
const sortPlates =
  (plate: string | null): Sort =>
  (rows) =>
    sortByRank(rows, (row) => rankOfWhole(row, isWholePlate(row, plate)));

function findPhones({ lists, queries }: Source, query: PhoneQuery | null, most: number): Promise<Hits> {
  // No key continues one with a NUL, so that this range holds the key alone.
  const exact = (query?.exact ?? []).map((key): KeyRange => ({ from: key, to: `${key}\0` }));
  const range = query?.range ?? null;
  const walk = (...ranges: readonly KeyRange[]): Walk => ({
    ranges,
    read: queries.phones,
    keyOf: (row, within) => KEYS_OF.phone(row.ref, within),
    sameAs: ({ id, phone_mask: mask }) => `${id} ${mask}`,
  });
  const isWholeTail = ({ phone_mask: mask }: PersonListRow): boolean =>
    phoneKeys(mask ?? '').some((key) => query?.exact.includes(key));
  const sort: Sort = (rows) => sortByRank(rows, (row) => rankOfWhole(row, isWholeTail(row)));
  return hitsOf(
    'phone',
    takeInOrder(lists, range === null ? exact.map((one) => walk(one)) : [walk(...exact, range)], sort),
    most,
  );
}

const askedKinds = (query: Query): readonly SearchKind[] => {
  const asked: Readonly<Record<SearchKind, boolean>> = {
    room: query.room.length > 0,
    name: query.name !== null,
    phone: query.phone !== null,
    plate: query.plate !== null,
  };
  return SEARCH_KINDS.filter((kind) => asked[kind]);
};

/** The part of a query that asks for one kind. */
const narrow = (query: Query, only: SearchKind | undefined): Query =>
  only === undefined ? query : { ...NOTHING, [only]: query[only] };

type SearchGroup = SearchReply['groups'][number];

/** Reads the next 50 matches of the one kind that was requested. */
export type Rest = () => Promise<SearchGroup>;

/** Queries that keep a search to a scope. */
export interface ScopedSearch {
  readonly queries: Queries;
  /** Rooms of another desk that have one of the keys. */
  readonly findElsewhere: (keys: readonly string[]) => Promise<readonly RoomElsewhere[]>;
}

/** Inputs of a search beside text and policy. */
export interface SearchContext {
  /** The estate's room patterns. */
  readonly patterns: RoomPatterns;
  /** The present day (`YYYY-MM-DD`), which decides who lives where. */
  readonly today: string;
  /** Scope of a receptionist; null where everybody is found. */
  readonly scoped?: ScopedSearch | null;
  /** Keeps the rest of a search and returns the token by which it is requested. */
  readonly keep: (rest: Rest) => number;
}

/** Context of a search that is not continued, in an estate without room patterns. */
const alone = (): SearchContext => ({
  patterns: NO_PATTERNS,
  today: dayOf(systemClock.now()),
  keep: () => 1,
});

/**
 * People found by a typed text, as masked rows in one group for each kind of match, exact matches first: at
 * most 50, shared by the kinds that the text may mean, or all of one kind with `only`, which can then be
 * continued. Groups are in the order of their best matches. Highlights mark shown characters only. Text
 * without a meaning finds nothing.
 */
export async function searchPeople(
  store: ReadableStore,
  policy: MaskPolicy,
  text: string,
  only?: SearchKind,
  context: SearchContext = alone(),
): Promise<SearchReply> {
  const query = narrow(readQuery(policy, context.patterns, text), only);
  const most = Math.floor(MAX_ROWS / Math.max(1, askedKinds(query).length));
  const { scoped = null } = context;
  const source: Source = { lists: readListsTogether(store), queries: scoped?.queries ?? QUERIES };
  const [elsewhere, ...found] = await Promise.all([
    scoped === null || query.room.length === 0 ? [] : scoped.findElsewhere(query.room),
    findRooms(source, query.room, most, context.today),
    findNames(source, query.name, most),
    findPhones(source, query.phone, most),
    findPlates(source, query.plate, most),
  ]);
  const groups = found
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => rankOf(a, query) - rankOf(b, query));
  const shown = ({ kind, rows, more }: Omit<Hits, 'take'>): SearchGroup => ({
    kind,
    more,
    rows: rows.map((row) => maskRow(policy, inRoomOn(row, context.today), kind, query)),
  });
  const single = only === undefined ? undefined : groups[0];
  const next =
    single?.more === true
      ? context.keep(async () => shown({ kind: single.kind, ...(await single.take(MAX_ROWS)) }))
      : null;
  return {
    groups: groups.map(shown),
    next,
    ...(elsewhere.length === 0 ? {} : { elsewhere: [...elsewhere] }),
  };
}

/** Order of groups: whole matches before those that only begin or end as typed. */
const RANKS: readonly string[] = [
  'whole room',
  'whole phone',
  'whole name',
  'whole plate',
  'name',
  'phone',
  'room',
  'plate',
];

function rankOf({ kind, rows: [best] }: Hits, query: Query): number {
  return RANKS.indexOf(best !== undefined && isWhole(best, kind, query) ? `whole ${kind}` : kind);
}

function isWhole(row: PersonListRow, kind: SearchKind, query: Query): boolean {
  switch (kind) {
    case 'room': {
      const room = parseRoom(row.room_label ?? '');
      return room !== null && roomKeys(room).some((key) => query.room.includes(key));
    }
    case 'phone':
      return query.phone?.exact.includes(row.phone_mask ?? '') ?? false;
    case 'name':
      return query.name?.matchOf(row)?.whole ?? false;
    case 'plate':
      return isWholePlate(row, query.plate);
    default:
      return assertNever(kind);
  }
}

// --- rows as they may be shown

type Range = [number, number];

const maskRow = (policy: MaskPolicy, row: PersonListRow, kind: SearchKind, query: Query): MaskedPersonRow => {
  const found = maskFound(policy, row);
  return { ...found, matched: { ...found.matched, [kind]: highlight(policy, row, kind, query) } };
};

/**
 * The row without its room where they no longer live there on `today` (`YYYY-MM-DD`), because list columns
 * may be older than that.
 */
export const inRoomOn = (row: PersonListRow, today: string): PersonListRow =>
  row.room_until !== null && row.room_until <= today ? { ...row, room_label: null, relation: null } : row;

/** A masked row without highlights. */
export function maskFound(policy: MaskPolicy, row: PersonListRow): MaskedPersonRow {
  return {
    personId: row.id,
    kind: row.kind,
    nameMask: maskValue(policy, 'name', row.name, { kind: row.kind }).mask,
    phoneMask: row.phone_mask,
    plateMask: row.plate === null ? null : maskValue(policy, 'plate', row.plate).mask,
    roomLabel: row.room_label,
    relation: row.relation,
    former: row.former === 1,
    matched: { name: [], room: [], phone: [], plate: [] },
  };
}

function highlight(policy: MaskPolicy, row: PersonListRow, kind: SearchKind, query: Query): Range[] {
  switch (kind) {
    case 'name':
      return highlightName(policy, row, query.name?.matchOf(row) ?? null);
    case 'room':
      return highlightRoom(row.room_label ?? '', query.room);
    case 'phone':
      return highlightPhone(row.phone_mask ?? '', query.phone);
    case 'plate':
      return highlightPlate(policy, row.plate ?? '', query.plate ?? '');
    default:
      return assertNever(kind);
  }
}

/** Marks the visible characters of the mask that the typed text covers; never stars. */
function highlightName(policy: MaskPolicy, row: PersonListRow, match: NameMatch | null): Range[] {
  if (match === null) return [];
  const ranges: Range[] = [];
  let at = 0;
  for (const part of nameParts(policy, row)) {
    let end = at;
    for (const [index, character] of [...part.text].entries()) {
      const source = part.at === null ? -1 : part.at + index;
      if (source >= match.from && source < match.until && isTyped(character))
        ranges.push([end, end + character.length]);
      end += character.length;
    }
    at = end;
  }
  return join(ranges);
}

function nameParts(policy: MaskPolicy, row: PersonListRow): readonly MaskPart[] {
  if (row.kind === 'company') return [{ text: row.name, at: 0 }];
  return policy.name === 'usual' && isPersonName(row.name) ? maskPersonName(row.name) : [];
}

/** Marked parts in labels for a room's key: one after another; a single part is the room's own, which comes last. */
interface RoomMarks {
  readonly parts: readonly string[];
  readonly only: RegExp | null;
}

function marksOf(key: string): RoomMarks {
  const parts = key.match(/\p{Script=Han}+|[a-z]+|\d+/gu) ?? [];
  return {
    parts,
    only: parts.length === 1 && !key.endsWith('-') ? new RegExp(`(?<!\\d)${parts[0]}`, 'g') : null,
  };
}

/** Computed once for each search, not for each row. */
const marksByKey = new WeakMap<readonly string[], RoomMarks>();

function roomMarks(keys: readonly string[]): RoomMarks {
  const known = marksByKey.get(keys) ?? marksOf(keys[0] ?? '');
  marksByKey.set(keys, known);
  return known;
}

function highlightRoom(label: string, keys: readonly string[]): Range[] {
  const { parts, only } = roomMarks(keys);
  const text = label.toLowerCase();
  const last = only === null ? undefined : [...text.matchAll(only)].at(-1);
  if (last !== undefined) return [[last.index, last.index + last[0].length]];
  const ranges: Range[] = [];
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) continue;
    from = at + part.length;
    ranges.push([at, from]);
  }
  return join(ranges);
}

/** A whole phone marks all digits of the mask, the last digits mark themselves. */
function highlightPhone(mask: string, query: PhoneQuery | null): Range[] {
  const typed = query?.exact[0] ?? '';
  if (typed.includes('*'))
    return [...mask.matchAll(/[+\d]+/g)].map((run): Range => [run.index, run.index + run[0].length]);
  const tail = mask.lastIndexOf('*') + 1;
  return mask.startsWith(typed, tail) ? [[tail, tail + typed.length]] : [];
}

function highlightPlate(policy: MaskPolicy, plate: string, typed: string): Range[] {
  const key = plateKeys(plate).find((candidate) => candidate.startsWith(typed));
  if (key === undefined || !isPlate(plate)) return [];
  const { mask } = maskValue(policy, 'plate', plate);
  if (mask.length !== plate.length) return [];
  const start = plate.length - key.length;
  const ranges: Range[] = [];
  for (let i = start; i < start + typed.length; i++) if (mask[i] !== '*') ranges.push([i, i + 1]);
  return join(ranges);
}

/** Joins adjacent ranges; returns at most as many as a reply may have. */
function join(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const [start, end] of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && last[1] === start) last[1] = end;
    else joined.push([start, end]);
  }
  return joined.slice(0, 20);
}
