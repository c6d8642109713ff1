/** Reads the mapped rows of a workbook: what each becomes by itself and beside the others, before the store is asked about anybody. */
import type { SwitchedFieldId } from '../../../contract/fields.ts';
import type { SheetMapping } from '../../../contract/import/requests.ts';
import { AppError } from '../app-error.ts';
import type { RoomPatterns } from '../values/room-pattern.ts';
import { type DraftPack, createDraftPacker } from './draft-packs.ts';
import { findDataRows } from './find-table.ts';
import { type MappedLayout, mappedLayout } from './header-layout.ts';
import { MAX_DRAFTS } from './limits.ts';
import { isTaken, isUsable } from './map-columns.ts';
import { ROWS_IN_A_PACK } from './packed-rows.ts';
import {
  type ParsedRow,
  type RejectedRow,
  type RowDraft,
  createRowParser,
  toRejected,
} from './parse-rows.ts';
import type { RoomDraft } from './read-room.ts';
import { resolveReferences } from './resolve-references.ts';
import type { Columns } from './row-reading.ts';
import type { Sheet, Workbook } from './workbook.ts';

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
  readonly columns: Columns;
  readonly rows: readonly number[];
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
    return {
      sheet,
      columns: one.columns.filter(({ target }) => isTaken(target, switchedOn)),
      rows: findDataRows(sheet, one.headerRow - 1),
      layouts: mappedLayout(sheet, one),
    };
  });
  if (!mapping.some(({ columns }) => isUsable(columns.map(({ target }) => target))))
    throw new AppError('workbook-no-columns', { sheets: mapping.length });
  const parse = ({ sheet, columns }: MappedSheet) => createRowParser(sheet, columns, now, patterns);
  return {
    total: mapped.reduce((sum, { rows }) => sum + rows.length, 0),
    layouts: mapped.flatMap(({ layouts }) => layouts),
    packs: packRowsOf(mapped, parse, reach, maxDrafts),
  };
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
  parserOf: (sheet: MappedSheet) => ReturnType<typeof createRowParser>,
  reach: (row: number) => void,
  maxDrafts: number,
): Generator<DraftPack, null> {
  const refers = mapped.some(({ columns }) => columns.some(({ target }) => target === 'ownerCode'));
  const packer = createDraftPacker(mapped.map(({ sheet }) => sheet.name));
  const sort = createSorter();
  const waiting: RowDraft[] = [];
  let drafts = 0;
  let rows = 0;
  for (const one of mapped) {
    const parse = parserOf(one);
    for (const index of one.rows) {
      reach(index + 1);
      for (const parsed of parse(index).map(sort)) {
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

/**
 * A row that holds nothing but what an earlier one did is most likely pasted twice, and is said to be so. Rows are told apart by a hash of 85
 * bits, since to keep them all would fill the thread's memory. Whoever makes two with one hash has a row of their own called a repeated one.
 */
function createSorter(): (parsed: ParsedRow) => { draft: RowDraft } | { rejected: RejectedRow } {
  const seen = new Map<number, number>();
  /** Rooms so far, by canonical form. */
  const rooms = new Map<string, RoomDraft>();
  return (parsed) => {
    if ('rejected' in parsed) return parsed;
    const draft = shareRoom(parsed.draft, rooms);
    const [key, check] = hashOf(draft);
    if (seen.get(key) === check) return { rejected: toRejected(draft, 'repeated-row') };
    seen.set(key, check);
    return { draft };
  };
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
  ownerCode,
  isReference,
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
  for (const text of [name, kind, pinyin, sex, idType, relation, ownerCode]) take(text);
  takeUnit((isReference ? 1 : 0) + (lacksPlace ? 2 : 0) + (room === null ? 4 : 0));
  if (room !== null) {
    const { canonical, label, written, floor, layout, status, area } = room;
    for (const text of [canonical, label, written, floor, layout, status]) take(text);
    take(area === null ? null : String(area));
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
