/** Reads the mapped rows of a workbook: what each becomes by itself and beside the others, before the store is asked about anybody. */
import { ROOM_FACTS } from '../../../contract/import/lists.ts';
import type { SwitchedFieldId } from '../../../contract/fields.ts';
import type { SheetMapping } from '../../../contract/import/requests.ts';
import type { ColumnTarget, Place } from '../../../contract/import/views.ts';
import { AppError } from '../app-error.ts';
import { NO_PATTERNS, type RoomPatterns } from '../values/room-pattern.ts';
import { isUnderstood } from '../values/room-text.ts';
import { type DraftPack, createDraftPacker } from './draft-packs.ts';
import {
  NO_HEADER,
  type PlaceLine,
  createPlaceFinder,
  headsOf,
  placesOver,
  readTable,
  widthOf,
} from './find-table.ts';
import { type MappedLayout, mappedLayout } from './header-layout.ts';
import { MAX_DRAFTS } from './limits.ts';
import { guessColumns, isRoomTarget, isTaken, isUsable } from './map-columns.ts';
import { contentOf } from './column-content.ts';
import { ROWS_IN_A_PACK } from './packed-rows.ts';
import {
  type ParsedRow,
  type RejectedRow,
  type RowDraft,
  createRowParser,
  toRejected,
} from './parse-rows.ts';
import { JOINT, normaliseHeader } from './read-heading.ts';
import { type RoomDraft, type TwoParts, bareNumber, firstOfTwo, parseAddress } from './read-room.ts';
import { NOWHERE, titleOfWho } from './place-words.ts';
import { resolveReferences } from './resolve-references.ts';
import { type Columns, DOOR, FLOOR_ALONE, type Flag, type RowContext, isAsAbove } from './row-reading.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { asksForState } from './yes-or-no.ts';

export interface RowsOrder {
  readonly mapping: readonly SheetMapping[];
  readonly switchedOn: readonly SwitchedFieldId[];
  /** How the estate writes its rooms. */
  readonly patterns: RoomPatterns;
  /** Milliseconds since the epoch: nobody is born later. */
  readonly now: number;
}

export interface PlannedRows {
  /** Rows that hold data. */
  readonly total: number;
  readonly layouts: readonly MappedLayout[];
  /** Drafts and rejected rows in the order of the rows, those that refer to nobody last. */
  readonly packs: Generator<DraftPack, null>;
}

interface MappedSheet {
  readonly sheet: Sheet;
  /** Of each of the tables that stand side by side, mostly one. */
  readonly tables: readonly Columns[];
  readonly rows: readonly number[];
  readonly lines: readonly PlaceLine[];
  readonly roles: ReturnType<typeof readTable>['roles'];
  /** Who all of them are, by the title or the name of the sheet; empty where neither says it. */
  readonly who: string;
  readonly leftOut: readonly number[];
  /** Headings; none without a row of them. */
  readonly heads: readonly string[];
  readonly beyond: ColumnsByRow;
  readonly place: Place;
  readonly asked: NonNullable<RowContext['asked']>;
  /** Of each column, where tables side by side are in different places. */
  readonly over: readonly Place[] | null;
  /** Tables under headings further down that say something else, with the row (from 0) of each. */
  readonly below: readonly {
    readonly head: number;
    readonly tables: readonly Columns[];
    /** Columns of which it is not sure what they are. */
    readonly left: readonly number[];
  }[];
}

/**
 * `reach` is told of each row, 1-based, before it is read. Errors: AppError `workbook-no-columns` (no column of a mapped sheet is a name
 * or a room), `bad-request` (a sheet or header row that the workbook does not have, a sheet that is mapped twice); from `packs`
 * `workbook-too-large` (more people than fit into memory).
 */
export function planRows(
  workbook: Workbook,
  { mapping, switchedOn, patterns, now }: RowsOrder,
  reach: (row: number) => void,
  maxDrafts = MAX_DRAFTS,
): PlannedRows {
  if (new Set(mapping.map(({ sheet }) => sheet)).size < mapping.length)
    throw new AppError('bad-request', { where: 'sheet' });
  const mapped = mapping.map((one): MappedSheet & { readonly layouts: readonly MappedLayout[] } => {
    const sheet = findSheet(workbook, one.sheet, one.headerRow);
    const { heads, ...table } = readTable(sheet, one.headerRow - 1);
    const beyond = columnsBeyond(sheet);
    return {
      sheet,
      tables: besideOneAnother(one.columns.filter(({ target }) => isTaken(target, switchedOn))),
      ...table,
      below: heads.map((head, at) => {
        const rows = table.rows.filter((row) => row > head && row < (heads[at + 1] ?? Infinity));
        const { columns, left } = columnsUnder(sheet, head, rows);
        return {
          head,
          tables: besideOneAnother(columns.filter(({ target }) => isTaken(target, switchedOn))),
          left,
        };
      }),
      leftOut: [...new Set([...table.leftOut, ...rowsBeyond(beyond, one.headerRow, table.rows)])],
      heads: headsOf(sheet, one.headerRow - 1),
      beyond,
      place: one.place,
      asked: askedIn(sheet, one.headerRow - 1),
      who: whoIn(sheet, one.headerRow - 1, one.columns),
      over: placesOver(sheet, one.headerRow - 1),
      layouts: mappedLayout(sheet, one),
    };
  });
  if (!mapping.some(({ columns }) => isUsable(columns.map(({ target }) => target))))
    throw new AppError('workbook-no-columns', { sheets: mapping.length });
  const twoParts = twoPartsOf(mapped);
  const parse = (one: MappedSheet): RowParser => {
    const parsersOf = (tables: readonly Columns[]): readonly RowParser[] =>
      tables.map((columns) =>
        createRowParser(one.sheet, columns, {
          today: now,
          patterns,
          context: contextOf(one, columns),
          twoParts,
          hasOwnersElsewhere: mapped.some((other) => other.sheet !== one.sheet && hasOwners(other)),
        }),
      );
    const first = parsersOf(one.tables);
    const below = one.below.map(({ head, tables, left }) => ({ head, parsers: parsersOf(tables), left }));
    const open = seldomFilled(one.sheet, one.rows, one.tables);
    return (index) => {
      const cells = one.sheet.rows[index] ?? [];
      const { parsers, left } = below.findLast(({ head }) => head < index) ?? {
        parsers: first,
        left: open.filter((column) => OF_SOMEBODY.test(cells[column] ?? '')),
      };
      const parsed = parsers.flatMap((parser) => parser(index));
      const filled = left.filter((column) => (cells[column] ?? '') !== '');
      const flags = [...filled, ...(one.beyond.get(index) ?? [])].map((column): Flag => ({
        column,
        why: 'not-taken',
      }));
      return flags.length === 0 ? parsed : withFlags(parsed, flags);
    };
  };
  return {
    total: mapped.reduce((sum, { rows }) => sum + rows.length, 0),
    layouts: mapped.flatMap(({ layouts }) => layouts),
    packs: packRowsOf(mapped, parse, reach, maxDrafts),
  };
}

/** From 0. */
type ColumnsByRow = ReadonlyMap<number, readonly number[]>;

/** Of each row, the columns that are not read and hold something. */
function columnsBeyond({ beyond = [] }: Sheet): ColumnsByRow {
  const columns = new Map<number, number[]>();
  for (const { row, column } of beyond) columns.set(row, [...(columns.get(row) ?? []), column]);
  return columns;
}

/** Rows below the headings that hold nothing that is read but something in such a column. `headerRow`: from 1. */
function rowsBeyond(beyond: ColumnsByRow, headerRow: number, rows: readonly number[]): readonly number[] {
  const read = new Set(rows);
  return [...beyond.keys()].filter((row) => row >= headerRow && !read.has(row));
}

/** A mobile number, an ID number or a plate. */
const OF_SOMEBODY =
  /(?<!\d)(?:1[3-9]\d{9}|[1-9]\d{5}(?:18|19|20)\d{9}[\dXx])(?!\d)|[\u4e00-\u9fff][A-Z][A-Z0-9]{5,6}(?![A-Z0-9])/;

/** Columns that go nowhere, in few of whose cells such a thing stands: where it does, somebody wrote it for want of another place. */
function seldomFilled(sheet: Sheet, rows: readonly number[], tables: readonly Columns[]): readonly number[] {
  const mapped = new Set(tables.flat().map(({ index }) => index));
  const looked = rows.slice(0, LOOKED_AT);
  return Array.from({ length: widthOf(sheet) }, (_, column) => column).filter(
    (column) =>
      !mapped.has(column) &&
      looked.filter((row) => OF_SOMEBODY.test(sheet.rows[row]?.[column] ?? '')).length <= looked.length / 5,
  );
}

/** Where the columns under headings further down go: nobody is asked about them, so that only what is sure is taken, and the cells of all others are flagged. */
function columnsUnder(
  sheet: Sheet,
  head: number,
  rows: readonly number[],
): { readonly columns: Columns; readonly left: readonly number[] } {
  const heads = sheet.rows[head] ?? [];
  const contents = heads.map((_, column) => contentOf(sheet, rows, column));
  const guesses = guessColumns(heads, contents);
  return {
    columns: guesses.flatMap(({ target, sure }, index) =>
      target === null || !sure ? [] : [{ index, target }],
    ),
    left: guesses.flatMap(({ sure }, index) => (sure ? [] : [index])),
  };
}

/** Flags of a row on the first of whoever it names. */
function withFlags(parsed: readonly ParsedRow[], flags: readonly Flag[]): readonly ParsedRow[] {
  const first = parsed.find((one) => 'draft' in one);
  return parsed.map((one) =>
    one === first && 'draft' in one
      ? { draft: { ...one.draft, flags: [...one.draft.flags, ...flags] } }
      : one,
  );
}

/** A list of people with their rooms, and not of their cars. */
const hasOwners = ({ tables }: MappedSheet): boolean => {
  const targets = new Set(tables.flat().map(({ target }) => target));
  return (
    targets.has('name') &&
    [...targets].some(isRoomTarget) &&
    !targets.has('plate') &&
    !targets.has('spaceCode')
  );
};

type RowParser = ReturnType<typeof createRowParser>;

/** A name or a room that comes again begins another table beside the first. */
function besideOneAnother(columns: Columns): readonly Columns[] {
  const inOrder = [...columns].sort((a, b) => a.index - b.index);
  const first = inOrder.find(({ target }) => target === 'name' || isRoomTarget(target))?.target;
  const isOnce = inOrder.filter(({ target }) => target === first).length < 2;
  if (first === undefined || isOnce) return [columns];
  const start = inOrder[0]?.target;
  const half = inOrder.length / 2;
  // The names of a plan, and behind all of them their rooms.
  if (half > 1 && inOrder.every(({ target }, at) => target === inOrder[at < half ? 0 : half]?.target))
    return inOrder.slice(0, half).map((column, at) => [column, ...inOrder.slice(at + half, at + half + 1)]);
  const tables: (typeof inOrder)[] = [];
  for (const column of inOrder) {
    if (column.target === start) tables.push([]);
    tables.at(-1)?.push(column);
  }
  return tables;
}

/** Where rows are: the lines above them come before what is said of the whole sheet. */
function contextOf({ sheet, rows, lines, over, ...mapped }: MappedSheet, columns: Columns): RowContext {
  const find = createPlaceFinder(lines);
  const own = over?.[Math.min(...columns.map(({ index }) => index))] ?? NOWHERE;
  const place = {
    estate: own.estate || mapped.place.estate,
    building: own.building || mapped.place.building,
    unit: own.unit || mapped.place.unit,
  };
  return {
    placeOf: (index) => {
      const line = find(index);
      const estate = line.estate || place.estate;
      return line.building === ''
        ? { estate, building: place.building, unit: line.unit || place.unit }
        : { estate, building: line.building, unit: line.unit };
    },
    filledDown: filledDownIn(sheet, rows, columns),
    asked: mapped.asked,
    // Of owners nothing has to be said: their family without a room of its own stands below them.
    roleOf: (index) =>
      (mapped.roles.findLast(({ row }) => row < index)?.who ?? mapped.who).replace(/业主|户主|产权人/u, ''),
    areDoors: areDoors(sheet, rows, columns),
    areUsual: areUsual(sheet, rows, columns),
    areLandlords: areLandlords(mapped.heads, columns),
  };
}

/** 姓名, and not 业主姓名. */
const SAYS_NOT_WHO = /^(?:姓名|名字|名称|人员姓名|人员|成员姓名|真实姓名|租户|租客|承租人)/u;

function whoIn(sheet: Sheet, header: number, columns: Columns): string {
  const name = columns.find(({ target }) => target === 'name')?.index ?? -1;
  if (header === NO_HEADER || !SAYS_NOT_WHO.test(normaliseHeader(headsOf(sheet, header)[name] ?? '')))
    return '';
  const titles = sheet.rows.slice(0, header).flatMap((row) => {
    const texts = [...new Set(row.filter((cell) => cell !== ''))];
    return texts.length === 1 ? texts : [];
  });
  const said = [sheet.name, ...titles].map(titleOfWho).find((who) => who !== '');
  const isOfLets = !columns.some(({ target }) => target !== null && SAYS_WHO.has(target));
  return said ?? (isOfLets && columns.some(({ target }) => OF_A_LEASE.has(target)) ? '租户' : '');
}
/** Beside these nobody is a tenant because of a lease alone. */
const SAYS_WHO: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'relation',
  'tenantName',
  'landlordName',
  'occupantName',
  'spaceCode',
]);
const OF_A_LEASE: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['leaseTerm', 'leaseFrom', 'leaseUntil']);

/** 房东 | 租户. */
function areLandlords(heads: readonly string[], columns: Columns): boolean {
  const name = columns.find(({ target }) => target === 'name')?.index ?? -1;
  return columns.some(({ target }) => target === 'tenantName') && /房东|出租/u.test(heads[name] ?? '');
}

/** Rooms of two digits at most that come again on another floor of the same building. */
function areDoors({ rows }: Sheet, among: readonly number[], columns: Columns): boolean {
  const at = (target: ColumnTarget): number => columns.find((one) => one.target === target)?.index ?? -1;
  const [floor, room] = [at('floor'), Math.max(at('room'), at('roomText'))];
  if (floor === -1 || room === -1) return false;
  const parts = [at('building'), at('unit'), room];
  const above = new Map<number, string>();
  const floorOf = new Map<string, string>();
  let comesAgain = false;
  for (const index of among) {
    const row = rows[index] ?? [];
    for (const column of [floor, ...parts])
      if ((row[column] ?? '') !== '') above.set(column, row[column] ?? '');
    const [text, on = ''] = [row[room] ?? '', above.get(floor)];
    if (text === '') continue;
    if (!DOOR.test(text) || !FLOOR_ALONE.test(on)) return false;
    const key = parts.map((column) => above.get(column)).join('\n');
    comesAgain ||= (floorOf.get(key) ?? on) !== on;
    floorOf.set(key, on);
  }
  return comesAgain;
}

/** Rows looked at to tell how a list writes its rooms. */
const LOOKED_AT = 150;

function areUsual({ rows }: Sheet, among: readonly number[], columns: Columns): boolean {
  const room = columns.find(({ target }) => isRoomTarget(target))?.index ?? -1;
  const texts = among.slice(0, LOOKED_AT).flatMap((row) => rows[row]?.[room] || []);
  const usual = texts.filter((text) => {
    const parsed = parseAddress(text, NO_PATTERNS);
    return parsed !== null && isUnderstood(parsed);
  });
  return texts.length > 3 && usual.length >= texts.length * 0.6;
}

const askedIn = (sheet: Sheet, header: number): ReadonlyMap<number, string> =>
  new Map(
    headsOf(sheet, header).flatMap((head, column) => {
      const words = normaliseHeader(head.split(JOINT).at(-1) ?? '');
      return asksForState(words) ? [[column, words] as const] : [];
    }),
  );

const MAY_STAND_ONCE: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['estate', 'building', 'unit']);

/**
 * Columns of buildings and units that are written once for the rooms below: beside fewer than half of the rooms, with marks for the same as
 * above between, or blank wherever it stays the same alone.
 */
function filledDownIn(sheet: Sheet, rows: readonly number[], columns: Columns): ReadonlySet<ColumnTarget> {
  const room = columns.find(({ target }) => isRoomTarget(target));
  if (room === undefined) return new Set();
  return new Set(
    columns.flatMap(({ index, target }) =>
      MAY_STAND_ONCE.has(target) && isFilledDown(sheet, rows, index, room.index) ? [target] : [],
    ),
  );
}

function isFilledDown({ rows }: Sheet, among: readonly number[], column: number, room: number): boolean {
  const rooms = among.map((row) => rows[row]?.[room] ?? '');
  const texts = among.flatMap((row, at) => (rooms[at] === '' ? [] : [rows[row]?.[column] ?? '']));
  const said = texts.filter((text) => text !== '' && !isAsAbove(text));
  if (said.length === 0 || !texts.includes('')) return false;
  if (said.length * 2 < texts.length || texts.some(isAsAbove)) return true;
  const numbers = rooms.filter((text) => text !== '').map((text) => Number(/\d+/.exec(text)?.[0] ?? 0));
  let above = '';
  let isOpen = false;
  for (const [at, text] of texts.entries()) {
    if (text !== '' && isOpen && text !== above) return false;
    // The next room of the building above, whatever comes after it.
    isOpen = text === '' && (isOpen || (numbers[at] ?? 0) <= (numbers[at - 1] ?? 0));
    if (text !== '') above = text;
  }
  return true;
}

/** Whether 2-1801 in building 5 is unit 2: it is, wherever rooms begin with another number than their building's. */
function twoPartsOf(mapped: readonly MappedSheet[]): TwoParts {
  let same = 0;
  let other = 0;
  for (const one of mapped) {
    for (const columns of one.tables) {
      const { placeOf } = contextOf(one, columns);
      const building = columns.find(({ target }) => target === 'building')?.index ?? -1;
      const room = columns.find(({ target }) => target === 'room' || target === 'roomText')?.index ?? -1;
      for (const row of one.rows) {
        const cells = one.sheet.rows[row] ?? [];
        const first = firstOfTwo(cells[room] ?? '');
        const known = first === null ? '' : (cells[building] ?? '') || placeOf(row).building;
        if (first === null || known === '') continue;
        if (bareNumber(first) === bareNumber(known)) same += 1;
        else other += 1;
      }
    }
  }
  return other > same / 4 ? 'unit' : 'building';
}

/** Errors: AppError `bad-request` where there is none of that name, or none with that header row. */
export function findSheet({ sheets }: Workbook, name: string, headerRow: number): Sheet {
  const sheet = sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined || headerRow > sheet.rows.length)
    throw new AppError('bad-request', { where: 'sheet' });
  return sheet;
}

/** A sheet that refers to others waits for all of them; any other row goes on its way as it is read. */
function* packRowsOf(
  mapped: readonly MappedSheet[],
  parserOf: (sheet: MappedSheet) => RowParser,
  reach: (row: number) => void,
  maxDrafts: number,
): Generator<DraftPack, null> {
  const refers = mapped.some(({ tables }) => tables.flat().some(({ target }) => target === 'ownerCode'));
  const packer = createDraftPacker(mapped.map(({ sheet }) => sheet.name));
  const sort = createSorter();
  const waiting: RowDraft[] = [];
  let drafts = 0;
  let rows = 0;
  for (const one of mapped) {
    const parse = parserOf(one);
    const mappedColumns = new Set(one.tables.flatMap((columns) => columns.map(({ index }) => index)));
    for (const index of one.leftOut) packer.rejected(leftOutRow(one.sheet.name, index));
    for (const index of one.rows) {
      reach(index + 1);
      const beside = besideIn(one, mappedColumns, index);
      const all = parse(index).flatMap((parsed) => sort(parsed, beside) ?? []);
      const isNew = all.some((parsed) => 'draft' in parsed);
      for (const parsed of all) {
        // Somebody whom each of their rows names beside another is no row that comes twice.
        if ('rejected' in parsed && isNew && parsed.rejected.reason === 'repeated-row') continue;
        if ('rejected' in parsed) packer.rejected(parsed.rejected);
        else if (refers) waiting.push(parsed.draft);
        else packer.draft(parsed.draft);
        if ((drafts += 1) > maxDrafts)
          throw new AppError('workbook-too-large', { rows: drafts, most: maxDrafts });
      }
      rows += 1;
      if (rows % ROWS_IN_A_PACK === 0 || packer.isFull()) yield packer.take(rows);
    }
  }
  const { drafts: resolved, unresolved } = resolveReferences(waiting);
  for (const draft of resolved) {
    packer.draft(draft);
    if (packer.isFull()) yield packer.take(rows);
  }
  for (const { draft, reason } of unresolved) {
    packer.rejected(toRejected(draft, reason));
    if (packer.isFull()) yield packer.take(rows);
  }
  yield packer.take(rows);
  return null;
}

const leftOutRow = (sheet: string, index: number): RejectedRow => ({
  sheet,
  row: index + 1,
  reason: 'not-a-row',
  name: '',
  roomLabel: '',
  phone: '',
  notes: [],
});

/**
 * A row that holds nothing but what an earlier one of its sheet did is most likely pasted twice, and is said to be so; one that has something else in
 * columns that are not imported (another card, another month) says the same of the same people, and is null. Rows are told apart by a hash of 85
 * bits, since to keep them all would fill the thread's memory. Whoever makes two with one hash has a row of their own called a repeated one.
 */
function createSorter(): (
  parsed: ParsedRow,
  beside: number,
) => { draft: RowDraft } | { rejected: RejectedRow } | null {
  const seen = new Map<number, number>();
  /** What stood beside the first of them. */
  const besides = new Map<number, number>();
  /** Rooms so far, by canonical form. */
  const rooms = new Map<string, RoomDraft>();
  return (parsed, beside) => {
    if ('rejected' in parsed) return parsed;
    const draft = shareRoom(parsed.draft, rooms);
    // What a flagged cell held is not in the draft, so that two of them may differ all the same.
    if (draft.flags.length > 0) return { draft };
    const [key, check] = hashOf(draft);
    if (seen.get(key) === check)
      return besides.get(key) === beside ? { rejected: toRejected(draft, 'repeated-row') } : null;
    seen.set(key, check);
    besides.set(key, beside);
    return { draft };
  };
}

/** 32 bits of the sheet and of what a row has in columns that are not imported, but for short numbers, which count rows. */
function besideIn({ sheet }: MappedSheet, mapped: ReadonlySet<number>, index: number): number {
  let hash = 0x811c9dc5;
  const take = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  };
  take(sheet.name);
  for (const [column, text] of (sheet.rows[index] ?? []).entries())
    if (!mapped.has(column) && !/^\d{0,5}$/.test(text)) take(`${column} ${text}`);
  return hash;
}

/** A family has one room, and one object for it. */
function shareRoom(draft: RowDraft, rooms: Map<string, RoomDraft>): RowDraft {
  const { room } = draft;
  if (room === null) return draft;
  const known = rooms.get(room.canonical);
  if (known === undefined) rooms.set(room.canonical, room);
  const same =
    known !== undefined &&
    (Object.keys(room) as (keyof RoomDraft)[]).every((key) => known[key] === room[key]);
  return same ? { ...draft, room: known } : draft;
}

/** 53 and 32 bits of all that a row holds, but where it stands and what was noticed of it. */
function hashOf({
  name,
  kind,
  pinyin,
  sex,
  idType,
  relation,
  room,
  vehicles,
  spaces,
  values,
  from,
  until,
  share,
  lease,
  ownerCode,
  isReference,
  isMention,
  lacksPlace,
}: RowDraft): readonly [key: number, check: number] {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  let check = 0x811c9dc5;
  const takeUnit = (unit: number): void => {
    low = Math.imul(low ^ unit, 0x5bd1e995);
    high = Math.imul(high ^ unit, 0x1b873593) + low;
    check = Math.imul(check ^ unit, 0x01000193);
  };
  /** Each with its length before it, and nothing told from an empty text. */
  const take = (text: string | null): void => {
    takeUnit(text === null ? -1 : text.length);
    for (let at = 0; at < (text?.length ?? 0); at += 1) takeUnit(text?.charCodeAt(at) ?? 0);
  };
  for (const text of [name, kind, pinyin, sex, idType, relation, from, until, share, ownerCode]) take(text);
  for (const text of [lease?.from ?? null, lease?.until ?? null]) take(text);
  takeUnit((isReference ? 1 : 0) + (lacksPlace ? 2 : 0) + (room === null ? 4 : 0) + (isMention ? 8 : 0));
  if (room !== null) {
    for (const text of [room.canonical, room.label, room.written]) take(text);
    for (const fact of ROOM_FACTS) take(room[fact] === null ? null : String(room[fact]));
  }
  for (const cars of [vehicles, spaces]) {
    takeUnit(cars.length);
    for (const car of cars) for (const said of Object.values(car) as (string | null)[]) take(said);
  }
  takeUnit(values.length);
  for (const { field, value, valid, note = null } of values) {
    take(field);
    take(value);
    takeUnit(valid ? 1 : 0);
    take(note);
  }
  return [(high >>> 11) * 0x1_0000_0000 + (low >>> 0), check >>> 0];
}
