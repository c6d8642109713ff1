/** Turns the rows of a mapped sheet into drafts: what each holds once numbers, widths and placeholders are put right, or why it is rejected. */
import type { RejectReason } from '../../../contract/import/lists.ts';
import {
  FIELDS,
  type IdType,
  OWN_SEALED_FIELD_IDS,
  type PersonKind,
  type Relation,
  type SealedFieldId,
  type Sex,
} from '../../../contract/fields.ts';
import { linkedIn } from '../../../contract/people/guardian.ts';
import type { ColumnTarget, RowNote } from '../../../contract/import/views.ts';
import { saysUnderFourteen } from '../values/age.ts';
import { checkCharacter, checkIdNumber } from '../values/id-number.ts';
import { normalisePinyin } from '../values/name.ts';
import { isPlaceholder, normaliseCode, normaliseText } from '../values/normalise.ts';
import { PROVINCE_SIGNS, isPlate, normalisePlate } from '../values/plate.ts';
import { NO_PATTERNS, type RoomPatterns } from '../values/room-pattern.ts';
import { keptNote, validateField } from '../values/validate.ts';
import { createRoomCarrier } from './carry-room.ts';
import { readIdType, readSex, relationOf, wordsOfCompany } from './cell-words.ts';
import { type SpaceDraft, type VehicleDraft, readSpaces, readVehicles, termOfSpace } from './read-car.ts';
import { type RoomDraft, type RoomReader, type TwoParts, createRoomReader } from './read-room.ts';
import { readPhones } from './read-phones.ts';
import { looksLikeName } from './name-shapes.ts';
import { isRoomTarget } from './map-columns.ts';
import { NOWHERE } from './place-words.ts';
import { readDate, readSpan } from './read-date.ts';
import {
  type Cell,
  type Columns,
  type DraftValue,
  type Flag,
  type RowContext,
  type RowReading,
  BESIDE,
  STRAY_NUMBER,
  createRowReader,
  flag,
  noteForm,
  textOf,
} from './row-reading.ts';
import { isOwnLandlord, splitPeople } from './split-people.ts';
import { splitRooms } from './split-rooms.ts';
import { flagUntaken } from './untaken-cells.ts';
import { MARKS, type Sheet, isMarked } from './workbook.ts';

/** One row that becomes a person, a room, or both. */
export interface RowDraft {
  readonly sheet: string;
  /** As the spreadsheet shows it, from 1. */
  readonly row: number;
  /** Empty for a room without anybody. */
  readonly name: string;
  readonly kind: PersonKind;
  /** How the name is read, as the edit form keeps it. */
  readonly pinyin: string | null;
  readonly sex: Sex;
  readonly idType: IdType | null;
  readonly relation: Relation;
  readonly room: RoomDraft | null;
  readonly vehicles: readonly VehicleDraft[];
  readonly spaces: readonly SpaceDraft[];
  readonly values: readonly DraftValue[];
  /** Days from and until which they live there; null where the row does not say. */
  readonly from: string | null;
  readonly until: string | null;
  /** Of an owner, as written. */
  readonly share: string | null;
  /** Of a tenant, its days. */
  readonly lease: { readonly from: string | null; readonly until: string | null } | null;
  /** Equal for rows that a merged cell makes rows of one person; null where none does. */
  readonly block: number | null;
  /** Column of the cell with the ID number; null where there is none. */
  readonly idColumn: number | null;
  /** Cells of the row that were set aside, or want a look. */
  readonly flags: readonly Flag[];
  /** By which the sheets of a workbook refer to one another; empty where the row has none. */
  readonly ownerCode: string;
  /** A row about somebody who is kept elsewhere: nobody is made of it. */
  readonly isReference: boolean;
  /** Named beside another as whom they rent from: the same as somebody of that name, room and relation whom the list has as well. */
  readonly isMention: boolean;
  /** Has neither room nor phone nor ID number, and counts on another sheet for one. */
  readonly lacksPlace: boolean;
  readonly notes: readonly RowNote[];
}

export interface RejectedRow {
  readonly sheet: string;
  readonly row: number;
  readonly reason: RejectReason;
  readonly name: string;
  readonly roomLabel: string;
  readonly phone: string;
  readonly notes: readonly RowNote[];
}

/** A draft of which nothing becomes anything. */
export function toRejected(
  { sheet, row, name, room, values, notes }: RowDraft,
  reason: RejectReason,
): RejectedRow {
  return {
    sheet,
    row,
    reason,
    name,
    roomLabel: room?.label ?? '',
    phone: values.find((value) => value.field === 'phone')?.value ?? '',
    notes,
  };
}

export type ParsedRow = { readonly draft: RowDraft } | { readonly rejected: RejectedRow };

/** Longest name, in code points. */
const LONGEST_NAME = 50;
/** Longest code of an owner that is compared, in UTF-16 code units. */
const LONGEST_CODE = 40;
/** In a remark, where a receptionist's PIN opens them. */
const PHONE_AMID = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[- ]?[2-9]\d{6,7})(?!\d)/;
const ID_AMID = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/;

interface ParserOptions {
  /** Milliseconds, as the clock says. */
  readonly today: number;
  readonly patterns?: RoomPatterns;
  readonly context?: RowContext;
  readonly twoParts?: TwoParts;
  /** Another sheet of the workbook has the owners and their rooms. */
  readonly hasOwnersElsewhere?: boolean;
}

const NO_CONTEXT: RowContext = { placeOf: () => NOWHERE, filledDown: new Set() };

/** Reads the rows of one sheet in their order, since a family takes its room from the row above. */
export function createRowParser(
  sheet: Sheet,
  given: Columns,
  {
    today,
    patterns = NO_PATTERNS,
    context = NO_CONTEXT,
    twoParts = 'building',
    hasOwnersElsewhere = false,
  }: ParserOptions,
): (index: number) => readonly ParsedRow[] {
  const isOfTenants =
    !given.some(({ target }) => target === 'name') && given.some(({ target }) => target === 'tenantName');
  const columns = isOfTenants ? given.map(asPerson) : given;
  const reader = createRowReader(sheet, columns, context);
  const carry = createRoomCarrier();
  const readRoom = createRoomReader(patterns, twoParts, context.areUsual === true);
  const isReference = refersToOwners(columns, hasOwnersElsewhere);
  const nameColumn = columns.find(({ target }) => target === 'name')?.index ?? null;
  return (index) => {
    const started = reader.start(index);
    const reading = carry(isOfTenants ? asTenant(started) : started);
    if (reading.cells.size === 0) return [];
    const block = nameColumn === null ? null : blockOf(sheet, index, nameColumn);
    const order = { columns, isReference, today, readRoom };
    const rooms = splitRooms(reading);
    const parsed =
      rooms.length > 1
        ? flaggedOnce(rooms.flatMap((room) => parsePeople(room, { ...order, block: block ?? index }, true)))
        : parsePeople(reading, { ...order, block }, false);
    // A room without anybody is none beside somebody in it.
    const people = parsed.filter((one) => 'draft' in one && one.draft.name !== '');
    const kept =
      people.length === 0
        ? parsed.slice(0, 1)
        : parsed.filter(
            (one, at) => people.includes(one) || ('rejected' in one && at > 0) || isRoomAlone(one, people),
          );
    return flagUntaken(reading, kept);
  };
}

/** In a list of tenants alone they are the people of its rows, with all that stands beside them. */
const asPerson = ({ index, target }: Columns[number]): Columns[number] => ({
  index,
  target: PERSON_OF_TENANT[target] ?? target,
});
const PERSON_OF_TENANT: Readonly<Partial<Record<ColumnTarget, ColumnTarget>>> = {
  tenantName: 'name',
  tenantPhone: 'phone',
  tenantId: 'idNumber',
  tenantMoveIn: 'moveIn',
  tenantEmail: 'email',
};
const asTenant = (reading: RowReading): RowReading =>
  reading.cells.has('relation') || reading.cells.size === 0
    ? reading
    : { ...reading, cells: new Map([...reading.cells, ['relation', [{ text: '租户', column: BESIDE }]]]) };

/** `isBlock`: whether each of them is one person with whoever has their name in the other rows of the block, and not the first alone. */
const parsePeople = (reading: RowReading, order: RowOrder, isBlock: boolean): readonly ParsedRow[] =>
  splitPeople(reading).map((one, at) =>
    parseReading(one, at === 0 || isBlock ? order : { ...order, block: null }),
  );

/** A cell that stands for several rooms is looked at once. */
function flaggedOnce(parsed: readonly ParsedRow[]): readonly ParsedRow[] {
  const seen = new Set<string>();
  const isNew = ({ column, why }: Flag): boolean => {
    const key = `${column} ${why}`;
    return !seen.has(key) && seen.add(key).has(key);
  };
  return parsed.map((one) =>
    'draft' in one ? { draft: { ...one.draft, flags: one.draft.flags.filter(isNew) } } : one,
  );
}

/** The room of a row whose owner is not named, as long as nobody else of the row has it. */
const isRoomAlone = (one: ParsedRow, people: readonly ParsedRow[]): boolean =>
  'draft' in one &&
  (one.draft.flags.length > 0 ||
    !people.some((other) => 'draft' in other && other.draft.room?.canonical === one.draft.room?.canonical));

/** The first row of a merged cell of names, whose rows are one person's; null where the name stands in one row. */
function blockOf(sheet: Sheet, index: number, column: number): number | null {
  const isCarried = (row: number): boolean => isMarked(sheet, row, column, MARKS.merged);
  let first = index;
  while (first > 0 && isCarried(first)) first -= 1;
  return first < index || isCarried(index + 1) ? first : null;
}

/** A list of vehicles or spaces names owners who are kept elsewhere, in another sheet or in the store: it gives nothing that makes a person. */
function refersToOwners(columns: Columns, hasOwnersElsewhere: boolean): boolean {
  const has = (...targets: readonly ColumnTarget[]): boolean =>
    columns.some(({ target }) => targets.includes(target));
  return (
    has('plate', 'spaceCode') &&
    !has('idNumber', 'sex', 'relation', 'birthday', 'area') &&
    (hasOwnersElsewhere || !has('room', 'roomText', 'unitRoom'))
  );
}

interface RowOrder {
  readonly columns: Columns;
  readonly isReference: boolean;
  readonly today: number;
  readonly readRoom: RoomReader;
  readonly block: number | null;
}

function parseReading(reading: RowReading, order: RowOrder): ParsedRow {
  const { columns, isReference, today } = order;
  const room = order.readRoom(reading);
  const rawName = textOf(reading, 'name');
  const kind = readKind(reading, rawName);
  const name = readName(reading, rawName, kind);
  const values = readValues(reading, today);
  const plates = readPlates(reading);
  const vehicles = readVehicles(reading, plates);
  const spaces = readSpaces(reading, plates);
  const ownerCode = normaliseCode(textOf(reading, 'ownerCode')).slice(0, LONGEST_CODE);
  const pinyin = readPinyin(reading, name);
  const relation = readRelation(reading, columns);
  const stay = readStay(reading, relation);
  const remarked = withLeftOver(values, reading);
  const isNobody = name === '' && ownerCode === '';
  const lacksPlace = room === null && !(isFindable(remarked) && name !== '');
  const at = { sheet: reading.sheet.name, row: reading.index + 1 };
  const reason = reasonOf(reading, {
    isReference,
    isNobody,
    lacksPlace,
    ownerCode,
    isRoomSheet: isRoomSheet(columns),
    hasRoom: room !== null,
  });
  if (reason !== null) {
    const phone = remarked.find((value) => value.field === 'phone')?.value ?? '';
    return {
      rejected: {
        ...at,
        notes: [...reading.notes],
        reason,
        name: name === '' ? rawName : name,
        roomLabel: room?.label ?? '',
        phone,
      },
    };
  }
  if (isNobody) flagOfNobody(reading);
  flagGone(reading, isNobody ? null : relation);
  if (room === null && isRoomSheet(columns) && !isReference) flag(reading, null, 'no-room');
  if (
    !isNobody &&
    !values.some(({ field }) => field === 'guardian') &&
    values.some(({ field, value }) => saysUnderFourteen(field, value, today))
  )
    reading.notes.add('guardian-needed');
  return {
    draft: {
      ...at,
      notes: [...reading.notes],
      flags: reading.flags,
      idColumn: reading.cells.get('idNumber')?.[0]?.column ?? null,
      name,
      kind,
      pinyin,
      sex: readSex(textOf(reading, 'sex')),
      idType: isNobody ? null : paperOf(reading, idTypeOf(remarked, today)),
      relation,
      room,
      vehicles: isNobody ? [] : vehicles,
      spaces: isNobody ? [] : spaces,
      values: isNobody ? [] : remarked,
      ...stay,
      block: name === '' ? null : order.block,
      ownerCode,
      isReference,
      isMention: reading.isMention === true,
      lacksPlace,
    },
  };
}

/** Why nothing at all can be made of a row; null where something can. */
function reasonOf(
  { reason, flags }: RowReading,
  of: {
    readonly isReference: boolean;
    readonly isNobody: boolean;
    readonly lacksPlace: boolean;
    readonly ownerCode: string;
    readonly isRoomSheet: boolean;
    readonly hasRoom: boolean;
  },
): RejectReason | null {
  if (reason !== null) return reason;
  if (of.isReference)
    return of.isNobody ? 'no-name' : of.lacksPlace && of.ownerCode === '' ? 'owner-not-found' : null;
  if (of.hasRoom) return null;
  if (flags.some(({ why }) => why === 'room-not-understood') && of.lacksPlace) return 'room-not-understood';
  if (of.isNobody) return 'no-name';
  return of.lacksPlace && (of.ownerCode === '' || of.isRoomSheet) ? 'no-room' : null;
}

/** What is struck out, and an owner of whom the remark says that they sold: 已卖，见下行. */
function flagGone(reading: RowReading, relation: Relation | null): void {
  const { cells, sheet, index } = reading;
  const isSold =
    (relation === 'owner' || relation === 'co-owner') &&
    (cells.get('remark') ?? []).some(({ text }) => SOLD.test(text) && !/车/u.test(text));
  for (const [target, given] of cells)
    for (const { column } of given)
      if (
        (isSold && (target === 'name' || target === 'phone')) ||
        isMarked(sheet, index, column, MARKS.struck)
      )
        flag(reading, column, 'may-have-left');
}
const SOLD =
  /(?:房屋?|房子|已经?)(?:卖|转卖|卖出|卖掉|出售|转让|过户)|^[原前旧](?:业主|户主|房主)$|[原前旧](?:业主|户主|房主)[，,。]?见下/u;

/** Cells that say something of somebody whom the row does not name. */
function flagOfNobody(reading: RowReading): void {
  for (const target of OF_A_PERSON)
    for (const { text, column } of reading.cells.get(target) ?? [])
      if (!isPlaceholder(target === 'phone' || target === 'idNumber' ? target : 'sex', text))
        flag(reading, column, 'no-name');
}

const OF_A_PERSON: readonly ColumnTarget[] = [...OWN_SEALED_FIELD_IDS, 'plate', 'spaceCode', 'moveIn'];

/** Whoever is not called anything else is the owner; a word that is not known is flagged. */
function readRelation(reading: RowReading, columns: Columns): Relation {
  const [cell] = reading.cells.get('relation') ?? [];
  if (cell === undefined || isPlaceholder('sex', cell.text)) return withoutRelation(reading, columns);
  const relation = relationOf(cell.text);
  // Of a home that is let, who it is let to.
  if (cell.text.trim().startsWith('本人') && rentsFrom(reading)) return 'tenant';
  if (relation === null) flag(reading, cell.column, 'relation-not-known');
  return relation ?? 'owner';
}

const rentsFrom = (reading: RowReading): boolean => {
  const landlord = textOf(reading, 'landlordName');
  return (
    !isPlaceholder('name', landlord) && !isOwnLandlord(reading, landlord) && reading.cells.has('leaseFrom')
  );
};

/** Whoever has a landlord is a tenant, and an owner where the landlord's cell says so; of the rest of such a list nobody can tell. */
function withoutRelation(reading: RowReading, columns: Columns): Relation {
  if (!columns.some(({ target }) => target === 'landlordName')) return 'owner';
  const landlord = textOf(reading, 'landlordName');
  if (isOwnLandlord(reading, landlord)) return 'owner';
  if (looksLikeName(landlord) || wordsOfCompany('', landlord)) return 'tenant';
  flag(reading, reading.cells.get('name')?.[0]?.column ?? null, 'relation-not-known');
  return 'owner';
}

/** From and until when somebody lives there, what of it is theirs, and a tenant's lease. */
function readStay(
  reading: RowReading,
  relation: Relation,
): Pick<RowDraft, 'from' | 'until' | 'share' | 'lease'> {
  const moved = readSpanOf(reading, 'moveIn', 'moveOut');
  const share = normaliseCode(textOf(reading, 'share')).slice(0, LONGEST_SHARE);
  return {
    from: moved.from,
    until: moved.until,
    share: share === '' || isPlaceholder('sex', share) ? null : share,
    lease: readLease(reading, relation),
  };
}

/** Longest share, as forms take it. */
const LONGEST_SHARE = 12;

function readLease(reading: RowReading, relation: Relation): RowDraft['lease'] {
  if (!LEASE_PARTS.some((part) => reading.cells.has(part))) return null;
  if (relation !== 'tenant' && relation !== 'temporary') {
    const hasTenant =
      reading.cells.has('tenantName') || reading.cells.has('occupantName') || termOfSpace(reading) !== null;
    for (const part of LEASE_PARTS)
      for (const { text, column } of reading.cells.get(part) ?? [])
        if (!hasTenant && !isPlaceholder('sex', text)) flag(reading, column, 'lease-without-tenant');
    return null;
  }
  const [term] = reading.cells.get('leaseTerm') ?? [];
  const inOne = term === undefined ? null : readSpan(term.text);
  if (term !== undefined && inOne === null && !isPlaceholder('sex', term.text))
    flag(reading, term.column, 'date-not-valid');
  const span = readSpanOf(reading, 'leaseFrom', 'leaseUntil');
  const lease = { from: span.from ?? inOne?.from ?? null, until: span.until ?? inOne?.until ?? null };
  return lease.from === null && lease.until === null ? null : lease;
}

/** Two days in cells of their own; an end before its beginning is none. */
function readSpanOf(
  reading: RowReading,
  begins: ColumnTarget,
  ends: ColumnTarget,
): { readonly from: string | null; readonly until: string | null } {
  const [from, until] = [begins, ends].map((target) => {
    const [cell] = reading.cells.get(target) ?? [];
    if (cell === undefined || isPlaceholder('sex', cell.text)) return null;
    const day = readDate(cell.text);
    if (day === null) flag(reading, cell.column, 'date-not-valid');
    return day;
  }) as [string | null, string | null];
  if (from === null || until === null || from <= until) return { from, until };
  flag(reading, reading.cells.get(ends)?.[0]?.column ?? null, 'date-not-valid');
  return { from, until: null };
}

const LEASE_PARTS = ['leaseFrom', 'leaseUntil', 'leaseTerm'] as const;

function readKind(reading: RowReading, rawName: string): PersonKind {
  const byCode = readIdType(textOf(reading, 'idType')) === 'company-code';
  return byCode || wordsOfCompany(textOf(reading, 'relation'), rawName) ? 'company' : 'person';
}

function readName(reading: RowReading, raw: string, kind: PersonKind): string {
  const text = normaliseText(raw);
  if (text === '' || isPlaceholder('name', text)) return '';
  const isName =
    [...text].length <= LONGEST_NAME &&
    /\p{L}/u.test(text) &&
    !STRAY_NUMBER.test(text) &&
    (kind === 'company' || !IS_COUNT.test(text));
  if (!isName) {
    flag(reading, reading.cells.get('name')?.[0]?.column ?? null, 'name-not-valid');
    return '';
  }
  return validateField('name', text, { kind }).normalised;
}

/** 50户, 12套: how many, not who. */
const IS_COUNT = /^\d|\d ?[户套人间]$|^.{0,3}[户套]$/u;

/** A syllable for each character, as in the edit form; a cell for nobody says nothing. */
function readPinyin(reading: RowReading, name: string): string | null {
  const text = textOf(reading, 'pinyin');
  if (text === '' || name === '' || isPlaceholder('name', text)) return null;
  const pinyin = normalisePinyin(name, text);
  if (pinyin === null) flag(reading, reading.cells.get('pinyin')?.[0]?.column ?? null, 'pinyin-not-valid');
  return pinyin;
}

const isRoomSheet = (columns: Columns): boolean => columns.some(({ target }) => isRoomTarget(target));

/** Somebody has to be found again: by a room, or by a phone or an ID number. */
const isFindable = (values: readonly DraftValue[]): boolean =>
  values.some((value) => value.field === 'phone' || value.field === 'idNumber');

function readValues(reading: RowReading, today: number): readonly DraftValue[] {
  const values: DraftValue[] = [];
  for (const field of OWN_SEALED_FIELD_IDS) {
    const cells = reading.cells.get(field);
    if (cells === undefined) continue;
    const own = uniqueValues(cells.flatMap((cell) => readCell(reading, field, cell, today)));
    values.push(...(field === 'remark' ? oneRemark(reading, own) : own.slice(0, FIELDS[field].most)));
  }
  return values;
}

function readCell(
  reading: RowReading,
  field: SealedFieldId,
  { text, column }: Cell,
  today: number,
): readonly DraftValue[] {
  if (isPlaceholder(field, text)) {
    if (field === 'phone') reading.notes.add('placeholder-phone');
    if (field === 'idNumber') reading.notes.add('placeholder-id');
    // A number that is nobody's, not a word or a sign for none.
    if (/\d{5}/.test(text)) flag(reading, column, 'placeholder');
    return [];
  }
  switch (field) {
    case 'phone':
      return readPhones(reading, text, column);
    case 'idNumber':
      return readIdNumber(reading, text, column, today);
    default:
      return readOther(reading, field, text, column, today);
  }
}

/** Several columns of remarks are one remark. */
function oneRemark(reading: RowReading, remarks: readonly DraftValue[]): readonly DraftValue[] {
  const [first] = remarks;
  if (first === undefined || remarks.length === 1) return remarks;
  const value = remarks.map((one) => one.value).join('; ');
  if (value.length > FIELDS.remark.longest) flag(reading, null, 'value-too-long');
  return [{ ...first, value: value.slice(0, FIELDS.remark.longest) }];
}

function uniqueValues(values: readonly DraftValue[]): readonly DraftValue[] {
  return values.length < 2 ? values : [...new Map(values.map((value) => [value.value, value])).values()];
}

/** Of an ID number with stars or dots in it nobody can tell the rest. */
const MASKED = /[\dXx][*＊●•xX#]{2,}/u;
/** With words beside it. */
const ID_IN_WORDS = /(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/g;
const PERMANENT = /^9\d{16}[\dX]$/i;
const HONG_KONG = /^([A-Z]{1,2}\d{6})[(（]?([\dA])[)）]?$/u;

/**
 * A number that the spreadsheet cut is nobody's number, so it is set aside, as is one that is masked or none at all; one whose check character fails may be a
 * slip, and is kept. All of them are flagged.
 */
function readIdNumber(
  reading: RowReading,
  raw: string,
  column: number,
  today: number,
): readonly DraftValue[] {
  noteForm(reading, raw, column);
  const amid = normaliseText(raw).match(ID_IN_WORDS) ?? [];
  if (amid.length > 1) {
    flag(reading, column, 'ids-unclear');
    return [];
  }
  const hongKong = HONG_KONG.exec(normaliseCode(raw).toUpperCase());
  const text = amid[0] ?? (hongKong === null ? raw : `${hongKong[1]}${hongKong[2]}`);
  const said = hongKong === null ? readIdType(textOf(reading, 'idType')) : null;
  const type = said === 'resident-id' && PERMANENT.test(normaliseCode(text)) ? null : said;
  const check = checkIdNumber(text, type, today);
  const cut =
    isMarked(reading.sheet, reading.index, column, MARKS.cut) ||
    check.note === 'id-cut' ||
    /^\d(\.\d+)?e\+\d+$/i.test(normaliseCode(text));
  if (cut) {
    reading.notes.add('id-cut');
    flag(reading, column, 'id-cut');
    return [];
  }
  if (MASKED.test(text)) {
    flag(reading, column, 'id-masked');
    return [];
  }
  if (check.note !== null) reading.notes.add(check.note);
  if (check.note === 'id-check-digit') flag(reading, column, 'id-check-digit');
  // Digits alone are a resident ID with some lost, before they are a passport that nobody called one; nine may be one.
  const incomplete =
    type === null && check.type === 'passport' && /^(?:\d{1,8}|\d{10,})$/.test(check.normalised);
  if (incomplete || (!check.valid && check.note === null)) {
    flag(reading, column, 'id-not-valid');
    return [];
  }
  return [{ field: 'idNumber', value: check.normalised, valid: check.valid, ...noteOf(check) }];
}

const noteOf = (checked: Parameters<typeof keptNote>[0]): Pick<DraftValue, 'note'> => {
  const note = keptNote(checked);
  return note === null ? {} : { note };
};

function readOther(
  reading: RowReading,
  field: SealedFieldId,
  text: string,
  column: number,
  today: number,
): readonly DraftValue[] {
  const tooLong = (): readonly DraftValue[] => {
    flag(reading, column, 'value-too-long');
    return [];
  };
  if (text.length > FIELDS[field].longest + MOST_AROUND) return tooLong();
  // A link is made by hand: in a workbook the same text is a text.
  if (field === 'guardian' && linkedIn(text) !== null) {
    reading.leftOver.push(text);
    return [];
  }
  const said = field === 'birthday' ? (readDate(text, today) ?? dayInMonth(reading, text) ?? text) : text;
  const checked = validateField(field, said);
  const { valid, normalised } = checked;
  if (checked.note === 'card-check-digit') reading.notes.add(checked.note);
  if (field === 'remark' && PHONE_AMID.test(normalised)) reading.notes.add('phone-in-remark');
  if (field === 'remark' && ID_AMID.test(normalised)) reading.notes.add('id-in-remark');
  if (field === 'birthday' && !valid) {
    reading.notes.add('birthday-not-valid');
    flag(reading, column, 'date-not-valid');
    return [];
  }
  // What would be kept is measured, not the notation: 1898年10月14日 is a day.
  if (normalised.length > FIELDS[field].longest) return tooLong();
  return normalised === '' ? [] : [{ field, value: normalised, valid, ...noteOf(checked) }];
}

/** 1990.06 beside an ID number of that month: its day. */
function dayInMonth(reading: RowReading, text: string): string | null {
  const [, year = '', month = ''] = /^(\d{4})[-./年](\d{1,2})月?$/u.exec(normaliseText(text)) ?? [];
  const id = normaliseText(textOf(reading, 'idNumber')).toUpperCase();
  const isOfMonth = year !== '' && id.slice(6, 12) === year + month.padStart(2, '0');
  return isOfMonth && checkCharacter(id.slice(0, 17)) === id.slice(17)
    ? `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
    : null;
}

/** Characters that a notation may have beside what is kept of it. */
const MOST_AROUND = 30;

const PLATE_AMID = new RegExp(
  `[${PROVINCE_SIGNS}][A-HJ-NP-Z][·•. ]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]`,
  'gu',
);

/** Plates of a row, also amid words. A text that is no plate is kept as it is, unless it may be somebody's number: a plate is in the open tier. */
function readPlates(reading: RowReading): readonly string[] {
  const plates = (reading.cells.get('plate') ?? []).flatMap(({ text, column }) => {
    noteForm(reading, text, column);
    return text.split(/[,，;；、/|\n]+/).flatMap((part) => readPlatesIn(reading, part, column));
  });
  return [...new Set(plates)].slice(0, FIELDS.plate.most);
}

function readPlatesIn(reading: RowReading, text: string, column: number): readonly string[] {
  if (isPlaceholder('plate', text)) return [];
  const plate = normalisePlate(text);
  if (isPlate(plate)) return [plate];
  const upper = normaliseText(text).toUpperCase();
  const amid = (upper.match(PLATE_AMID) ?? []).map(normalisePlate).filter(isPlate);
  if (amid.length > 0) {
    const words = upper.replaceAll(PLATE_AMID, ' ').trim();
    if (/[\p{L}\p{N}]/u.test(words)) reading.leftOver.push(normaliseText(text));
    return amid;
  }
  reading.notes.add('plate-kept-as-is');
  flag(reading, column, 'plate-not-valid');
  if (plate.length <= FIELDS.plate.longest && !STRAY_NUMBER.test(plate)) return [plate];
  reading.leftOver.push(normaliseText(text));
  return [];
}

/** Words beside a phone, or a number in the place of a plate, go where they are sealed: into the remark. */
function withLeftOver(values: readonly DraftValue[], reading: RowReading): readonly DraftValue[] {
  if (reading.leftOver.length === 0) return values;
  const remark = [
    ...values.filter((value) => value.field === 'remark').map((value) => value.value),
    ...new Set(reading.leftOver),
  ].join('; ');
  if (remark.length > FIELDS.remark.longest) {
    flag(reading, null, 'value-too-long');
    return values;
  }
  return [
    ...values.filter((value) => value.field !== 'remark'),
    { field: 'remark', value: remark, valid: true },
  ];
}

/** The card of permanent residence is called 身份证 too: its number tells. */
function paperOf(reading: RowReading, byNumber: IdType | null): IdType | null {
  const said = readIdType(textOf(reading, 'idType'));
  return said === null || (said === 'resident-id' && byNumber === 'permanent-residence') ? byNumber : said;
}

function idTypeOf(values: readonly DraftValue[], today: number): IdType | null {
  const id = values.find((value) => value.field === 'idNumber');
  if (id === undefined) return null;
  return checkIdNumber(id.value, null, today).type ?? 'resident-id';
}
