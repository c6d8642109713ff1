/** What staff type, found: names, rooms, phones by their visible part, plates. Indexed ranges only, no count, no offset, fifty rows a kind. */
import type { MaskedPersonRow, PersonId, SearchKind, SearchReply } from '../../../contract/views.ts';
import { assertNever } from '../../../contract/result.ts';
import { SEARCH_KINDS } from '../../../contract/views.ts';
import type { Sql } from '../store/sql.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { maskValue } from './mask.ts';
import type { MaskPart } from './name.ts';
import { foldQuery, isPersonName, matchName, maskPersonName, normaliseName, splitName } from './name.ts';
import { normaliseCode, normaliseText } from './normalise.ts';
import { looksLikePhoneMask, maskPhone, parsePhone } from './phone.ts';
import { PROVINCE_SIGNS, isPlate, maskPlate, normalisePlate, plateKeys } from './plate.ts';
import { roomQueryKeys } from './room-text.ts';
import type { NamedHitRow, NameHitRow, PersonListRow, PhoneHitRow, RoomHitRow, VehicleHitRow } from './rows.ts';

/** Rows of one kind in a reply. */
export const MOST_ROWS = 50;
const LIMIT = MOST_ROWS + 1;
/** So few people share the typed characters that reading their names is cheaper than walking the pinyin index. */
const FEW = 128;

// --- the queries, each with a test of its plan

/** Half-open range of index keys. */
export interface KeyRange { readonly from: string; readonly to: string }

/** All keys that begin with the prefix, in the order of code points, which is that of UTF-8. */
export function rangeOf(prefix: string): KeyRange {
  const points = [...prefix].map((character) => character.codePointAt(0)!);
  while (points.length > 0) {
    const next = points.pop()! + 1;
    if (next <= 0x10ffff) return { from: prefix, to: String.fromCodePoint(...points, next === 0xd800 ? 0xe000 : next) };
  }
  return { from: prefix, to: prefix };
}

/** DISTINCT keeps the order of the index here: it drops repeats as they come, so the limit ends the walk. */
export const QUERIES = {
  namesByKey: ({ from, to }: KeyRange): Sql => sql`
    SELECT DISTINCT person_id FROM name_key WHERE key >= ${from} AND key < ${to} LIMIT ${LIMIT}`,
  namesByName: ({ from, to }: KeyRange, limit = LIMIT): Sql => sql`
    SELECT id AS person_id, name FROM person WHERE name >= ${from} AND name < ${to} ORDER BY name LIMIT ${limit}`,
  namesByKeyAndName: (keys: KeyRange, names: KeyRange): Sql => sql`
    SELECT DISTINCT k.person_id FROM name_key k CROSS JOIN person p ON p.id = k.person_id
    WHERE k.key >= ${keys.from} AND k.key < ${keys.to} AND p.name >= ${names.from} AND p.name < ${names.to} LIMIT ${LIMIT}`,
  rooms: ({ from, to }: KeyRange): Sql => sql`
    SELECT DISTINCT o.person_id, r.label, o.relation FROM room_key k CROSS JOIN occupancy o ON o.room_id = k.room_id CROSS JOIN room r ON r.id = k.room_id
    WHERE k.key >= ${from} AND k.key < ${to} LIMIT ${LIMIT}`,
  plates: ({ from, to }: KeyRange): Sql => sql`
    SELECT DISTINCT v.person_id, v.plate FROM plate_key k CROSS JOIN vehicle v ON v.id = k.vehicle_id
    WHERE k.key >= ${from} AND k.key < ${to} LIMIT ${LIMIT}`,
  phones: ({ from, to }: KeyRange): Sql => sql`
    SELECT v.person_id, v.mask FROM phone_key k CROSS JOIN sealed_value v ON v.id = k.value_id
    WHERE k.key >= ${from} AND k.key < ${to} LIMIT ${LIMIT}`,
  phonesExactly: (key: string): Sql => sql`
    SELECT v.person_id, v.mask FROM phone_key k CROSS JOIN sealed_value v ON v.id = k.value_id WHERE k.key = ${key} LIMIT ${LIMIT}`,
  /** Everybody on the page at once. */
  rows: (ids: readonly PersonId[]): Sql => sql`
    SELECT p.id, p.kind, p.name, r.label AS room_label, o.relation,
      (SELECT mask FROM sealed_value WHERE person_id = p.id AND field = 'phone' AND replaced_at IS NULL ORDER BY ordinal LIMIT 1) AS phone_mask,
      (SELECT plate FROM vehicle WHERE person_id = p.id ORDER BY ordinal LIMIT 1) AS plate
    FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN person p ON p.id = j.value
      LEFT JOIN occupancy o ON o.id = (SELECT min(id) FROM occupancy WHERE person_id = p.id) LEFT JOIN room r ON r.id = o.room_id`,
} as const;

// --- what a text may mean

/** Names: the folded text; with the Han characters that it begins with, where there are any. */
interface NameQuery { readonly typed: string; readonly han: string; readonly pinyin: string }
interface PhoneQuery { readonly exact: readonly string[]; readonly range: KeyRange | null }

interface Query {
  readonly name: NameQuery | null;
  readonly room: readonly string[];
  readonly phone: PhoneQuery | null;
  readonly plate: string | null;
}

const NOTHING: Query = { name: null, room: [], phone: null, plate: null };

function readQuery(text: string): Query {
  const clean = normaliseText(text);
  const code = normaliseCode(text);
  // A whole ID number is asked for by its match tag, with a supervisor's PIN; no part of it finds anything.
  if (clean === '' || /^\d{14,17}[\dXx]$/.test(code)) return NOTHING;
  const phone = readPhone(code);
  if (phone !== null && (code.replace(/\D/g, '').length > 6 || code.includes('*'))) return { ...NOTHING, phone };
  return { name: readName(text), room: roomQueryKeys(clean), phone, plate: readPlate(code) };
}

function readName(text: string): NameQuery | null {
  const name = normaliseName(text);
  const typed = foldQuery(name);
  if (typed === '' || /\d/.test(typed)) return null;
  const [, han = '', pinyin = ''] = /^([\p{Script=Han}\p{Co}·]*)(.*)$/u.exec(name)!;
  return { typed, han, pinyin: foldQuery(pinyin) };
}

function readPhone(code: string): PhoneQuery | null {
  if (/^\d{2}$/.test(code) || /^\d{4}$/.test(code)) return { exact: [code], range: null };
  // Three digits: all that a landline shows, or the beginning of a mobile's four. Above them in order stand masks, 138****….
  if (/^\d{3}$/.test(code)) return { exact: [code], range: { from: `${code}0`, to: rangeOf(code).to } };
  if (code.includes('*')) return looksLikePhoneMask(code) ? { exact: [code], range: null } : null;
  const phone = parsePhone(code);
  if (phone !== null) return { exact: [maskPhone(phone)], range: null };
  if (/^[2-9]\d{6,7}$/.test(code)) return { exact: [...withCountries(code), code.slice(-3)], range: null };
  return null;
}

/** Eight digits without a country may be of Hong Kong or Macau. */
const withCountries = (code: string): readonly string[] =>
  ['+852', '+853'].map((country) => parsePhone(country + code)).flatMap((phone) => (phone === null ? [] : [maskPhone(phone)]));

/** With a digit in it, so that a letter is not taken for half the city's plates; digits alone from three on. */
function readPlate(code: string): string | null {
  if (/[-#_/]/.test(code)) return null;
  const plate = normalisePlate(code);
  const whole = new RegExp(`^[${PROVINCE_SIGNS}][A-Z][A-Z0-9]*[挂学警港澳]?$`);
  const part = /^(?=.*\d)[A-Z0-9]{2,}[挂学警港澳]?$/;
  return whole.test(plate) || (part.test(plate) && !/^\d{1,2}$/.test(plate)) ? plate : null;
}

/** The kinds of thing that the text is looked for among; what the log says of a search that found nothing. */
export function kindsOf(text: string): readonly SearchKind[] {
  const query = readQuery(text);
  const asked: Readonly<Record<SearchKind, boolean>> = { room: query.room.length > 0, name: query.name !== null, phone: query.phone !== null, plate: query.plate !== null };
  return SEARCH_KINDS.filter((kind) => asked[kind]);
}

// --- hits: people in the order in which they are shown, with what matched

interface Hit {
  readonly personId: PersonId;
  readonly room?: { readonly label: string; readonly relation: MaskedPersonRow['relation'] };
  readonly plate?: string;
  readonly phone?: string;
}
interface Hits { readonly kind: SearchKind; readonly hits: readonly Hit[]; readonly more: boolean }

/** Runs one query after another until there is a page of people, each once. */
async function collect<Row>(store: ReadableStore, kind: SearchKind, queries: readonly Sql[], toHit: (row: Row) => Hit): Promise<Hits> {
  const hits = new Map<PersonId, Hit>();
  let full = false;
  for (const query of queries) {
    const rows = await store.all<Row>(query);
    for (const row of rows) {
      const hit = toHit(row);
      if (!hits.has(hit.personId)) hits.set(hit.personId, hit);
    }
    full ||= rows.length === LIMIT;
    if (hits.size >= LIMIT) break;
  }
  return { kind, hits: [...hits.values()].slice(0, MOST_ROWS), more: full || hits.size > MOST_ROWS };
}

async function findNames(store: ReadableStore, query: NameQuery | null): Promise<Hits> {
  const toHit = (row: NameHitRow): Hit => ({ personId: row.person_id });
  if (query === null) return collect(store, 'name', [], toHit);
  const { typed, han, pinyin } = query;
  if (han === '') return collect(store, 'name', [QUERIES.namesByKey(rangeOf(typed))], toHit);
  // Names with a dot have a key without it.
  if (pinyin === '') return collect(store, 'name', [QUERIES.namesByName(rangeOf(han)), QUERIES.namesByKey(rangeOf(typed))], toHit);
  const named = await store.all<NamedHitRow>(QUERIES.namesByName(rangeOf(han), FEW));
  if (named.length < FEW) {
    const matches = named.flatMap((row) => {
      const match = matchName(row.name, typed);
      return match === null ? [] : [{ personId: row.person_id, whole: match.whole }];
    });
    const sorted = [...matches.filter((match) => match.whole), ...matches.filter((match) => !match.whole)];
    return { kind: 'name', hits: sorted.slice(0, MOST_ROWS).map(({ personId }) => ({ personId })), more: sorted.length > MOST_ROWS };
  }
  return collect(store, 'name', pinyinOf(han).map((reading) => QUERIES.namesByKeyAndName(rangeOf(reading + pinyin), rangeOf(han))), toHit);
}

/** Readings tried of characters that are followed by pinyin: 张s, 万俟m. */
const MOST_READINGS = 8;

function pinyinOf(han: string): readonly string[] {
  // A character after them lets a compound surname be seen as one.
  const units = splitName(`${han}一`).slice(0, -1);
  let made: readonly string[] = [''];
  for (const unit of units) made = made.flatMap((key) => unit.full.map((form) => key + form)).slice(0, MOST_READINGS);
  return made;
}

function findRooms(store: ReadableStore, keys: readonly string[]): Promise<Hits> {
  return collect<RoomHitRow>(store, 'room', keys.map((key) => QUERIES.rooms(rangeOf(key))), (row) => ({ personId: row.person_id, room: row }));
}

function findPhones(store: ReadableStore, query: PhoneQuery | null): Promise<Hits> {
  const exact = (query?.exact ?? []).map((key) => QUERIES.phonesExactly(key));
  const queries = query?.range == null ? exact : [...exact, QUERIES.phones(query.range)];
  return collect<PhoneHitRow>(store, 'phone', queries, (row) => ({ personId: row.person_id, phone: row.mask }));
}

function findPlates(store: ReadableStore, plate: string | null): Promise<Hits> {
  return collect<VehicleHitRow>(store, 'plate', plate === null ? [] : [QUERIES.plates(rangeOf(plate))], (row) => ({ personId: row.person_id, plate: row.plate }));
}

/**
 * People found by what staff type, a group for each kind of match, at most fifty rows in each, exact matches first, as
 * masked rows. Highlights mark shown characters only. A text that means nothing finds nothing.
 */
export async function searchPeople(store: ReadableStore, text: string): Promise<SearchReply> {
  const query = readQuery(text);
  const found = await Promise.all([
    findRooms(store, query.room), findNames(store, query.name), findPhones(store, query.phone), findPlates(store, query.plate),
  ]);
  const ids = [...new Set(found.flatMap(({ hits }) => hits.map((hit) => hit.personId)))];
  if (ids.length === 0) return { groups: [] };
  const rows = new Map((await store.all<PersonListRow>(QUERIES.rows(ids))).map((row) => [row.id, row]));
  const groups = found.map(({ kind, hits, more }) => ({
    kind, more, rows: hits.flatMap((hit) => {
      const row = rows.get(hit.personId);
      return row === undefined ? [] : [maskRow(row, hit, kind, query)];
    }),
  }));
  return { groups: groups.filter((group) => group.rows.length > 0) };
}

// --- rows as they may be shown

type Range = [number, number];
type Highlights = MaskedPersonRow['matched'];

function maskRow(row: PersonListRow, hit: Hit, kind: SearchKind, query: Query): MaskedPersonRow {
  const plate = hit.plate ?? row.plate;
  const phoneMask = hit.phone ?? row.phone_mask;
  const roomLabel = hit.room?.label ?? row.room_label;
  const matched: Highlights = { name: [], room: [], phone: [], plate: [] };
  return {
    personId: row.id, kind: row.kind, nameMask: maskValue('name', row.name, { kind: row.kind }).mask, phoneMask,
    plateMask: plate === null ? null : maskValue('plate', plate).mask, roomLabel, relation: hit.room === undefined ? row.relation : hit.room.relation,
    matched: { ...matched, [kind]: highlight(kind, { row, plate, phoneMask, roomLabel }, query) },
  };
}

interface Shown { readonly row: PersonListRow; readonly plate: string | null; readonly phoneMask: string | null; readonly roomLabel: string | null }

function highlight(kind: SearchKind, { row, plate, phoneMask, roomLabel }: Shown, query: Query): Range[] {
  switch (kind) {
    case 'name': return highlightName(row, query.name?.typed ?? '');
    case 'room': return highlightRoom(roomLabel ?? '', query.room[0] ?? '');
    case 'phone': return highlightPhone(phoneMask ?? '', query.phone);
    case 'plate': return highlightPlate(plate ?? '', query.plate ?? '');
    default: return assertNever(kind);
  }
}

/** Marks those visible characters of the mask that the typed text covers; stars are never marked. */
function highlightName(row: PersonListRow, typed: string): Range[] {
  const match = matchName(row.name, typed);
  if (match === null) return [];
  const ranges: Range[] = [];
  let at = 0;
  for (const part of nameParts(row)) {
    let end = at;
    for (const [index, character] of [...part.text].entries()) {
      const source = part.at === null ? -1 : part.at + index;
      if (source >= match.from && source < match.until) ranges.push([end, end + character.length]);
      end += character.length;
    }
    at = end;
  }
  return join(ranges);
}

function nameParts(row: PersonListRow): readonly MaskPart[] {
  if (row.kind === 'company') return [{ text: row.name, at: 0 }];
  return isPersonName(row.name) ? maskPersonName(row.name) : [];
}

/** The parts of the key one after another in the label; one part alone is the room's, which stands last. */
function highlightRoom(label: string, key: string): Range[] {
  const parts = key.match(/\p{Script=Han}+|[a-z]+|\d+/gu) ?? [];
  const text = label.toLowerCase();
  const only = parts.length === 1 && !key.endsWith('-') ? [...text.matchAll(new RegExp(`(?<!\\d)${parts[0]}`, 'g'))].at(-1)?.index : undefined;
  if (only !== undefined) return [[only, only + parts[0]!.length]];
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

/** A whole phone marks all that the mask shows, a tail its last digits. */
function highlightPhone(mask: string, query: PhoneQuery | null): Range[] {
  const typed = query?.exact[0] ?? '';
  if (typed.includes('*')) return [...mask.matchAll(/[+\d]+/g)].map((run): Range => [run.index, run.index + run[0].length]);
  const tail = mask.lastIndexOf('*') + 1;
  return mask.startsWith(typed, tail) ? [[tail, tail + typed.length]] : [];
}

function highlightPlate(plate: string, typed: string): Range[] {
  const key = plateKeys(plate).find((candidate) => candidate.startsWith(typed));
  if (key === undefined || !isPlate(plate)) return [];
  const mask = maskPlate(plate);
  const start = plate.length - key.length;
  const ranges: Range[] = [];
  for (let i = start; i < start + typed.length; i++) if (mask[i] !== '*') ranges.push([i, i + 1]);
  return join(ranges);
}

/** Neighbours become one range; no more than a reply may carry. */
function join(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const [start, end] of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && last[1] === start) last[1] = end;
    else joined.push([start, end]);
  }
  return joined.slice(0, 20);
}
